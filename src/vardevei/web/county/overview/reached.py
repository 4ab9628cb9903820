"""What a municipality was asked to, answered and came to, as a table on its page for staff."""

from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.web.numbers import short_day
from vardevei.web.tables import Column, Link, Noted, Row, Table
from vardevei.workspaces.domain import reached
from vardevei.workspaces.models import Event, Survey, Workspace

PAGES = {Survey: "survey", Event: "event", Workspace: "workspace"}


def table(ids: list[str], person: Person) -> Table | None:
    """Nothing when the municipality has not been asked to anything that the person may see."""
    rows = [_row(line) for line in reached.by(ids, person)]
    columns = [Column(_("Hva")), Column(_("Hvordan det gikk")), Column(_("Dag"))]
    caption = _("Det kommunen er spurt om, og det den har vært med på")
    return Table(caption, columns, rows, hide_caption=True) if rows else None


def _row(line: reached.Line) -> Row:
    address = reverse(PAGES[type(line.about)], args=[line.about.pk])
    return Row([Noted(Link(line.title, address), line.kind), line.outcome, short_day(line.day)])
