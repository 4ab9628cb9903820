"""What the topics, associations and verdicts of the guide are called, and the colours of their marks."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TOPICS: dict[str, Promise] = {
    "norway": _("Er Norge med?"),
    "decision": _("Hva bygger det på?"),
    "pays_for": _("Hva betaler det for?"),
    "applicants": _("Hvem kan søke?"),
    "lead": _("Kan en kommune lede?"),
    "rate": _("Hvor mye dekkes?"),
    "money": _("Er det penger igjen?"),
    "size": _("Hvor stort, hvor lenge?"),
    "partners": _("Hvilke partnere trengs?"),
    "area": _("Hvor i Norge?"),
    "rhythm": _("Når kan dere søke?"),
    "contact": _("Hvem kan dere spørre?"),
    "fits": _("Det passer hvis"),
    "not_fits": _("Det passer ikke hvis"),
    "history": _("Hva kom før?"),
    "mind": _("Merk"),
    "next": _("Etter 2027"),
}
NORWAY: dict[str, tuple[Promise, str]] = {
    "yes": (_("Norge er med"), "success"),
    "partly": (_("Norge er delvis med"), "warning"),
    "partner": (_("Bare som partner"), "warning"),
    "no": (_("Norge er ikke med"), "neutral"),
    "not-listed": (_("Norge er ikke med på listen"), "neutral"),
    "national": (_("Norsk ordning"), "success"),
    "unknown": (_("Vet vi ikke"), "neutral"),
}
WAS = {
    "yes": _("Norge var med"),
    "partner": _("Bare som partner"),
    "no": _("Norge var ikke med"),
}  # of a period that is over
VERDICTS: dict[str, tuple[Promise, str]] = {
    "yes": (_("Ja"), "success"),
    "partly": (_("Må avklares"), "warning"),
    "no": (_("Nei"), "neutral"),
    "unknown": (_("Vet vi ikke"), "neutral"),
}
GROUPS: dict[str, Promise] = {
    "interreg": _("Interreg"),
    "sector": _("EUs programmer"),
    "eea": _("EØS-midlene"),
    "nordic": _("Nordiske ordninger"),
    "national": _("Norske ordninger som hjelper dere i gang"),
}
