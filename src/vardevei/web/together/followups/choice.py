"""Which of a workspace's follow-ups are shown: mine, all that are open, those overdue, or those that are over."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.workspaces import rules
from vardevei.workspaces.enums import FollowUpState
from vardevei.workspaces.models import FollowUp, Workspace

Narrow = Callable[[QuerySet[FollowUp], Person | None], QuerySet[FollowUp]]


def mine(all_of: QuerySet[FollowUp], person: Person | None) -> QuerySet[FollowUp]:
    if person is None:
        return all_of.none()
    here = Q(who__isnull=True, organisation__in=set(rules.worked_at(person)))
    return all_of.filter(Q(who=person) | here, state=FollowUpState.OPEN)


def opened(all_of: QuerySet[FollowUp], person: Person | None) -> QuerySet[FollowUp]:
    return all_of.filter(state=FollowUpState.OPEN)


def overdue(all_of: QuerySet[FollowUp], person: Person | None) -> QuerySet[FollowUp]:
    return FollowUp.objects.filter(pk__in=all_of.values("pk")).overdue()


def ended(all_of: QuerySet[FollowUp], person: Person | None) -> QuerySet[FollowUp]:
    return all_of.exclude(state=FollowUpState.OPEN).order_by("-done_at", "-pk")


VIEWS: list[tuple[str, str | Promise, Narrow]] = [
    ("apne", _("Åpne"), opened),
    ("mine", _("Mine"), mine),
    ("forfalt", _("Forfalt"), overdue),
    ("gjort", _("Gjort og droppet"), ended),
]


@dataclass(frozen=True, slots=True)
class View:
    """One way to look, with how many it shows."""

    code: str
    text: str
    count: int
    current: bool


class Choice:
    def __init__(self, asked: QueryDict, workspace: Workspace, person: Person | None) -> None:
        self.person, self.workspace = person, workspace
        known = [code for code, _words, _narrow in VIEWS]
        self.code = asked.get("vis") if asked.get("vis") in known else known[0]
        everything = FollowUp.objects.filter(workspace=workspace).select_related("who", "organisation", "done_by")
        self.found = {code: narrow(everything, person) for code, _words, narrow in VIEWS}

    def chosen(self) -> list[FollowUp]:
        return list(self.found[self.code or ""])

    def views(self) -> list[View]:
        return [View(code, str(words), self.found[code].count(), code == self.code) for code, words, _narrow in VIEWS]
