"""How what is done together moves."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.workflow import Flow, State, Step
from vardevei.workspaces import rules
from vardevei.workspaces.enums import MeetingState


def _runs(person: Person | None, meeting: Any) -> bool:
    return rules.may(person, rules.RUN, meeting.workspace)


def _writes(person: Person | None, meeting: Any) -> bool:
    return rules.may_write_minutes(person, meeting)


_LEADS = _("de som leder arbeidsrommet")
_WRITERS = _("de som leder arbeidsrommet, møtelederen og referenten")

MEETING = Flow(
    "meeting",
    _("Møte"),
    states=[
        State(
            MeetingState.PLANNED,
            _("Planlagt"),
            _("Planlagt"),
            ball=_("De som leder arbeidsrommet"),
            next=_("Send sakslisten."),
        ),
        State(
            MeetingState.AGENDA_SENT,
            _("Sakslisten er sendt"),
            _("Sakslisten er sendt"),
            ball=_("Møtelederen og referenten"),
            next=_("Hold møtet, og skriv referat."),
        ),
        State(
            MeetingState.HELD,
            _("Holdt, referatet skrives"),
            _("Holdt, referatet skrives"),
            ball=_("Møtelederen og referenten"),
            next=_("Godkjenn referatet."),
        ),
        State(MeetingState.APPROVED, _("Referatet er godkjent"), _("Referatet er godkjent")),
    ],
    steps=[
        Step(
            "send-agenda",
            _("Send sakslisten"),
            [MeetingState.PLANNED, MeetingState.AGENDA_SENT],
            MeetingState.AGENDA_SENT,
            may=_runs,
            who=_LEADS,
            told=_("Sakslisten til «{title}» ble sendt til {n}."),
        ),
        Step(
            "hold",
            _("Møtet er holdt"),
            [MeetingState.PLANNED, MeetingState.AGENDA_SENT],
            MeetingState.HELD,
            may=_writes,
            who=_WRITERS,
            told=_("Møtet «{title}» er holdt."),
        ),
        Step(
            "approve",
            _("Godkjenn referatet"),
            [MeetingState.HELD],
            MeetingState.APPROVED,
            may=_writes,
            who=_WRITERS,
            told=_("Referatet fra «{title}» ble godkjent."),
        ),
    ],
)
