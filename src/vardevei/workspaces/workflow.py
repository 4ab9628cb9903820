"""How what is done together moves."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.workflow import Flow, State, Step
from vardevei.workspaces import rules
from vardevei.workspaces.enums import FollowUpState, MeetingState


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


def is_given_to(person: Person | None, followup: Any) -> bool:
    """Whether it is this person's own, or waits for an organisation where the person has a role."""
    if person is None or not person.pk or person.erased_at:
        return False
    if followup.who_id:
        return bool(followup.who_id == person.pk)
    return followup.organisation_id in set(rules.worked_at(person))


def runs(person: Person | None, followup: Any) -> bool:
    return rules.may(person, rules.RUN, followup.workspace)


def does(person: Person | None, followup: Any) -> bool:
    """Whoever has it, and those who lead. In an archived workspace, nobody."""
    return runs(person, followup) or (not followup.workspace.archived and is_given_to(person, followup))


_DOERS = _("den som har oppfølgingen, og de som leder arbeidsrommet")

FOLLOW_UP = Flow(
    "followup",
    _("Oppfølging"),
    states=[
        State(
            FollowUpState.OPEN,
            _("Åpen"),
            _("Venter på deg"),
            ball=_("Den som har oppfølgingen"),
            next=_("Gjør det, og merk det som gjort. En bestilling lukkes med et svar."),
        ),
        State(FollowUpState.DONE, _("Gjort"), _("Gjort")),
        State(FollowUpState.DROPPED, _("Droppet"), _("Skal ikke gjøres")),
    ],
    steps=[
        Step(
            "finish",
            _("Merk som gjort"),
            [FollowUpState.OPEN],
            FollowUpState.DONE,
            may=does,
            who=_DOERS,
            told=_("Oppfølgingen «{what}» er gjort."),
        ),
        Step(
            "drop",
            _("Dropp"),
            [FollowUpState.OPEN],
            FollowUpState.DROPPED,
            may=runs,
            who=_LEADS,
            told=_("Oppfølgingen «{what}» ble droppet."),
            needs_why=True,
        ),
        Step(
            "reopen",
            _("Åpne igjen"),
            [FollowUpState.DONE, FollowUpState.DROPPED],
            FollowUpState.OPEN,
            may=does,
            who=_DOERS,
            told=_("Oppfølgingen «{what}» ble åpnet igjen."),
        ),
    ],
)
