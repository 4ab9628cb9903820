"""The tables of this room."""

from vardevei.library.models.contribution import Contribution, Remark
from vardevei.library.models.edition import Edition
from vardevei.library.models.memo import Memo, Section

__all__ = ["Contribution", "Edition", "Memo", "Remark", "Section"]
