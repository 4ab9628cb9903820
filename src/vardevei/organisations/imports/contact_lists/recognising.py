"""Which municipality a row means, however it is spelled: by number, name, old name, what it became, e-mail, post code.

Each answer has its reason in words. Nothing is guessed in silence: what is not sure becomes a question.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from vardevei.opendata import finding, linking, places
from vardevei.opendata.linking.context import Areas, clues
from vardevei.opendata.units import Place
from vardevei.organisations.imports.contact_lists import evidence

_NUMBER = re.compile(r"(?<!\d)\d{3,4}(?!\d)")
_QUALIFIER = re.compile(r"\([^)]*\)|,.*$|\si\s.*$")  # "Våler (Hedmark)", "Våler, Innlandet", "Våler i Solør"
_PARTS = re.compile(r"\s*(?:[,;\n/|+]|\s&\s|\bog\b|\band\b)\s*", re.IGNORECASE)
MOST_CANDIDATES = 6


@dataclass(frozen=True, slots=True)
class Found:
    """`place` when it is sure; else `candidates` to choose from; else neither, and `reason` says why."""

    place: Place | None
    reason: str
    candidates: tuple[Place, ...] = ()
    exact: bool = False


@dataclass
class Recogniser:
    """Knows the county whose list it is, and remembers what it has answered."""

    county: Place
    day: date
    _known: dict[tuple[str, ...], list[Found]] = field(default_factory=dict)

    def read(self, texts: Iterable[str], mails: Iterable[str] = (), post: Iterable[str] = ()) -> list[Found]:
        """One answer for each municipality in the cells ("Hitra og Frøya" is two); one that says no when there is none.

        `mails` and `post` are second evidence: they settle what the cells leave open.
        """
        told = [text for text in texts if text.strip()]
        domains = tuple(dict.fromkeys(mail.rpartition("@")[2] for mail in mails if mail))
        key = (*told, "@", *domains, "#", *post)
        if key not in self._known:
            self._known[key] = self._answers(told, evidence.of(domains, post, self.day))
        return self._known[key]

    def _answers(self, told: list[str], hints: list[tuple[Place, str]]) -> list[Found]:
        if not told:
            here = [(place, why) for place, why in hints if self._is_here(place)]
            if not here:
                return [Found(None, _("Raden sier ikke hvilken kommune den gjelder."))]
            place, why = here[0]
            return [Found(place, _("Raden nevner ingen kommune, men {why}.").format(why=why))]
        several = self._several(told[0])
        if several:
            return several
        first = self._settled(self._one(told[0]), hints)
        if first.place or first.candidates:
            return [self._checked(first, told[1:])]
        for other in told[1:]:
            second = self._settled(self._one(other), hints)
            if second.place or second.candidates:
                return [second]
        return [self._by_hints(first, hints)]

    def _several(self, text: str) -> list[Found]:
        """ "Stjørdal/Meråker" is two, and a third part that is none is said to be none; "Nore og Uvdal" is one."""
        parts = [part for part in _PARTS.split(text) if part]
        if len(parts) < 2 or self._by_exact_name(text):
            return []
        found = [self._one(part) for part in parts]
        if sum(one.place is not None for one in found) < 2:
            return []
        return list({one.place.id if one.place else part: one for part, one in zip(parts, found, strict=True)}.values())

    def _checked(self, first: Found, others: list[str]) -> Found:
        """A number and a name that mean two municipalities: which, is asked."""
        for text in others:
            second = self._one(text)
            if first.place and second.place and second.place is not first.place:
                reason = _("Nummeret og navnet hører til hver sin kommune.")
                return Found(None, reason, (first.place, second.place))
        return first

    def _by_hints(self, first: Found, hints: list[tuple[Place, str]]) -> Found:
        here = [(place, why) for place, why in hints if self._is_here(place)]
        if not here:
            return first
        place, why = here[0]
        return Found(None, f"{first.reason} {_('Men {why}.').format(why=why)}", (place,))

    def _settled(self, found: Found, hints: list[tuple[Place, str]]) -> Found:
        """Second evidence chooses between candidates, and throws doubt on what only the county had settled."""
        for place, why in hints:
            if not found.place and place in found.candidates:
                return Found(
                    place, f"{found.reason} {_('Det er {name}, for {why}.').format(name=place.name(), why=why)}"
                )
            if found.place and not found.exact and place is not found.place and self._same_name(place, found.place):
                reason = _("Flere kommuner heter {name}, og {why}, som ikke er i {county}.")
                said = reason.format(name=place.name(), why=why, county=self.county.name())
                return Found(None, said, (found.place,))
        return found

    @staticmethod
    def _same_name(one: Place, other: Place) -> bool:
        return finding.fold(one.name()) == finding.fold(other.name())

    def _one(self, text: str) -> Found:
        number = _NUMBER.search(text)
        if number and (found := self._by_number(number.group(), text)):
            return found
        plain = _QUALIFIER.sub(" ", text).strip() or text
        areas = tuple(clues().of(" ".join(_QUALIFIER.findall(text))))
        found = self._by_exact_name(text) or self._by_exact_name(plain, areas) or self._by_spelling(plain, areas)
        if found:
            return found
        return self._by_spelling(text, ()) or self._near(plain)

    def _by_number(self, digits: str, text: str) -> Found | None:
        place = places.by_number(digits.zfill(4), on=self.day) or places.by_number(digits.zfill(4))
        if place is None or place.kind != "municipality":
            return None
        name = _NUMBER.sub(" ", text).strip(" -–,.:")
        by_name = self._by_exact_name(name) if name else None
        today = finding.today_of(place, self.day)
        if by_name and by_name.place and by_name.place not in today:
            return Found(None, _("Nummeret og navnet hører til hver sin kommune."), (*today, by_name.place))
        return self._of([place], _("Nummer {number}.").format(number=digits.zfill(4)))

    def _by_exact_name(self, text: str, areas: tuple[Areas, ...] = ()) -> Found | None:
        """The name as the register has it, now or before, in Norwegian or Sami."""
        hits = [hit for hit in finding.find(text, 12) if hit.score == 100 and hit.place.kind == "municipality"]
        if not hits or text.isdigit():
            return None
        was = list(dict.fromkeys(hit.was for hit in hits))
        now = finding.fold(text) == finding.fold(hits[0].place.name())
        return self._of(was, "" if now else _("«{text}» er et annet navn på samme sted.").format(text=text), areas)

    def _by_spelling(self, text: str, areas: tuple[Areas, ...]) -> Found | None:
        """Genitive, one wrong letter, English forms, written in one word: the rules of the linking."""
        said = linking.link(f"{text} kommune", hint=self.county.name())
        numbers = said.code.split("|") if said.code else []
        found = [place for number in numbers if (place := places.by_number(number))]
        if said.place_id:
            found = [places.by_id(said.place_id)]
        municipalities = [place for place in found if place.kind == "municipality"]
        if not municipalities:
            return None
        said_so = _("«{text}» er lest som {name}.").format(text=text, name=municipalities[0].name())
        return self._of(municipalities, said_so, areas)

    def _of(self, was: list[Place], reason: str, areas: tuple[Areas, ...] = ()) -> Found:
        """From places at any time to those of the county today, with what became of them said.

        `areas` are what is said beside the name ("Hedmark"): of several places with one name, those that lie there.
        """
        was = [old for old in was if any(old.areas & one for one in areas)] or was
        here = [(place, old) for old in was for place in finding.today_of(old, self.day) if self._is_here(place)]
        if not here:
            return self._elsewhere(was)
        today = list(dict.fromkeys(place for place, _old in here))
        if len(today) > 1:
            names = ", ".join(place.name() for place in today)
            return Found(None, _("{old} ble delt mellom {names}.").format(old=was[0].name(), names=names), tuple(today))
        place, old = here[0]
        others = len({now for one in was for now in finding.today_of(one, self.day)}) > 1
        if old is not place and old.name() != place.name():
            reason = _("{old} ble en del av {name}.").format(old=old.name(), name=place.name())
        elif others:
            reason = _("Flere kommuner heter det samme; {name} ligger i {county}.").format(
                name=place.name(), county=self.county.name()
            )
        return Found(place, reason, exact=not others and not reason)

    def _elsewhere(self, was: list[Place]) -> Found:
        today = list(dict.fromkeys(place for old in was for place in finding.today_of(old, self.day)))
        where = ", ".join(f"{one.name()} ({places.county_of(one, self.day).name()})" for one in today)
        return Found(None, _("Ligger ikke i {county}, men: {where}.").format(county=self.county.name(), where=where))

    def _near(self, text: str) -> Found:
        hits = [hit for hit in finding.find(text, 12) if hit.place.kind == "municipality"]
        here = list(dict.fromkeys(hit.place for hit in hits if self._is_here(hit.place)))[:MOST_CANDIDATES]
        if here:
            return Found(None, _("«{text}» ligner på flere, eller er usikkert.").format(text=text), tuple(here))
        return Found(None, _("Vi kjenner ingen kommune som heter «{text}».").format(text=text))

    def _is_here(self, place: Place) -> bool:
        return place.kind == "municipality" and places.county_of(place, self.day) is self.county
