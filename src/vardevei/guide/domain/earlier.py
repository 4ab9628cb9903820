"""Earlier projects on the same thing, those near first, and who took part in them."""

from collections import defaultdict
from typing import Any

from vardevei.guide.domain import corpus, nearness
from vardevei.guide.domain.corpus import Found as Got
from vardevei.guide.domain.nearness import Near
from vardevei.organisations.models import Organisation
from vardevei.projects.models import Participation, Partner

LOOKED_AT, LEAST = 40, 0.35
PROJECTS, PARTNERS = 5, 5
Told = list[tuple[Got, dict[str, Any]]]


def projects(text: str, municipality: Organisation | None, form: str = "nb") -> Told:
    """The projects that fit best, weighed by how near those who took part are. `more`: who, how near, and when."""
    got = corpus.search(text, ["project"], LOOKED_AT, form=form, least=LEAST)
    parts = _parts([one.key for one in got])
    here = municipality.place if municipality else None
    found = []
    for one in got:
        near, who = _nearest(parts[one.key], here)
        more = {"near": str(near), "who": who, "years": _years(parts[one.key]), "family": one.facts.get("family", "")}
        found.append((one.score * nearness.WEIGHT[near], one, more))
    found.sort(key=lambda row: -row[0])
    return [(one, more) for _score, one, more in found[:PROJECTS]]


def partners(found: Told, municipality: Organisation | None) -> list[tuple[str, str, Got, dict[str, Any]]]:
    """(name, key, the project it was found by, more) for those who took part in what was found: most projects first."""
    parts = _parts([got.key for got, _more in found])
    own = municipality.pk if municipality else ""
    where: dict[tuple[str, str], list[Got]] = defaultdict(list)
    country: dict[tuple[str, str], str] = {}
    for got, _more in found:
        for part in parts[got.key]:
            if part.organisation_id != own:
                _add(where, country, (_name(part), _key(part)), got, part.country)
        for other in Partner.objects.filter(record__participation__project=int(got.key)):
            _add(where, country, (other.name[:200], f"n:{other.name}"[:200]), got, other.country)
    order = sorted(where, key=lambda pair: (-len(where[pair]), pair))
    return [
        (*pair, where[pair][0], {"country": country[pair], "projects": [got.title for got in where[pair]]})
        for pair in order[:PARTNERS]
    ]


def _add(where: Any, country: Any, pair: tuple[str, str], got: Got, land: str) -> None:
    if pair[0] and got not in where[pair]:
        where[pair].append(got)
        country[pair] = land


def _parts(keys: list[str]) -> dict[str, list[Participation]]:
    rows = Participation.objects.standing().once().filter(project__in=[int(key) for key in keys])
    parts: dict[str, list[Participation]] = defaultdict(list)
    for part in rows.select_related("organisation"):
        parts[str(part.project_id)].append(part)
    return parts


def _nearest(parts: list[Participation], here: Any) -> tuple[Near, str]:
    """The nearest municipality that took part, and its name."""
    told = [(nearness.of(here, part.organisation.place), part) for part in parts if part.organisation]
    if not told:
        return Near.NONE, ""
    near, part = max(told, key=lambda pair: nearness.WEIGHT[pair[0]])
    return near, part.organisation.body if part.organisation else ""


def _years(parts: list[Participation]) -> str:
    years = sorted({part.year for part in parts if part.year})
    return "" if not years else str(years[0]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}"


def _name(part: Participation) -> str:
    return part.organisation.body if part.organisation else part.name[:200]


def _key(part: Participation) -> str:
    return f"o:{part.organisation_id}" if part.organisation_id else f"n:{part.name}"[:200]
