"""What can be chosen in a figure, in words: for its own page, and where a memo's part says which figure it shows."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vardevei.opendata import families
from vardevei.opendata.figures import words
from vardevei.opendata.figures.choices import BORDERS, ROLES, SIZES, THEN


def choices_of(name: str) -> list[tuple[str, str]]:
    now = get_language() or "nb"
    match name:
        case "family":
            codes = ("all", *families.GROUPS, *(family.code for family in families.families()))
            return [(code, families.name(code, now)) for code in codes]
        case "borders":
            return [(code, border(code)) for code in BORDERS]
        case "role":
            return [(code, words.ROLES[code][now]) for code in ROLES]
        case "size":
            return [(code, words.ALL_SIZES[now] if code == "all" else words.size(code, now)) for code in SIZES]
    return []


def border(code: str) -> str:
    return _("Slik det var hvert år") if code == THEN else _("Grensene i %(year)s") % {"year": code}
