"""Events for tests: on a day in May, from nine to three, in Indre Fosen."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests import people
from vardevei.core.models import Person
from vardevei.workspaces.domain import events, workspaces
from vardevei.workspaces.models import Event, Workspace

OSLO = ZoneInfo("Europe/Oslo")


def at(text: str, fold: int = 0) -> datetime:
    """ "2027-05-12 09:00" as a clock on a wall in Norway shows it."""
    return datetime.fromisoformat(text).replace(tzinfo=OSLO, fold=fold)


def room(adviser: Person | None = None, **fields: Any) -> Workspace:
    adviser = adviser or people.adviser()
    return workspaces.begin(people.place(people.TRONDELAG), title="Nettverk", by=adviser, **fields)


def draft(workspace: Workspace | None = None, **fields: Any) -> Event:
    workspace = workspace or room()
    assert workspace.by is not None
    usual: dict[str, Any] = {
        "title": "Muligheter i Europa",
        "starts_at": at("2027-05-12 09:00"),
        "ends_at": at("2027-05-12 15:00"),
        "venue": "Fosenhallen",
        "municipality": people.place(people.INDRE_FOSEN),
    }
    return events.begin(workspace, by=workspace.by, **{**usual, **fields})


def published(workspace: Workspace | None = None, **fields: Any) -> Event:
    event = draft(workspace, **fields)
    assert event.by is not None
    return events.publish(event, by=event.by)
