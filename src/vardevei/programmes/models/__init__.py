"""The tables of this room."""

from vardevei.programmes.models.call import Call, Deadline
from vardevei.programmes.models.change import Change, Intake
from vardevei.programmes.models.programme import Programme

__all__ = ["Call", "Change", "Deadline", "Intake", "Programme"]
