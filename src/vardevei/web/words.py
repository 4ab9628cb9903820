"""Words for codes that the data carry: roles, sources, and why a row was set aside."""

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from vardevei.opendata import families
from vardevei.opendata.sources import SOURCES

ROLES: dict[str, Promise] = {
    "coordinator": gettext_lazy("hovedpartner"),
    "participant": gettext_lazy("partner"),
    "third-party": gettext_lazy("tredjepart"),
    "international-partner": gettext_lazy("internasjonal partner"),
    "associated": gettext_lazy("assosiert partner"),
}
SOURCE_NAMES: dict[str, Promise] = {
    "forskningsradet": gettext_lazy("Forskningsrådet: deltakelse i EUs rammeprogrammer"),
    "cordis": gettext_lazy("Europakommisjonen: CORDIS"),
    "list": gettext_lazy("Regneark fra en fylkeskommune"),
    "by-hand": gettext_lazy("Registrert for hånd av en fylkeskommune"),
}
FIELDS: dict[str, Promise] = {
    "organisation": gettext_lazy("Hvem det er"),
    "not-ours": gettext_lazy("Hvem det er"),
    "name": gettext_lazy("Navnet på deltakeren"),
    "organisation_number": gettext_lazy("Organisasjonsnummer"),
    "role": gettext_lazy("Rolle"),
    "signed": gettext_lazy("Signert"),
    "start": gettext_lazy("Start"),
    "end": gettext_lazy("Slutt"),
    "amount": gettext_lazy("Beløp"),
    "address_municipality": gettext_lazy("Kommunenummer i adressen"),
    "town": gettext_lazy("Sted"),
    "country": gettext_lazy("Land"),
    "year": gettext_lazy("År"),
    "currency": gettext_lazy("Valuta"),
    "nuts": gettext_lazy("Region (NUTS)"),
    "post_code": gettext_lazy("Postnummer"),
    "project": gettext_lazy("Prosjekt"),
    "organisation_id": gettext_lazy("Hvem det er"),
    "link_state": gettext_lazy("Plassering"),
    "link_relation": gettext_lazy("Tilknytning"),
    "link_rule": gettext_lazy("Regel som avgjorde"),
    "link_score": gettext_lazy("Hvor sikkert"),
    "link_candidates": gettext_lazy("Kan være"),
    "told": gettext_lazy("Det kilden sier om noe som er rettet"),
    "gone_at": gettext_lazy("Borte fra kilden"),
}
COLUMNS: dict[str, Promise] = {
    "project_number": gettext_lazy("Prosjektnummer"),
    "acronym": gettext_lazy("Kortnavn"),
    "title": gettext_lazy("Prosjektets navn"),
    "family": gettext_lazy("Program"),
    "programme_part": gettext_lazy("Delprogram eller utlysning"),
    "topic": gettext_lazy("Tema"),
    "key": gettext_lazy("Radens egen nøkkel"),
}
REASONS: dict[str, Promise] = {
    "amount-ambiguous": gettext_lazy("Beløpet kan leses på to måter"),
    "amount-negative": gettext_lazy("Beløpet er negativt"),
    "amount-out-of-range": gettext_lazy("Beløpet er for stort til å være riktig"),
    "amount-unreadable": gettext_lazy("Beløpet er ikke et tall"),
    "cell-formula": gettext_lazy("En celle inneholder en formel"),
    "cell-too-long": gettext_lazy("En celle er for lang"),
    "control-character": gettext_lazy("Tegn som ikke kan vises, er utelatt"),
    "country-missing": gettext_lazy("Landet mangler"),
    "country-unreadable": gettext_lazy("Landet er ikke to bokstaver"),
    "currency-unreadable": gettext_lazy("Valutaen er ikke tre bokstaver"),
    "date-out-of-range": gettext_lazy("Datoen er utenfor det som er mulig"),
    "date-unreadable": gettext_lazy("Datoen kan ikke leses"),
    "family-unknown": gettext_lazy("Raden sier ikke hvilket program den gjelder"),
    "key-duplicate": gettext_lazy("En tidligere rad har samme nøkkel og sier noe annet"),
    "name-missing": gettext_lazy("Navnet på deltakeren mangler"),
    "number-unreadable": gettext_lazy("Kommunenummeret kan ikke leses"),
    "organisation-missing": gettext_lazy("Deltakerens nummer mangler"),
    "organisation-number-invalid": gettext_lazy("Organisasjonsnummeret er ikke gyldig"),
    "participant-missing": gettext_lazy("Deltakerens nummer mangler"),
    "period-backwards": gettext_lazy("Prosjektet slutter før det begynner"),
    "project-missing": gettext_lazy("Prosjektet mangler"),
    "project-unknown": gettext_lazy("Prosjektet står ikke i prosjekttabellen"),
    "project-unreadable": gettext_lazy("Raden i prosjekttabellen kan ikke leses"),
    "role-unknown": gettext_lazy("Rollen er ikke kjent"),
    "row-shape": gettext_lazy("Raden har feil antall celler"),
    "row-unreadable": gettext_lazy("Anførselstegnene i raden går ikke opp"),
    "year-unreadable": gettext_lazy("Året kan ikke leses"),
    "other-country": gettext_lazy("Deltakere fra andre land"),
    "repeated": gettext_lazy("Rader som står to ganger"),
}


COUNTS: dict[str, Promise] = {
    "rows_read": gettext_lazy("Rader i filen"),
    "added": gettext_lazy("Lagt til"),
    "changed": gettext_lazy("Endret"),
    "gone": gettext_lazy("Borte fra filen"),
    "missing": gettext_lazy("Ikke i dette utdraget"),
    "projects_added": gettext_lazy("Nye prosjekter"),
    "projects_changed": gettext_lazy("Endrede prosjekter"),
    "unchanged": gettext_lazy("Uendret"),
    "rejected": gettext_lazy("Lagt til side"),
    "notes": gettext_lazy("Tatt med, med merknad"),
    "link:placed": gettext_lazy("Hos en kommune eller fylkeskommune"),
    "link:not-ours": gettext_lazy("Hos andre, som bedrifter og universiteter"),
    "link:doubtful": gettext_lazy("Tvilsomme, venter på et menneske"),
}


def family(code: str) -> str:
    known = {family.code for family in families.families()}
    return families.name(code, get_language() or "nb") if code in known else code


def field(code: str) -> str:
    return str(FIELDS.get(code, code))


def column(code: str) -> str:
    """What a column of a list holds."""
    return str(COLUMNS.get(code) or field(code))


def role(code: str) -> str:
    return str(ROLES.get(code, _("ikke oppgitt")))


def source(code: str) -> str:
    return str(SOURCE_NAMES.get(code) or (SOURCES[code].title if code in SOURCES else code))


def reason(code: str) -> str:
    return str(REASONS.get(code, code))


def aside(kind: str) -> str:
    return _("lagt til side") if kind == "rejected" else _("merknad")


def count(name: str) -> str:
    passed_over = name.removeprefix("passed_over:")
    return str(COUNTS.get(name, name)) if passed_over == name else reason(passed_over)
