"""How a revision moves: from whoever wrote it, by the editors of county and network, to the readers."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person
from vardevei.core.workflow import Flow, State, Step
from vardevei.library import rules
from vardevei.library.enums import RevisionState as To


def _anyone(_person: Person | None, _revision: Any) -> bool:
    """Whoever holds the link from the letter, and the verb that publishes: the door has looked already."""
    return True


def _county(person: Person | None, revision: Any) -> bool:
    return rules.may_review_for_county(person, revision.example)


def _network(person: Person | None, _revision: Any) -> bool:
    return rules.may(person, rules.PUBLISH_EXAMPLES)


def _own(person: Person | None, revision: Any) -> bool:
    return person is not None and revision.made_by_id == person.pk


_WRITER, _EDITOR, _NETWORK = _("den som skrev"), _("fylkesredaktøren"), _("nettverksredaktøren")

REVISION = Flow(
    "revision",
    _("Et eksempel, fra forslag til publisert"),
    states=[
        State(
            To.UNCONFIRMED,
            _("Venter på bekreftelse fra avsenderen"),
            _("Venter på at du bekrefter"),
            ball=_WRITER,
            next=_("Trykk på lenken i brevet."),
        ),
        State(
            To.PROPOSAL,
            _("Til vurdering i fylket"),
            _("Fylket ser på det"),
            ball=_EDITOR,
            next=_("Godta, be om mer eller si nei med begrunnelse."),
        ),
        State(
            To.AT_NETWORK,
            _("Til vurdering i nettverket"),
            _("Nettverket ser på det"),
            ball=_NETWORK,
            next=_("Publiser, be om mer eller si nei med begrunnelse."),
        ),
        State(
            To.RETURNED,
            _("Sendt tilbake med spørsmål"),
            _("Sendt tilbake til deg"),
            ball=_WRITER,
            next=_("Svar på spørsmålene og send på nytt."),
        ),
        State(To.PUBLISHED, _("Publisert"), _("Publisert")),
        State(To.DECLINED, _("Ikke tatt inn"), _("Ikke tatt inn")),
        State(To.REPLACED, _("Avløst av en nyere"), _("Avløst av en nyere")),
        State(To.WITHDRAWN, _("Trukket"), _("Du har trukket det")),
    ],
    steps=[
        Step(
            "confirm",
            _("Bekreft"),
            [To.UNCONFIRMED],
            To.PROPOSAL,
            may=_anyone,
            who=_WRITER,
            told=_("Forslaget «{title}» ble bekreftet fra lenken i brevet."),
        ),
        Step(
            "confirm-to-network",
            _("Bekreft"),
            [To.UNCONFIRMED],
            To.AT_NETWORK,
            may=_anyone,
            who=_WRITER,
            told=_("Forslaget «{title}» ble bekreftet fra lenken i brevet, og gikk til nettverket."),
        ),
        Step(
            "county-ask",
            _("Be om mer"),
            [To.PROPOSAL],
            To.RETURNED,
            may=_county,
            who=_EDITOR,
            told=_("Fylket ba om mer i «{title}»."),
            needs_why=True,
        ),
        Step(
            "county-decline",
            _("Ikke ta det inn"),
            [To.PROPOSAL],
            To.DECLINED,
            may=_county,
            who=_EDITOR,
            told=_("Fylket tok ikke inn «{title}»."),
            needs_why=True,
        ),
        Step(
            "county-accept",
            _("Godta"),
            [To.PROPOSAL],
            To.AT_NETWORK,
            may=_county,
            who=_EDITOR,
            told=_("Fylket godtok «{title}»."),
        ),
        Step(
            "network-ask",
            _("Be om mer"),
            [To.AT_NETWORK],
            To.RETURNED,
            may=_network,
            who=_NETWORK,
            told=_("Nettverket ba om mer i «{title}»."),
            needs_why=True,
        ),
        Step(
            "network-decline",
            _("Ikke ta det inn"),
            [To.AT_NETWORK],
            To.DECLINED,
            may=_network,
            who=_NETWORK,
            told=_("Nettverket tok ikke inn «{title}»."),
            needs_why=True,
        ),
        Step(
            "network-accept",
            _("Publiser"),
            [To.AT_NETWORK],
            To.PUBLISHED,
            may=_network,
            who=_NETWORK,
            told=_("«{title}» ble publisert."),
        ),
        Step(
            "withdraw",
            _("Trekk forslaget"),
            [To.UNCONFIRMED, To.PROPOSAL, To.RETURNED, To.AT_NETWORK],
            To.WITHDRAWN,
            may=_own,
            who=_WRITER,
            told=_("Forslaget «{title}» ble trukket av den som skrev det."),
            needs_why=True,
        ),
        Step(
            "replace",
            _("Avløs"),
            [To.PUBLISHED],
            To.REPLACED,
            may=_anyone,
            who=_("den nye utgaven, når den blir publisert"),
            told=_("En ny utgave av «{title}» kom i stedet for den forrige."),
        ),
    ],
)
