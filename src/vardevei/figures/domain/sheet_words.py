"""One municipality's sheet in words, in the language in use: plain texts, ready to be set."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from vardevei.core.models import Delivery, Person
from vardevei.figures.domain.material import Material, Part
from vardevei.opendata import attributes, families, hexagons, places
from vardevei.opendata.figures import words
from vardevei.opendata.places import Place

OSLO = "03"  # municipality and county in one, without a county council
NAMED = 4  # so many municipalities of a county are named; of more, the number says enough


@dataclass(frozen=True, slots=True)
class Room:
    """How many rows of each table there is room for, and how much of a project's title."""

    own: int
    beside: int
    title: int


@dataclass(frozen=True, slots=True)
class Wish:
    """What staff choose: whom to ring (None: the county's adviser), and whether the next step stands there."""

    ring: Person | None = None
    step: bool = False


def of(place: Place, material: Material, wish: Wish, room: Room) -> dict[str, Any]:
    """The sheet's words. Numbers are those of the loaded sources; what they do not hold is said."""
    county = places.county_of(place, material.day)
    parts = material.parts.get(place.id, [])
    beside = _beside(place, material, room)
    return {
        "lang": get_language(),
        "title": _("%(name)s i europeisk og nordisk samarbeid") % {"name": place.name()},
        "eyebrow": _("Til ordføreren i %(name)s") % {"name": place.name()},
        "date": _day(material.day),
        "stones": len(parts),
        "lead": _lead(place, parts, material),
        "more": _more(place, parts, material),
        "projects": _projects(parts, room),
        "compared": _compared(place, county, material),
        "map": _map(place, county, material),
        "beside": beside,
        "alike": _alike(place, material, room) if not (parts and beside["rows"]) else [],
        "people": list(_people(place, county, material, wish)),
        "step": _step(place, material) if wish.step else "",
        "foot": _foot(material),
        "heads": {
            "projects": _("Prosjektene"),
            "compared": _("Sammenlignet med andre"),
            "beside": _("Naboene"),
            "alike": _("Funnet hos kommuner på samme størrelse"),
            "others": [_("Kommune"), _("Prosjekt"), _("Program"), _("År")],
        },
    }


def _lead(place: Place, parts: Sequence[Part], material: Material) -> str:
    name, count = place.name(), len(parts)
    if not parts:
        return _("%(name)s er ikke funnet i kildene som er lastet inn.") % {"name": name}
    said = ngettext(
        "%(name)s er funnet i %(count)s prosjekt i kildene som er lastet inn.",
        "%(name)s er funnet i %(count)s prosjekter i kildene som er lastet inn.",
        count,
    )
    return said % {"name": name, "count": _whole(count)}


def _more(place: Place, parts: Sequence[Part], material: Material) -> str:
    if not parts and material.found.cannot_be_placed(place.id):
        return _("Det er funnet prosjekter hos en kommune som senere ble delt. Kilden sier ikke hvilken del de gjaldt.")
    if not parts:
        return _("Det betyr ikke at kommunen ikke deltar: Den kan være med i programmer vi ikke har data fra.")
    known = [part.amount for part in parts if part.amount is not None and part.currency == "EUR"]
    if not known:
        return _("Kildene sier ikke hvor mye penger det er.")
    total = words.whole(float(sum(known)), _form())
    if len(known) == len(parts):
        return _("Tilskuddet er til sammen %(total)s euro.") % {"total": total}
    said = _("Kildene oppgir tilskudd i euro for %(known)s av dem, til sammen %(total)s euro.")
    return said % {"known": _whole(len(known)), "total": total}


def _projects(parts: Sequence[Part], room: Room) -> dict[str, Any]:
    """The largest few, newest first; how many more there are."""
    largest = sorted(parts, key=lambda part: part.amount or Decimal(0), reverse=True)[: room.own]
    shown = [part for part in parts if part in largest]
    left = len(parts) - len(shown)
    more = ngettext(
        "De største vises. %(count)s prosjekt til er funnet.",
        "De største vises. %(count)s prosjekter til er funnet.",
        left,
    ) % {"count": _whole(left)}
    return {
        "head": [_("Prosjekt"), _("Program"), _("Rolle"), _("År"), _("Tilskudd")],
        "rows": [_row(part, room) for part in shown],
        "more": more if left else "",
    }


def _row(part: Part, room: Room) -> dict[str, str]:
    amount = "" if part.amount is None else f"{words.whole(float(part.amount), _form())} {part.currency}"
    role = words.ROLES.get(part.role, {}).get(_form(), "")
    return {**_named(part, room), "role": role or _("ikke oppgitt"), "amount": amount or _("ikke oppgitt")}


def _named(part: Part, room: Room) -> dict[str, str]:
    return {
        "name": Truncator(part.acronym).chars(60),
        "title": Truncator(part.title).chars(room.title) if room.title else "",
        "family": _family(part.family),
        "year": str(part.year or _("ikke oppgitt")),
    }


def _compared(place: Place, county: Place, material: Material) -> list[dict[str, Any]]:
    """The county, and all municipalities of the same size: how many of how many, on today's borders."""
    size, alike = _same_size(place, material)
    everyone = [other for here in material.here.values() for other in here]
    said = [_share(_("I %(name)s") % {"name": county.name()}, material.here[county.id], material, name_them=True)]
    if size != attributes.UNKNOWN_SIZE:
        text = _("Kommuner med %(size)s innbyggere") % {"size": words.size(size, _form())}
        said.append(_share(text, alike, material, name_them=False))
    return [*said, _share(_("Hele landet"), everyone, material, name_them=False)]


def _same_size(place: Place, material: Material) -> tuple[str, list[Place]]:
    year = material.day.year
    size = attributes.size_class(place, year)
    everyone = (other for here in material.here.values() for other in here)
    return size, [other for other in everyone if attributes.size_class(other, year) == size]


def _map(place: Place, county: Place, material: Material) -> dict[str, Any]:
    """The county in hexagons: where this one lies, and who was found. Nothing to see in a county of one."""
    spots = hexagons.layout("municipality", material.day.year)
    here = [(other, spots[other.number()]) for other in material.here[county.id] if other.number() in spots]
    if len(here) < 3:
        return {}
    left, top = min(x for _other, (x, _y) in here), min(y for _other, (_x, y) in here)
    cells = [{"x": x - left, "y": y - top, "tone": _tone(other, place, material)} for other, (x, y) in here]
    seen = [other.name() for other, _spot in here if material.found.count(other.id)]
    found_there = listed(seen) if seen else _("ingen")
    alt = _("Kart over kommunene i %(county)s som sekskanter. Funnet: %(names)s.")
    legend = _("Gul: %(name)s. Mørk: funnet.") % {"name": place.name()}
    return {"cells": cells, "alt": alt % {"county": county.name(), "names": found_there}, "legend": legend}


def _tone(other: Place, place: Place, material: Material) -> str:
    return "own" if other is place else "yes" if material.found.count(other.id) else "no"


def _share(text: str, among: Sequence[Place], material: Material, *, name_them: bool) -> dict[str, Any]:
    seen = [other.name() for other in among if material.found.count(other.id)]
    share = len(seen) / len(among)
    values = {"found": _whole(len(seen)), "all": _whole(len(among)), "share": words.share(share, _form())}
    said = ngettext(
        "%(found)s av %(all)s kommune er funnet (%(share)s\u00a0%%)",
        "%(found)s av %(all)s kommuner er funnet (%(share)s\u00a0%%)",
        len(among),
    )
    names = listed(seen) if name_them and 0 < len(seen) <= NAMED else ""
    return {"text": text, "said": said % values, "share": share, "names": names}


def _beside(place: Place, material: Material, room: Room) -> dict[str, Any]:
    """What the neighbours on land are found in: newest first, one project a line."""
    numbers = hexagons.neighbours(place.number())
    beside = [other for other in map(places.by_number, numbers) if other]
    seen = [other for other in beside if material.parts.get(other.id)]
    told = [(other, part) for other in seen for part in material.parts[other.id]]
    shown = _spread(sorted(told, key=lambda pair: pair[1].year or 0, reverse=True), room.beside)
    return {
        "said": _beside_said(beside, seen),
        "rows": [{"place": other.name(), **_named(part, room)} for other, part in shown],
    }


def _alike(place: Place, material: Material, room: Room) -> list[dict[str, str]]:
    """What others of the same size are found in, when the place or its neighbours are not: newest first."""
    others = [other for other in _same_size(place, material)[1] if other is not place]
    told = [(other, part) for other in others for part in material.parts.get(other.id, ())]
    shown = _spread(sorted(told, key=lambda pair: pair[1].year or 0, reverse=True), room.beside)
    return [{"place": other.name(), **_named(part, room)} for other, part in shown]


def _spread(told: list[tuple[Place, Part]], most: int) -> list[tuple[Place, Part]]:
    """Each neighbour's newest before anybody's second, so that one large city does not fill the table."""
    turns: dict[str, int] = {}
    placed = []
    for spot, (other, _part_of) in enumerate(told):
        turns[other.id] = turns.get(other.id, 0) + 1
        placed.append((turns[other.id], spot))
    return [told[spot] for _turn, spot in sorted(placed)[:most]]


def _beside_said(beside: Sequence[Place], seen: Sequence[Place]) -> str:
    if not beside:
        return _("Kommunen har ingen landegrense til andre kommuner.")
    values = {"found": _whole(len(seen)), "all": _whole(len(beside))}
    said = ngettext(
        "%(found)s av %(all)s nabokommune er funnet i kildene som er lastet inn.",
        "%(found)s av %(all)s nabokommuner er funnet i kildene som er lastet inn.",
        len(beside),
    )
    return said % values


def _people(place: Place, county: Place, material: Material, wish: Wish) -> Iterator[dict[str, str]]:
    """The contact by name and nothing more; and one at the county to ring."""
    contacts = material.contacts.get(place.id, [])
    yield {
        "head": _("Kontaktperson i kommunen"),
        "text": listed(contacts) if contacts else _("Ingen er registrert"),
        "under": "" if contacts else _("Fylket trenger et navn å kontakte."),
    }
    ring = wish.ring or material.ring.get(county.id)
    is_one = county.number() == OSLO
    council = (_("%(name)s kommune") if is_one else _("%(name)s fylkeskommune")) % {"name": county.name()}
    if ring:
        yield {"head": _("Hos fylket"), "text": str(ring), "under": ", ".join(filter(None, [ring.phone, council]))}
    else:
        yield {"head": _("Hos fylket"), "text": council, "under": ""}


def _step(place: Place, material: Material) -> str:
    step = material.steps.get(place.id)
    if step is None:
        return ""
    return _("Neste steg: %(what)s, innen %(day)s.") % {"what": step.what, "day": _day(step.due)}


def _foot(material: Material) -> list[dict[str, str]]:
    """What was looked through, where it comes from and how old it is, and on which borders it is counted."""
    held = [_held(each.family, each.first_year, each.last_year) for each in material.loaded]
    looked = _("Lastet inn: %(held)s.") % {"held": listed(held, 8)} if held else _("Ingen kilder er lastet inn.")
    counted = _(
        "Funnet: minst ett prosjekt hos kommunen selv, uansett år. Grenser og folketall per 1. januar %(year)s "
        "(Statistisk sentralbyrå). Naboer: landegrenser (Kartverket)."
    )
    sources = [piece for each in material.deliveries for piece in _source(each)]
    return [_piece(looked), *sources, _piece(counted % {"year": material.day.year})]


def _held(code: str, first: int | None, last: int | None) -> str:
    return f"{_family(code)} {words.period(first, last)}" if first and last else _family(code)


def _source(delivery: Delivery) -> Iterator[dict[str, str]]:
    """Titles and licences are kept in English, and are marked so that a screen reader says them so."""
    yield _piece(_("Kilde: %(publisher)s,") % {"publisher": delivery.publisher})
    yield {"text": f"{delivery.title}, {delivery.licence}".rstrip(", ."), "lang": "en"}
    dates = [_("hentet %(day)s") % {"day": _day(delivery.received_at)}]
    if delivery.data_as_of:
        dates.insert(0, _("data per %(day)s") % {"day": _day(delivery.data_as_of)})
    yield _piece(f"({', '.join(dates)}).")


def _piece(text: str) -> dict[str, str]:
    return {"text": text, "lang": _form()}


def _family(code: str) -> str:
    known = {each.code for each in families.families()}
    return families.name(code, _form()) if code in known else code


def listed(names: Sequence[str], most: int = 6) -> str:
    """ "Frosta, Malvik og Selbu"; of many, the first and how many more."""
    if len(names) > most:
        rest = _("%(count)s til") % {"count": _whole(len(names) - most)}
        return listed([*names[:most], rest], most + 1)
    return " ".join([", ".join(names[:-1]), _("og"), names[-1]]) if len(names) > 1 else "".join(names)


def _whole(value: int) -> str:
    return words.whole(value, _form())


def _day(value: Any) -> str:
    return date_format(value, "j. F Y")


def _form() -> str:
    return get_language() or "nb"
