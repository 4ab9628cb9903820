"""What a source says now against what it said before: which changes a reader should hear of, and what is put right
without a word.

What a source stops saying stays as it was said: an empty field is not news, and may be a cut-off answer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from vardevei.opendata.sources.announced import Announced
from vardevei.opendata.sources.announced import Deadline as Told
from vardevei.programmes.enums import ChangeKind
from vardevei.programmes.models import Call

MONEY = ("budget", "smallest", "largest", "grants", "currency")
KINDS = {
    "title": ChangeKind.TITLE,
    "abstract": ChangeKind.TEXT,
    "who": ChangeKind.TEXT,
    "identifier": ChangeKind.IDENTIFIER,
    "opens_on": ChangeKind.OPENING,
}
SAME = (
    "identifier", "kind", "family", "language", "title", "call_identifier", "call_title", "destination", "abstract",
    "action_type", "address", "opens_on", *MONEY,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """`old` and `new` are plain, to be kept: dates and amounts as text."""

    kind: ChangeKind
    old: Any
    new: Any


@dataclass(slots=True)
class Compared:
    """`values`: fields to write. `deadlines`: all of them, when they are to be written anew."""

    values: dict[str, Any] = field(default_factory=dict)
    told: list[Difference] = field(default_factory=list)
    deadlines: list[Told] | None = None

    def __bool__(self) -> bool:
        return bool(self.values or self.told or self.deadlines is not None)


def values(row: Announced) -> dict[str, Any]:
    """The fields of a call as a source tells them."""
    found = {name: getattr(row, name) for name in SAME}
    return found | {"programme_name": row.programme, "topics": [*row.keywords, *row.divisions]}


def compare(
    call: Call, before: Sequence[Told], said: dict[str, Any], deadlines: Sequence[Told], *,
    at: datetime, silent: Iterable[str] = (), all_told: bool = False,
) -> Compared:  # fmt: skip
    """`silent`: fields that this reading never tells. `all_told`: it tells every deadline, not only the next."""
    found = Compared()
    heard = {name: new for name, new in said.items() if name not in silent and not _empty(new)}
    first_time = set(call.unsaid) - set(silent)
    for name, new in heard.items():
        old = getattr(call, name)
        if old == new or (name == "abstract" and same_text(old, new)):
            continue
        found.values[name] = new
        if name in KINDS and name not in first_time:
            found.told.append(Difference(KINDS[name], plain(old), plain(new)))
    _money(call, found)
    if first_time & set(call.unsaid):
        found.values["unsaid"] = sorted(set(call.unsaid) - first_time)
    _deadlines(found, before, deadlines, at, all_told)
    return found


def _empty(value: Any) -> bool:
    return value in (None, "", [])


def _money(call: Call, found: Compared) -> None:
    changed = [name for name in MONEY if name in found.values and name != "currency"]
    if changed:
        old = {name: plain(getattr(call, name)) for name in MONEY}
        new = old | {name: plain(found.values[name]) for name in MONEY if name in found.values}
        found.told.append(Difference(ChangeKind.BUDGET, old, new))


def _deadlines(found: Compared, before: Sequence[Told], now: Sequence[Told], at: datetime, all_told: bool) -> None:
    """The one that was next is moved; when it had passed, the new one is the next. What has passed is kept."""
    passed = [one for one in before if one.passed(at)]
    ahead, new = [one for one in before if not one.passed(at)], [one for one in now if not one.passed(at)]
    if all_told:
        after = new
    else:
        after = ahead if set(new) <= set(ahead) else sorted({*new, *ahead[1:]}, key=lambda one: one.moment)
    earlier = sorted({*passed, *(one for one in now if one.passed(at))}, key=lambda one: one.moment)
    if not after and ahead:  # nothing is said of it any longer, or only what has passed
        after = ahead
    if [*earlier, *after] == list(before):
        return
    found.deadlines = [*earlier, *after]
    if after != ahead:
        kind = ChangeKind.DEADLINE if ahead or not passed else ChangeKind.NEXT_DEADLINE
        old = ahead or passed[-1:]
        found.told.append(Difference(kind, [plain(one) for one in old], [plain(one) for one in after]))


def same_text(old: str, new: str) -> bool:
    """Spaces are no news; nor is a text that goes on where it was cut before, or is cut now."""
    first, second = " ".join(old.split()), " ".join(new.split())
    if first.endswith("…") or second.endswith("…"):
        shared = min(len(first.rstrip("…")), len(second.rstrip("…")))
        return shared > 0 and first[:shared] == second[:shared]
    return first == second


def plain(value: Any) -> Any:
    """A value as it is kept in a change."""
    if isinstance(value, Told):
        return value.at.isoformat() if value.at else value.on.isoformat()
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    return value if isinstance(value, int | str | type(None)) else str(value)
