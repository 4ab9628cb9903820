"""A list of examples from a spreadsheet: what each column is, which rows become proposals, and why others do not.

Nothing is kept before it is applied: the same text gives the same plan, seen from the examples there are now.
"""

from dataclasses import dataclass, field

from django.db import transaction
from rapidfuzz import fuzz

from vardevei.core.models import Person
from vardevei.library import rules, sections
from vardevei.library.domain import catalogue, examples
from vardevei.library.domain.contents import Content
from vardevei.library.enums import ExampleState, Model
from vardevei.library.models import Example
from vardevei.opendata import finding
from vardevei.opendata.finding import fold
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources.sheets import Sheet

MOST = 300
HEADINGS = {
    "title": "tittel title navn namn eksempel døme example overskrift",
    "lead": "ingress kort fortalt i korte trekk lead summary sammendrag samandrag kort",
    "who": "hvem kven who organisasjon organisation kommune kommuner fylke fylkeskommune eier",
    "model": "modell model type",
    "since": "fra frå start begynte år since from year",
    "until": "til slutt until to end",
    "source": "kilde kjelde source",
    "link": "lenke lenkje adresse link url",
    "target_group": "målgruppe for hvem for kven target group",
    "problem": "utfordring problem utfordringen challenge behov",
    "steps": "steg slik gjorde de det gjennomføring steps tiltak",
    "what_failed": "virket ikke verka ikkje what failed lærdom",
    "transfer": "overførbarhet overføring transfer passer det hos oss",
}
ALIKE = 88  # by hand: two titles with one word changed are the same example


@dataclass(frozen=True, slots=True)
class Row:
    """`rejected` is a code, or "" when the row becomes a proposal; `because` is the value that was wrong."""

    number: int
    title: str
    who: str
    content: Content | None = None
    rejected: str = ""
    because: str = ""


@dataclass(slots=True)
class Plan:
    """`columns` are (heading, field or "") in the order of the list."""

    columns: list[tuple[str, str]]
    rows: list[Row] = field(default_factory=list)

    @property
    def accepted(self) -> list[Row]:
        return [row for row in self.rows if not row.rejected]

    @property
    def rejected(self) -> list[Row]:
        return [row for row in self.rows if row.rejected]


def plan(sheet: Sheet) -> Plan:
    """The first row names the columns. Errors: Problem("example-list-columns") when title, lead or who is missing."""
    (_number, header), *lines = sheet.lines
    columns = [(heading, field_of(heading)) for heading in header]
    missing = [name for name in ("title", "lead", "who") if name not in {field for _heading, field in columns}]
    if missing:
        raise Problem(
            "example-list-columns",
            f"The list has no column for: {', '.join(missing)}.",
            "The first row must name the columns.",
            "Change the headings in the first row, and look again.",
            columns=missing,
        )
    made = Plan(columns)
    known = [(one.title, _who(one)) for one in catalogue.entries("nb")] + _under_way()
    for number, cells in lines:
        row = _row(number, _told(columns, cells), known)
        made.rows.append(row)
        known.append((row.title, row.who))
    return made


@transaction.atomic
def apply(made: Plan, *, by: Person) -> list[Example]:
    """Each accepted row becomes a proposal, and goes the way of all proposals. Editors only."""
    if not may_import(by):
        raise Problem(
            "example-list-not-yours",
            "You may not put in a list of examples.",
            "The editors of the counties and of the network may.",
            "Propose the examples one by one, or ask an editor.",
        )
    return [examples.propose(row.content, by=by) for row in made.accepted if row.content]


def may_import(person: Person | None) -> bool:
    return rules.may(person, rules.REVIEW_EXAMPLES) or rules.may(person, rules.PUBLISH_EXAMPLES)


def field_of(heading: str) -> str:
    """The field whose usual names are nearest the heading; none when no name is near."""
    said = fold(heading)
    for name, usual in HEADINGS.items():
        if said and (
            said == name.replace("_", " ") or said in {fold(word) for word in usual.split()} or said == fold(usual)
        ):
            return name
    words = {fold(str(section.heading)): section.code for section in sections.TEXTS}
    return words.get(said, "")


def _told(columns: list[tuple[str, str]], cells: list[str]) -> dict[str, str]:
    told: dict[str, str] = {}
    for (_heading, name), cell in zip(columns, cells, strict=False):
        if name and cell.strip():
            told[name] = told.get(name) or cell.strip()
    return told


def _row(number: int, told: dict[str, str], known: list[tuple[str, str]]) -> Row:
    title, who = told.get("title", ""), told.get("who", "")
    for name in ("title", "lead", "who"):
        if not told.get(name):
            return Row(number, title, who, rejected=f"no-{name}")
    model = _model(told.get("model", ""))
    if model is None:
        return Row(number, title, who, rejected="unknown-model", because=told["model"])
    for name in ("since", "until"):
        if told.get(name) and not (told[name][:4].isdecimal() and len(told[name]) in (4, 10)):
            return Row(number, title, who, rejected="not-a-year", because=told[name])
    twin = next((other for other, owner in known if _same(title, who, other, owner)), "")
    if twin:
        return Row(number, title, who, rejected="double", because=twin)
    return Row(number, title, who, _content(told, model))


def _content(told: dict[str, str], model: Model) -> Content:
    ids, others = organisations(told["who"])
    facts = {"organisations": ids, "others": others, "places": ids, "model": model.value, "dimensions": []}
    facts |= {name: told[name] for name in ("since", "until") if told.get(name)}
    texts = {section.code: told[section.code] for section in sections.TEXTS if section.code in told}
    link = told.get("link", "")
    links = [{"title": link.split("/")[2], "address": link}] if link.startswith(("https://", "http://")) else []
    return Content(texts, links=links, facts=facts, source=told.get("source", ""))


def organisations(who: str) -> tuple[list[str], list[str]]:
    """Names between semicolons or commas: ids of those the register knows for certain, and the rest as they stand."""
    ids, others = [], []
    for name in (one.strip() for one in who.replace(";", ",").split(",")):
        hit = next(iter(finding.find(name)), None) if name else None
        if hit and hit.score >= 100 and fold(hit.matched) == fold(name):
            ids.append(hit.was.id)
        elif name:
            others.append(name)
    return list(dict.fromkeys(ids)), others


def _model(said: str) -> Model | None:
    """Empty is "other"; a word that is no model is None."""
    if not said:
        return Model.OTHER
    labels = {fold(str(model.label)): model for model in Model} | {fold(model.value): model for model in Model}
    near = [model for label, model in labels.items() if fold(said) == label or fold(said) in label.split()]
    return near[0] if near else None


def _same(title: str, who: str, other: str, owner: str) -> bool:
    """The same title nearly, and the same owner or one that is not told."""
    alike = fuzz.ratio(fold(title), fold(other)) >= ALIKE
    return alike and (not owner or fuzz.partial_ratio(fold(who), fold(owner)) >= ALIKE)


def _who(entry: catalogue.Entry) -> str:
    return ", ".join([*(place.name() for place in entry.who), *entry.others])


def _under_way() -> list[tuple[str, str]]:
    """Proposals that nobody can read yet: their titles count too."""
    waiting = Example.objects.exclude(state__in=[ExampleState.PUBLISHED, ExampleState.DECLINED, ExampleState.WITHDRAWN])
    found = []
    for example in waiting.prefetch_related("revisions", "organisations"):
        for revision in example.revisions.all()[:1]:
            found.append((revision.texts.get("title", {}).get(revision.original, ""), ""))
    return found
