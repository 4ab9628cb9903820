"""What the guide keeps."""

from vardevei.guide.models.match import Match, Verdict
from vardevei.guide.models.suggestion import Suggestion

__all__ = ["Match", "Suggestion", "Verdict"]
