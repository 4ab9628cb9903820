"""A partner request that has been passed to Indre Fosen, and one that nobody has confirmed."""

from datetime import date

from tests.people import INDRE_FOSEN, TRONDELAG, place, somebody
from tests.web.worlds import each
from vardevei.guide.domain import partner_asking, partner_keys, partner_requests
from vardevei.guide.domain.partner_requests import Said

ONE = ("partner-request", "partner-request-answer", "partner-request-change", "partner-request-ask")
MORE = ("partner-request-remind", "partner-request-close")
MINE = ("partner-request-mine", "partner-request-confirm")


def values(made, workspace) -> dict[str, object]:
    said = Said(
        title="Felles forprosjekt", asker="Prøveby", country="Sverige", text="Hvem?", answer_by=date(2099, 1, 1)
    )
    request = partner_requests.record(place(TRONDELAG), said, by=made.adviser)
    partner_asking.ask(request, [place(INDRE_FOSEN)], by=made.adviser)
    hidden = partner_requests.send_in(place(TRONDELAG), said, by=somebody("Ulla Utan"))
    return {**each((*ONE, *MORE), "key", request.pk), **each(MINE, "token", partner_keys.token(hidden))}
