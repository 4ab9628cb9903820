"""What a file would change, as tables: the same content as `vardevei import` prints."""

from typing import Any

from django.utils.translation import gettext as _

from vardevei.projects.imports.report import Report, Rows
from vardevei.web import numbers, words
from vardevei.web.tables import Column, Row, Table


def facts(report: Report) -> list[tuple[str, str]]:
    """The file, and how many rows became what."""
    passed = [(words.reason(reason), numbers.number(count)) for reason, count in report.passed_over.items()]
    states = [(words.count(f"link:{state}"), numbers.number(count)) for state, count in report.states.items()]
    told = [
        (_("Rader i filen"), numbers.number(report.rows_read)),
        (_("Forstått"), numbers.number(report.understood)),
        (_("Lagt til side"), numbers.number(report.set_aside.count)),
        *passed,
        *states,
        (_("Uendret"), numbers.number(report.unchanged)),
    ]
    lists = [
        (_("Kolonner som ikke leses"), ", ".join(report.unknown_columns)),
        (_("Kolonner som mangler"), ", ".join(report.missing_columns)),
    ]
    size = _("%(size)s byte, %(encoding)s") % {"size": numbers.number(report.size), "encoding": report.encoding}
    return [*told, *(one for one in lists if one[1]), (_("Fil"), size)]


def tables(report: Report) -> list[tuple[Table, int]]:
    """Each list that is not empty, with how many rows it leaves out."""
    unsure = _("Ikke i filen, men beholdt fordi noen rader ikke kunne leses: {count}")
    kinds = [
        (_added(report.added), report.added),
        (_changed(report.changed), report.changed),
        (_named(report.gone, _("Ikke lenger i filen: {count}")), report.gone),
        (_named(report.unsure, unsure), report.unsure),
        (_aside(report.set_aside, _("Lagt til side: {count}")), report.set_aside),
        (_aside(report.notes, _("Tatt med, med merknad: {count}")), report.notes),
    ]
    return [(table, rows.count - len(rows.lines)) for table, rows in kinds if rows.count]


def _title(text: str, rows: Rows) -> str:
    return text.format(count=numbers.number(rows.count))


def _added(rows: Rows) -> Table:
    columns = [Column(_("Nøkkel")), Column(_("Navn")), Column(_("År"), "number")]
    return Table(_title(_("Lagt til: {count}"), rows), columns, [Row(line) for line in rows.lines])


def _changed(rows: Rows) -> Table:
    columns = [Column(_("Nøkkel")), Column(_("Navn")), Column(_("Endret"))]
    lines = [Row((key, name, _fields(fields))) for key, name, fields in rows.lines]
    return Table(_title(_("Endret: {count}"), rows), columns, lines)


def _fields(fields: list[Any]) -> str:
    """Beløp: 5.00 blir 7.00; Rolle: (tomt) blir participant."""
    empty = _("(tomt)")
    one = _("%(field)s: %(old)s blir %(new)s")
    return "; ".join(
        one % {"field": words.field(name), "old": old or empty, "new": new or empty} for name, old, new in fields
    )


def _named(rows: Rows, text: str) -> Table:
    columns = [Column(_("Nøkkel")), Column(_("Navn"))]
    return Table(_title(text, rows), columns, [Row(line) for line in rows.lines])


def _aside(rows: Rows, text: str) -> Table:
    columns = [Column(_("Linje")), Column(_("Grunn")), Column(_("Forklaring på engelsk"))]
    lines = [Row((str(line), words.reason(reason), detail)) for line, reason, detail in rows.lines]
    return Table(_title(text, rows), columns, lines)
