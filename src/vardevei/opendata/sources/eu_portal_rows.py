"""One row of the portal to one call: from its search interface's answer, or from a saved snapshot."""

import json
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from urllib.parse import unquote, urlsplit

from vardevei.opendata.sources.announced import BRUSSELS, Announced, Deadline
from vardevei.opendata.sources.cells import Unreadable, shown, storable
from vardevei.opendata.sources.plain import plain

KINDS = {"1": "topic", "2": "proposal", "8": "cascade"}
STATES = {"31094501": "forthcoming", "31094502": "open", "31094503": "closed"}
PAGE = "https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/"
LONGEST_TITLE, LONGEST_TEXT, LONGEST_IDENTIFIER = 500, 60_000, 150
FIRST_YEAR, LAST_YEAR = 1990, 2100
Notes = list[tuple[str, str]]


def of_snapshot(row: dict[str, Any], line: int, notes: Notes) -> Announced:
    """A row of a daily snapshot: one value each, labels beside numbers, only the next deadline."""
    programme, budget = _record(next(iter(_listed(row.get("frameworkProgrammes"))), None)), _record(row.get("budget"))
    return _call(
        line,
        notes,
        reference=_text(row.get("id")),
        kind=_text(_record(row.get("kind")).get("id")),
        identifier=_text(row.get("identifier")),
        titles=(row.get("title"), row.get("callTitle"), row.get("summary")),
        call_identifier=_text(row.get("callIdentifier")),
        abstract=row.get("abstract"),
        destination=_line(row.get("destination")),
        action_type=_line(row.get("actionType")),
        programme=_line(programme.get("label")),
        programme_number=_text(programme.get("id")),
        divisions=tuple(_names(_listed(row.get("programmeDivisions")))),
        asserted=_text(_record(row.get("status")).get("id")),
        opens=row.get("startDate") or row.get("plannedOpeningDate"),
        deadlines=[row.get("deadlineDate")],
        money={
            "budget": budget.get("totalBudgetEur"),
            "smallest": budget.get("minContributionEur"),
            "largest": budget.get("maxContributionEur"),
            "grants": budget.get("expectedGrants"),
        },
        address=_text(row.get("url")),
    )


def of_answer(row: dict[str, Any], line: int, notes: Notes) -> Announced:
    """A row of the search interface: every value a list, some of them JSON inside a string."""
    told = row.get("metadata")
    if not isinstance(told, dict):
        raise Unreadable("row-shape", "The row has no metadata.")
    identifier = _first(told, "identifier")
    actions = [one for one in _inside(told, "actions", notes) if isinstance(one, dict)]
    action: dict[str, Any] = actions[0] if actions else {}
    status = _record(action.get("status"))
    return _call(
        line,
        notes,
        reference=_text(row.get("reference")) or _first(told, "REFERENCE"),
        kind=_first(told, "type"),
        identifier=identifier,
        titles=(_first(told, "title"), _first(told, "callTitle"), row.get("summary")),
        call_identifier=_first(told, "callIdentifier"),
        abstract=_first(told, "descriptionByte"),
        destination=_line(_first(told, "destinationDescription")),
        action_type=_line(_first(told, "typesOfAction")),
        programme="",
        programme_number=_first(told, "frameworkProgramme"),
        keywords=tuple(_keywords(told, identifier, notes)),
        asserted=_first(told, "status") or _text(status.get("id")),
        opens=_first(told, "startDate") or action.get("plannedOpeningDate"),
        deadlines=_listed(told.get("deadlineDate")) or _listed(action.get("deadlineDates")),
        money=_money(_inside(told, "budgetOverview", notes), identifier),
        address=_text(row.get("url")) or _first(told, "url"),
        language=_first(told, "language") or "en",
    )


def _call(
    line: int, notes: Notes, *, reference: str, kind: str, identifier: str, titles: tuple[Any, ...], abstract: Any,
    asserted: str, opens: Any, deadlines: Iterable[Any], money: dict[str, Any], address: str, **rest: Any,
) -> Announced:  # fmt: skip
    if not identifier:
        raise Unreadable("identifier-missing", "The row has no identifier.")
    if len(identifier) > LONGEST_IDENTIFIER:
        raise Unreadable("identifier-too-long", f"The identifier is {len(identifier)} characters long.")
    known = KINDS.get(kind, "other")
    title, call_title = _titles([_line(one) for one in titles], identifier, known)
    found = _deadlines(deadlines)
    return Announced(
        key=_key(known, reference, identifier),
        line=line,
        identifier=identifier,
        title=title,
        call_title=call_title,
        kind=known,
        abstract=plain(storable_text(_text(abstract)))[:LONGEST_TEXT],
        asserted=STATES.get(asserted, ""),
        opens_on=_opening(opens, found, notes),
        deadlines=found,
        address=_address(address, identifier),
        **{name: _number(value, name, notes) for name, value in money.items()},
        **rest,
    )


def _key(kind: str, reference: str, identifier: str) -> str:
    """The portal's number stays when an identifier is corrected, and is the same in answers and snapshots."""
    number = re.match(r"\d+", reference)
    return f"{kind}/{number[0] if number else reference or identifier}"


def _titles(told: list[str], identifier: str, kind: str) -> tuple[str, str]:
    """The title, and the title of what it is a part of. A call that passes money on has its own name second."""
    title, above, summary = told
    if kind == "cascade" and above:
        title, above = above, title
    if title.casefold() in ("", identifier.casefold()):
        title = next((one for one in (summary, above) if one and one.casefold() != identifier.casefold()), identifier)
    return title[:LONGEST_TITLE], "" if above == title else above[:LONGEST_TITLE]


def _deadlines(told: Iterable[Any]) -> tuple[Deadline, ...]:
    found = {_deadline(one) for one in told if one}
    return tuple(sorted(found, key=lambda one: one.moment))


def _deadline(told: Any) -> Deadline:
    moment = _moment(told, "deadline")
    if (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return Deadline(moment.date())
    moment = moment.replace(second=0, microsecond=0)  # the portal's seconds differ from day to day
    return Deadline(moment.astimezone(BRUSSELS).date(), moment)


def _opening(told: Any, deadlines: tuple[Deadline, ...], notes: Notes) -> date | None:
    if not told:
        return None
    moment = _moment(told, "opening")
    midnight = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
    day = moment.date() if midnight else moment.astimezone(BRUSSELS).date()
    if deadlines and day > deadlines[-1].on:
        notes.append(("opens-too-late", f"It opens {day}, after its last deadline {deadlines[-1].on}; left out."))
        return None
    return day


def _moment(told: Any, what: str) -> datetime:
    try:
        moment = datetime.fromisoformat(str(told).strip().replace("Z", "+00:00").replace("+0000", "+00:00"))
    except ValueError as error:
        raise Unreadable("date-unreadable", f"The {what} is {shown(str(told))}, which is no date.") from error
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise Unreadable("date-unreadable", f"The {what} is in the year {moment.year}.")
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _money(overview: list[Any], identifier: str) -> dict[str, Any]:
    """The lines of the budget that are this topic's own; the overview holds those of the whole call."""
    whole = overview[0] if overview and isinstance(overview[0], dict) else {}
    by_topic = whole.get("budgetTopicActionMap")
    lines = [one for found in by_topic.values() for one in _listed(found)] if isinstance(by_topic, dict) else []
    own = [one for one in lines if isinstance(one, dict) and str(one.get("action", "")).split(" - ")[0] == identifier]
    if not own:
        return {}
    amounts = [value for one in own for value in _record(one.get("budgetYearMap")).values() if str(value).strip()]
    return {
        "budget": sum(Decimal(str(one)) for one in amounts) if amounts and all(map(_is_number, amounts)) else None,
        "smallest": min((one.get("minContribution") or 0 for one in own), default=0) or None,
        "largest": max((one.get("maxContribution") or 0 for one in own), default=0) or None,
        "grants": sum(one.get("expectedGrants") or 0 for one in own) or None,
    }


def _is_number(told: Any) -> bool:
    return bool(re.fullmatch(r"\d+(\.\d+)?", str(told)))


def _number(told: Any, name: str, notes: Notes) -> Any:
    if told in (None, "", 0):
        return None
    try:
        amount = Decimal(str(told)).quantize(Decimal("0.01"))
    except InvalidOperation:
        amount = Decimal(-1)
    if not 0 < amount < Decimal(10) ** 12:
        notes.append(("amount-unreadable", f"The {name} is {shown(str(told))}; left out."))
        return None
    return int(amount) if name == "grants" else amount


def _inside(told: dict[str, Any], field: str, notes: Notes) -> list[Any]:
    """JSON inside a string; one that is cut off is left out, and told."""
    raw = _first(told, field)
    if not raw:
        return []
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        notes.append(("cut-off", f"The field {field} is JSON that is cut off; left out."))
        return []
    return found if isinstance(found, list) else [found]


def _keywords(told: dict[str, Any], identifier: str, notes: Notes) -> Iterable[str]:
    """Keywords and tags, but for the call's own identifiers among them."""
    words = [*_listed(told.get("keywords"))]
    if len(words) == 1 and str(words[0]).startswith("["):
        words = _inside(told, "keywords", notes)
    own = {identifier, _first(told, "callIdentifier")}
    plain_words = (_line(word) for word in (*words, *_listed(told.get("tags"))))
    return dict.fromkeys(word for word in plain_words if word and word not in own)


def _names(listed: Iterable[Any]) -> Iterable[str]:
    """Labels; a number that the portal could not name is no label."""
    labels = (_line(one.get("label")) for one in listed if isinstance(one, dict))
    return dict.fromkeys(label for label in labels if label and not label.isdigit())


def _listed(told: Any) -> list[Any]:
    return told if isinstance(told, list) else [] if told is None else [told]


def _record(told: Any) -> dict[str, Any]:
    return told if isinstance(told, dict) else {}


def _first(told: dict[str, Any], field: str) -> str:
    return next((text for one in _listed(told.get(field)) if (text := _text(one))), "")


def _text(told: Any) -> str:
    return "" if told is None or isinstance(told, dict | list) else str(told).strip()


def storable_text(text: str) -> str:
    """Line breaks stay; other control characters go."""
    return "\n".join(storable(line) for line in text.splitlines())


def _line(told: Any) -> str:
    return " ".join(storable(unquote(plain(_text(told))).replace("\n", " ")).split())


def _address(told: str, identifier: str) -> str:
    """The page for people, where the portal gives one for machines."""
    if "/data/topicDetails/" in told and re.fullmatch(r"[\w.+-]+", identifier):
        return PAGE + identifier
    parts = urlsplit(told)
    return told[:500] if parts.scheme in ("http", "https") and parts.netloc else ""
