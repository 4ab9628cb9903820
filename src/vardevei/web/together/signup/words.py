"""What was answered, in words."""

from django.utils.translation import gettext as _


def answer(value: object) -> str:
    """Yes and no are kept as codes; choices stand one after the other."""
    if isinstance(value, list):
        return ", ".join(str(one) for one in value)
    return {"yes": _("Ja"), "no": _("Nei")}.get(str(value), str(value))
