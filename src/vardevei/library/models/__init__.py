"""The tables of this room."""

from vardevei.library.models.adoption import Adoption, AdoptionStep
from vardevei.library.models.comment import Comment
from vardevei.library.models.contribution import Contribution, Remark
from vardevei.library.models.edition import Edition
from vardevei.library.models.example import Example
from vardevei.library.models.memo import Memo, Section
from vardevei.library.models.revision import Review, Revision
from vardevei.library.models.strategy import Strategy

__all__ = [
    "Adoption",
    "AdoptionStep",
    "Comment",
    "Contribution",
    "Edition",
    "Example",
    "Memo",
    "Remark",
    "Review",
    "Revision",
    "Section",
    "Strategy",
]
