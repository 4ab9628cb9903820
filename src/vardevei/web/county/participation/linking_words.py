"""Why a name could not be placed, as the linking decided it: its rules, said plainly."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.projects.domain.names import Candidate

RULES: dict[str, Promise] = {
    "same-name": _("Flere kommuner hadde dette navnet det året, og ingenting i raden sier hvilken."),
    "near-several": _("Navnet ligner på flere kommuner."),
    "near": _("Navnet er nesten skrevet som én kommune."),
    "unknown-place": _("Det står «kommune» i navnet, men stedet finnes ikke i registeret."),
    "several-places": _("Navnet nevner flere kommuner eller fylkeskommuner."),
    "place-alone": _("Navnet er bare et sted. Det kan være kommunen, eller noen andre på stedet."),
    "lost-letters": _("Bokstaver er gått tapt i et tidligere system."),
    "typo": _("Navnet har en skrivefeil."),
    "municipal-task": _("Det gjør noe bare kommuner gjør, men navnet sier ikke hvilken."),
}
CLUES: dict[str, Promise] = {
    "address": _("adressen i raden ligger her"),
}


def of_rule(rule: str) -> str:
    """The sentence of a rule such as "same-name+context"; what we have no sentence for says so."""
    return str(RULES.get(rule.partition("+")[0], _("Reglene kunne ikke avgjøre hvem det er.")))


def of_candidate(candidate: Candidate) -> str:
    return ", ".join(str(CLUES[clue]) for clue in candidate.clues)
