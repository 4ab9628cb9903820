"""The one base of every form that people write in: errors on top and on the field, drafts, and conflicts."""

from vardevei.web.forms.base import Form

__all__ = ["Form"]
