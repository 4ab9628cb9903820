"""What is said of calls: how they stand, how long is left, and what has changed."""

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from vardevei.programmes.domain.telling import each, left, money, programme, told, when
from vardevei.programmes.enums import Standing
from vardevei.web import numbers

__all__ = [
    "CHOICES", "Standing", "color", "each", "left", "money", "numbers", "programme", "timezone", "told", "when",
]  # fmt: skip
COLORS = {
    Standing.OPEN: "success",
    Standing.FORTHCOMING: "accent",
    Standing.CLOSED: "neutral",
    Standing.GONE: "warning",
    Standing.UNKNOWN: "neutral",
}
CHOICES: dict[str, Promise] = {
    "open": gettext_lazy("Åpne nå"),
    "forthcoming": gettext_lazy("Kommer"),
    "closed": gettext_lazy("Fristen er ute"),
    "all": gettext_lazy("Alle"),
}


def color(standing: str) -> str:
    return COLORS[Standing(standing)]
