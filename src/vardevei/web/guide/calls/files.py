"""Calls to take away: as tables, and as JSON with the field names of CommonGrants (commongrants.org)."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from vardevei.core.domain import addresses
from vardevei.programmes.domain import wanted
from vardevei.programmes.models import Call
from vardevei.web import exports
from vardevei.web.guide.calls import choosing, one, words

STATUS = {"open": "open", "forthcoming": "forecasted", "closed": "closed"}
HEADS = (
    "identifier", "title", "programme", "status", "opens", "deadlines", "budget", "min_grant", "max_grant", "grants",
    "currency", "action_type", "topics", "language", "source", "address", "page",
)  # fmt: skip


def calls(request: HttpRequest, kind: str) -> HttpResponse:
    if kind not in exports.TYPES:
        raise Http404(kind)
    chosen = choosing.chosen(request.GET)
    found = wanted.find(chosen.wanted).select_related("programme", "delivery").prefetch_related("deadlines", "changes")
    if kind == "json":
        return _json(_envelope([common(call) for call in found]), "utlysninger")
    about = ((_("Kilde"), "EU Funding & Tenders Portal, European Commission (CC BY 4.0)"),)
    return exports.send(kind, "utlysninger", exports.Table(HEADS, _rows(found), about, title=_("Utlysninger")))


def call(request: HttpRequest, key: str) -> HttpResponse:
    found = one.known(key)
    return _json({"status": 200, "message": "Success", "data": common(found)}, found.key)


def common(call: Any) -> dict[str, Any]:
    """An opportunity in CommonGrants' words. What is not known is left out; their own fields hold what they lack."""
    found = {
        "id": str(uuid5(NAMESPACE_URL, addresses.absolute(f"/utlysninger/{call.key}/", "nb"))),
        "title": call.title,
        "status": _status(call.standing),
        "description": call.abstract or call.title,
        "funding": _funding(call),
        "keyDates": _dates(call),
        "source": call.address or None,
        "customFields": _custom(call),
        "createdAt": call.first_seen_at.isoformat(),
        "lastModifiedAt": max([call.first_seen_at, *(one.seen_at for one in call.changes.all())]).isoformat(),
    }
    return {name: value for name, value in found.items() if value not in (None, {})}


def _status(standing: str) -> dict[str, str]:
    if standing in STATUS:
        return {"value": STATUS[standing]}
    return {"value": "custom", "customValue": standing}


def _funding(call: Call) -> dict[str, Any]:
    amounts = {
        "totalAmountAvailable": call.budget,
        "minAwardAmount": call.smallest,
        "maxAwardAmount": call.largest,
    }
    told: dict[str, Any] = {
        name: {"amount": f"{amount:.2f}", "currency": call.currency} for name, amount in amounts.items() if amount
    }
    return told | ({"estimatedAwardCount": call.grants} if call.grants else {})


def _dates(call: Call) -> dict[str, Any]:
    """The last deadline is the one it closes at; those before it are other dates."""
    deadlines = list(call.deadlines.all())
    told: dict[str, Any] = {}
    if call.opens_on:
        told["postDate"] = {"name": "Opening date", "eventType": "singleDate", "date": call.opens_on.isoformat()}
    if deadlines:
        told["closeDate"] = _event("Deadline", deadlines[-1])
    if deadlines[:-1]:
        told["otherDates"] = {f"deadline{one.stage}": _event(f"Deadline {one.stage}", one) for one in deadlines[:-1]}
    return told


def _event(name: str, deadline: Any) -> dict[str, str]:
    told = {"name": name, "eventType": "singleDate", "date": deadline.on.isoformat()}
    at = deadline.at.astimezone(words.timezone.get_current_timezone())
    return told if deadline.whole_day else told | {"time": f"{at:%H:%M:%S}"}


def _custom(call: Call) -> dict[str, Any]:
    told: dict[str, Any] = {
        "identifier": call.identifier, "programme": call.programme_id or call.programme_name,
        "actionType": call.action_type, "topics": call.topics, "partOf": call.call_title or call.destination,
        "page": addresses.absolute(f"/utlysninger/{call.key}/", "nb"),
    }  # fmt: skip
    return {
        name: {"name": name, "fieldType": "array" if isinstance(value, list) else "string", "value": value}
        for name, value in told.items()
        if value
    }


def _envelope(items: list[dict[str, Any]]) -> dict[str, Any]:
    pages = {"page": 1, "pageSize": len(items), "totalItems": len(items), "totalPages": 1}
    return {"status": 200, "message": "Success", "items": items, "paginationInfo": pages}


def _json(told: dict[str, Any], name: str) -> HttpResponse:
    answer = HttpResponse(json.dumps(told, ensure_ascii=False, indent=1), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{name}.json"'
    answer["Cache-Control"] = "public, max-age=900"
    return answer


def _rows(found: Any) -> Iterator[tuple[exports.Cell, ...]]:
    for call in found:
        yield (
            call.identifier, call.title, words.programme(call), call.standing, call.opens_on,
            ", ".join(one.on.isoformat() for one in call.deadlines.all()),
            *(f"{amount:.2f}" if amount else "" for amount in (call.budget, call.smallest, call.largest)),
            call.grants, call.currency, call.action_type, ", ".join(call.topics), call.language,
            call.delivery.publisher if call.delivery else "", call.address,
            addresses.absolute(f"/utlysninger/{call.key}/", "nb"),
        )  # fmt: skip
