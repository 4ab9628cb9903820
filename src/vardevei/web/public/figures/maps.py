"""The hexagon map of a figure: municipalities for borders from 2020 on, counties before."""

from datetime import date

from django.utils.translation import gettext as _

from vardevei.opendata import hexagons, places
from vardevei.opendata.figures import words
from vardevei.opendata.figures.choices import THEN
from vardevei.web import numbers
from vardevei.web.drawing.hexmap import Cell, HexMap, quantile
from vardevei.web.public.figures.computed import Computed, language
from vardevei.web.public.places.addresses import address
from vardevei.web.public.places.national import municipal_map

LIMITS = (0.000001, 0.2, 0.4)
SHORT = {"Sogn og Fjordane": "Sogn og F.", "Møre og Romsdal": "Møre og R.", "Nord-Trøndelag": "Nord-Tr.",
         "Sør-Trøndelag": "Sør-Tr.", "Aust-Agder": "Aust-Agd.", "Vest-Agder": "Vest-Agd.",
         "Vestfold og Telemark": "Vestf. og T.", "Troms og Finnmark": "Troms og F."}  # fmt: skip
Legend = list[tuple[str, str]]


def of(computed: Computed) -> tuple[HexMap, Legend, str] | None:
    """Map, legend and caption; None for figures that are not by county, and where counties of several years mix."""
    result = computed.result
    if "county_number" not in (column.name for column in result.definition.columns) or result.choices.borders == THEN:
        return None
    return _municipalities(computed) if computed.has_municipal_map else _counties(computed)


def _municipalities(computed: Computed) -> tuple[HexMap, Legend, str]:
    day = date(int(computed.result.choices.borders), 1, 1)
    tones = {place.id: _tone(place.id, computed) for place in places.on(day)}
    said = {"hex-yes": _("funnet"), "hex-gap": _("kan ikke plasseres"), "hex-no": _("ikke funnet")}
    drawn = municipal_map(day, lambda place: tones[place.id], lambda place: said[tones[place.id]])
    told = list(tones.values())
    keys = [(tone, f"{word} ({told.count(tone)})") for tone, word in said.items() if tone in told]
    return drawn, keys, _("Én sekskant er én kommune. Grenser per 1. januar %(year)s.") % {"year": day.year}


def _tone(place_id: str, computed: Computed) -> str:
    if place_id in computed.found:
        return "hex-yes"
    return "hex-gap" if place_id in computed.unsure else "hex-no"


def _counties(computed: Computed) -> tuple[HexMap, Legend, str]:
    year = int(computed.result.choices.borders)
    day, spots = date(year, 1, 1), hexagons.cells("county", max(year, hexagons.FIRST_COUNTY_MAP))
    cells = []
    for row in computed.result.rows:
        county = places.by_number(row["county_number"], day)
        column, line = spots[row["county_number"]]
        values = {"found": row["municipalities_found"], "all": row["municipalities"], "name": row["county"]}
        says = _("%(name)s: %(found)s av %(all)s kommuner") % values
        href = address(county) if county else ""
        label = SHORT.get(row["county"], str(row["county"]))
        value = f"{words.share(row['share'] or 0, language())} %"
        tone = quantile(row["share"] or 0, LIMITS)
        cells.append(Cell(row["county_number"], column, line, says, tone, href, label, value))
    caption = _("Én sekskant er ett fylke. Fargen viser andelen av fylkets kommuner som er funnet.")
    return HexMap(_("Fylkene, én sekskant for hvert"), cells, size=36), _shares(), caption


def _shares() -> Legend:
    texts = [numbers.percent(0)]
    texts += [_("under %(share)s") % {"share": numbers.percent(LIMITS[1])}]
    texts += [_("under %(share)s") % {"share": numbers.percent(LIMITS[2])}]
    texts += [_("%(share)s eller mer") % {"share": numbers.percent(LIMITS[2])}]
    return [(f"q{place}", text) for place, text in enumerate(texts)]
