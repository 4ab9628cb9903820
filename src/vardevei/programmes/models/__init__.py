"""The tables of this room."""

from vardevei.programmes.models.programme import Programme

__all__ = ["Programme"]
