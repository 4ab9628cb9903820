"""What each column of the list means, with a few of its cells, to look at and to change."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vardevei.organisations.imports.contact_lists import reading
from vardevei.organisations.imports.contact_lists.entries import rows
from vardevei.organisations.models import ContactList

SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Column:
    """`options` are (field, word, chosen)."""

    at: int
    name: str
    samples: str
    options: list[tuple[str, str, bool]]


def words() -> dict[str, str]:
    return {
        "": _("Fylkets egen kolonne, blir med ut igjen"),
        "municipality": _("Kommune"),
        "number": _("Kommunenummer"),
        "name": _("Navn"),
        "first_name": _("Fornavn"),
        "last_name": _("Etternavn"),
        "title": _("Tittel"),
        "email": _("E-post"),
        "phone": _("Telefon"),
        "form": _("Målform"),
        "since": _("Kontakt siden"),
        "post_code": _("Postnummer"),
        "town": _("Poststed"),
    }


def of(one: ContactList) -> list[Column]:
    header, lines = reading.header(one), rows(one)
    width = max([len(header), *(len(cells) for _line, cells in lines)], default=0)
    return [_column(one, at, header, lines) for at in range(width)]


def _column(one: ContactList, at: int, header: list[str], lines: list[tuple[int, list[str]]]) -> Column:
    name = header[at] if at < len(header) else ""
    cells = dict.fromkeys(cells[at] for _line, cells in lines if at < len(cells) and cells[at])
    meant = one.columns.get(str(at), "")
    options = [(field, word, field == meant) for field, word in words().items()]
    return Column(at, name or _("Kolonne {n}").format(n=at + 1), ", ".join(list(cells)[:SAMPLES])[:120], options)


def chosen(posted: Mapping[str, str]) -> dict[str, str]:
    """From the form's select boxes ("column-3": "email") to what is kept."""
    told = {name.removeprefix("column-"): meant for name, meant in posted.items() if name.startswith("column-")}
    return {at: meant for at, meant in told.items() if at.isdecimal() and meant}
