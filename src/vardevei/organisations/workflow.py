"""How a request to work for a municipality moves."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.workflow import Flow, State, Step
from vardevei.organisations import rules
from vardevei.organisations.enums import JoinState


def _may_answer(person: Person | None, request: Any) -> bool:
    return rules.may(person, rules.ANSWER_REQUESTS, request.organisation_id)


def _is_mine(person: Person | None, request: Any) -> bool:
    return person is not None and request.person_id == person.pk


_ANSWERERS = _("de som er i kommunen, og fylket")

JOINING = Flow(
    "joining",
    _("Forespørsel om å få arbeide for en kommune"),
    states=[
        State(
            JoinState.ASKED,
            _("Venter på svar fra oss"),
            _("Venter på svar"),
            ball=_("Kommunen eller fylket"),
            next=_("Si ja eller nei."),
        ),
        State(JoinState.ACCEPTED, _("Godtatt"), _("Du er med")),
        State(JoinState.DECLINED, _("Avslått"), _("Du fikk nei")),
        State(JoinState.WITHDRAWN, _("Trukket"), _("Du har trukket den")),
    ],
    steps=[
        Step(
            "accept",
            _("Si ja"),
            [JoinState.ASKED],
            JoinState.ACCEPTED,
            may=_may_answer,
            who=_ANSWERERS,
            told=_("{who} fikk ja til å arbeide for {organisation}."),
        ),
        Step(
            "decline",
            _("Si nei"),
            [JoinState.ASKED],
            JoinState.DECLINED,
            may=_may_answer,
            who=_ANSWERERS,
            told=_("{who} fikk nei til å arbeide for {organisation}."),
            needs_why=True,
        ),
        Step(
            "withdraw",
            _("Trekk forespørselen"),
            [JoinState.ASKED],
            JoinState.WITHDRAWN,
            may=_is_mine,
            who=_("den som har spurt"),
            told=_("{who} trakk forespørselen om å arbeide for {organisation}."),
        ),
    ],
)
