"""What somebody has chosen to look at: filters, order and columns, all in the address."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.opendata.attributes import SIZE_CLASSES
from vardevei.web.alphabet import alphabetical
from vardevei.web.county.overview.rows import Row

COLUMNS: dict[str, Promise] = {
    "funnet": _("Funnet deltakelse"),
    "kontakt": _("Kontakt"),
    "strategi": _("Strategi"),
    "sist": _("Siste kontakt"),
    "neste": _("Neste steg"),
    "notat": _("Notat"),
}
SILENCE = ("3", "6", "12")
SIZES = tuple(code for code, _least in SIZE_CLASSES)
LATE = date.max
ORDER: dict[str, Callable[[Row], tuple[object, ...]]] = {
    "kommune": lambda row: (),
    "funnet": lambda row: (row.projects, row.perhaps),
    "kontakt": lambda row: (
        row.vacant,
        alphabetical(row.contacts[0]) if row.contacts else "",
        row.vacant_since or LATE,
    ),
    "strategi": lambda row: ({"yes": 0, "no": 1}.get(row.has_strategy, 2),),
    "sist": lambda row: (row.last or date.min,),
    "neste": lambda row: (row.step.due if row.step else LATE,),
    "notat": lambda row: (not row.note, alphabetical(row.note)),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """`day` is today, or the day a link was made: what was overdue then is shown as overdue."""

    day: date
    q: str = ""
    funnet: str = ""
    ledig: bool = False
    stille: str = ""
    forfalt: bool = False
    storrelse: str = ""
    sorter: str = "kommune"
    columns: tuple[str, ...] = tuple(COLUMNS)

    @classmethod
    def of(cls, sent: QueryDict) -> "Choice":
        """What the address says; what it cannot say is left out."""
        order = sent.get("sorter", "")
        return cls(
            day=_day(sent.get("dato", "")),
            q=sent.get("q", "").strip()[:100],
            funnet=_one_of(sent.get("funnet", ""), ("ja", "nei")),
            ledig=sent.get("ledig") == "1",
            stille=_one_of(sent.get("stille", ""), SILENCE),
            forfalt=sent.get("forfalt") == "1",
            storrelse=_one_of(sent.get("storrelse", ""), SIZES),
            sorter=order if order.removeprefix("-") in ORDER else "kommune",
            columns=tuple(name for name in COLUMNS if name in sent.getlist("kolonne")) or tuple(COLUMNS),
        )

    def query(self, **other: object) -> str:
        """The address' words for this choice, with some of them other than now; what is as usual is left out."""
        now = {
            "q": self.q,
            "funnet": self.funnet,
            "ledig": "1" if self.ledig else "",
            "stille": self.stille,
            "forfalt": "1" if self.forfalt else "",
            "storrelse": self.storrelse,
            "sorter": "" if self.sorter == "kommune" else self.sorter,
            "kolonne": () if len(self.columns) == len(COLUMNS) else self.columns,
            "dato": "" if self.day == timezone.localdate() else self.day.isoformat(),
        }
        return urlencode([pair for name, value in {**now, **other}.items() for pair in _pairs(name, value)])

    def rows(self, rows: Iterable[Row]) -> list[Row]:
        """The chosen rows in the chosen order; those that are alike stand by name."""
        chosen = sorted(filter(self.takes, rows), key=lambda row: alphabetical(row.name))
        field = self.sorter.removeprefix("-")
        return (
            sorted(chosen, key=ORDER[field], reverse=self.sorter.startswith("-"))
            if field != "kommune"
            else (chosen[::-1] if self.sorter.startswith("-") else chosen)
        )

    def takes(self, row: Row) -> bool:
        return (
            (not self.funnet or (row.projects > 0) == (self.funnet == "ja"))
            and (not self.ledig or row.vacant)
            and (not self.stille or row.last is None or row.last < months_before(self.day, int(self.stille)))
            and (not self.forfalt or row.overdue(self.day))
            and (not self.storrelse or row.size == self.storrelse)
            and self.q.casefold() in _words(row)
        )


def months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, 28))


def _words(row: Row) -> str:
    step = row.step.what if row.step else ""
    return " ".join([row.place.official_name(), row.number, *row.contacts, row.note, step]).casefold()


def _day(text: str) -> date:
    try:
        return min(date.fromisoformat(text), timezone.localdate())
    except ValueError:
        return timezone.localdate()


def _one_of(text: str, allowed: Iterable[str]) -> str:
    return text if text in allowed else ""


def _pairs(name: str, value: object) -> Iterable[tuple[str, object]]:
    if isinstance(value, tuple):
        return ((name, each) for each in value)
    return ((name, value),) if value else ()
