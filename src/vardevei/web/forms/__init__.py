"""The one base of every form that people write in: errors on top and on the field, drafts, and conflicts."""

from vardevei.web.forms.base import Form
from vardevei.web.forms.fields import Clock, Day, Money, PlaceField

__all__ = ["Clock", "Day", "Form", "Money", "PlaceField"]
