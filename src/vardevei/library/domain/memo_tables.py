"""Tables of the memo that need no computed figure: NIBR's, as printed, and how many municipalities each county had."""

from datetime import date
from typing import Any

from vardevei.opendata import places
from vardevei.opendata.figures import reference

INTERREG = "https://interreg.no/2016/02/dokumenterer-omfang-og-nytteverdi-av-kommunenes-interreg-engasjement/"
KLASS = "https://www.ssb.no/klass/klassifikasjoner/131"
SHARE = {"nb": "Andel", "nn": "Del", "en": "Share"}
MUNICIPALITIES = {"nb": "Kommuner", "nn": "Kommunar", "en": "Municipalities"}


def interreg(choice: dict[str, Any]) -> dict[str, Any]:
    """NIBR's table by county. The printed shares stand beside those that the counts come to."""
    rows = reference.nibr_interreg()
    found, every = sum(row.participating for row in rows), sum(row.municipalities for row in rows)
    return {
        "title": {
            "nb": "Kommuner i Interreg 2007–2014, fylke for fylke",
            "nn": "Kommunar i Interreg 2007–2014, fylke for fylke",
            "en": "Municipalities in Interreg 2007–2014, county by county",
        },
        "sentence": {
            "nb": f"Fylkene summerer til {found} av {every} kommuner. I teksten til kilden står det 163.",
            "nn": f"Fylka summerer til {found} av {every} kommunar. I teksten til kjelda står det 163.",
            "en": f"The counties sum to {found} of {every} municipalities. The text of the source says 163.",
        },
        "columns": [
            _column("county", "text", {"nb": "Fylke i 2014", "nn": "Fylke i 2014", "en": "County in 2014"}),
            _column("found", "count", {"nb": "I Interreg", "nn": "I Interreg", "en": "In Interreg"}),
            _column("municipalities", "count", MUNICIPALITIES),
            _column("printed", "percent", {"nb": "Trykt andel", "nn": "Trykt del", "en": "Share as printed"}),
            _column("share", "share", {"nb": "Regnet ut", "nn": "Rekna ut", "en": "Computed"}),
        ],
        "rows": [
            {"county": row.name, "found": row.participating, "municipalities": row.municipalities,
             "printed": row.percent_printed, "share": row.participating / row.municipalities}
            for row in rows
        ],
        "total": {"found": found, "municipalities": every, "printed": None, "share": found / every},
        "drawn": ["bars", "county"],
        "caveats": [
            {
                "nb": "Buskerud står med 10 av 21 kommuner og 18 prosent. 10 av 21 er 48 prosent. Vi viser begge.",
                "nn": "Buskerud står med 10 av 21 kommunar og 18 prosent. 10 av 21 er 48 prosent. Vi viser begge.",
                "en": "Buskerud is printed as 10 of 21 and 18 per cent. 10 of 21 is 48 per cent. Both are shown.",
            }
        ],
        "sources": [_source("Interreg.no, NIBR 2015:19", INTERREG)],
        "read_at": "",
        "reviewed": "2026-11-23",
    }  # fmt: skip


def by_county(choice: dict[str, Any]) -> dict[str, Any]:
    """The counties of 1 January of a year, each with its number of municipalities."""
    year = int(choice.get("year", places.LAST_YEAR))
    borders = places.on_borders_of(year)
    day = date(year, 1, 1)
    here = [places.county_of(place, day).id for place in borders.municipalities()]
    rows = [{"county": county.name(day), "municipalities": here.count(county.id)} for county in borders.counties()]
    return {
        "title": {
            "nb": f"Fylker og kommuner 1. januar {year}",
            "nn": f"Fylke og kommunar 1. januar {year}",
            "en": f"Counties and municipalities on 1 January {year}",
        },
        "sentence": {
            "nb": f"{len(here)} kommuner i {len(rows)} fylker.",
            "nn": f"{len(here)} kommunar i {len(rows)} fylke.",
            "en": f"{len(here)} municipalities in {len(rows)} counties.",
        },
        "columns": [
            _column("county", "text", {"nb": "Fylke", "nn": "Fylke", "en": "County"}),
            _column("municipalities", "count", MUNICIPALITIES),
        ],
        "rows": rows,
        "total": {"municipalities": len(here)},
        "drawn": [],
        "caveats": [],
        "sources": [_source("Statistisk sentralbyrå, Klass: standard for kommuneinndeling", KLASS)],
        "read_at": "",
        "reviewed": "2026-11-23",
    }


def _column(name: str, kind: str, label: dict[str, str]) -> dict[str, Any]:
    return {"name": name, "type": kind, "label": label}


def _source(title: str, address: str) -> dict[str, str]:
    return {"title": title, "publisher": "", "licence": "", "address": address, "fetched": "", "as_of": ""}
