"""How a figure is said: numbers, choices and reasons as words, in bokmål, nynorsk and English."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from vardevei.opendata import families
from vardevei.opendata.figures.choices import ALL, THEN

if TYPE_CHECKING:
    from vardevei.opendata.figures.definitions import Column
    from vardevei.opendata.figures.results import Result, Row

Text = dict[str, str]
AS_IT_WAS: Text = {
    "nb": "slik grensene var hvert år",
    "nn": "slik grensene var kvart år",
    "en": "as the borders were each year",
}
ON_BORDERS: Text = {"nb": "på grensene i {0}", "nn": "på grensene i {0}", "en": "on the borders of {0}"}
EXISTED: Text = {"nb": " som fantes i perioden", "nn": " som fanst i perioden", "en": " that existed in the period"}
YES: Text = {"nb": "ja", "nn": "ja", "en": "yes"}
NO: Text = {"nb": "nei", "nn": "nei", "en": "no"}
UNKNOWN: Text = {"nb": "ukjent", "nn": "ukjent", "en": "unknown"}
AT_LEAST: Text = {"nb": "{0} eller flere", "nn": "{0} eller fleire", "en": "{0} or more"}
PERCENT: Text = {"nb": "{0} prosent", "nn": "{0} prosent", "en": "{0} per cent"}
KINDS: dict[str, tuple[Text, Text]] = {
    "municipality": (
        {"nb": "kommune", "nn": "kommune", "en": "municipality"},
        {"nb": "kommuner", "nn": "kommunar", "en": "municipalities"},
    ),
    "county": (
        {"nb": "fylkeskommune", "nn": "fylkeskommune", "en": "county council"},
        {"nb": "fylkeskommuner", "nn": "fylkeskommunar", "en": "county councils"},
    ),
}
NOT_PLACED: Text = {
    "nb": "Vi har funnet {0} til, som ikke kan plasseres på disse grensene.",
    "nn": "Vi har funne {0} til, som ikkje kan plasserast på desse grensene.",
    "en": "A further {0} cannot be placed on these borders.",
}
ONLY_SIZE: Text = {
    "nb": "Bare kommuner med {0} innbyggere er talt.",
    "nn": "Berre kommunar med {0} innbyggjarar er talde.",
    "en": "Only municipalities with {0} inhabitants are counted.",
}
ONLY_ROLE: Text = {
    "nb": "Bare rollen {0} er talt.",
    "nn": "Berre rolla {0} er talt.",
    "en": "Only the role {0} is counted.",
}
ALL_SIZES: Text = {"nb": "alle størrelser", "nn": "alle storleikar", "en": "all sizes"}
NO_SOURCE: Text = {
    "nb": "Ingen kilde er lastet inn for {0}.",
    "nn": "Inga kjelde er lasta inn for {0}.",
    "en": "No source is loaded for {0}.",
}
ROLES: dict[str, Text] = {
    ALL: {"nb": "alle roller", "nn": "alle roller", "en": "all roles"},
    "coordinator": {"nb": "koordinator", "nn": "koordinator", "en": "coordinator"},
    "participant": {"nb": "partner", "nn": "partnar", "en": "participant"},
    "third-party": {"nb": "tredjepart", "nn": "tredjepart", "en": "third party"},
    "international-partner": {
        "nb": "internasjonal partner",
        "nn": "internasjonal partnar",
        "en": "international partner",
    },
    "associated": {"nb": "assosiert partner", "nn": "assosiert partnar", "en": "associated partner"},
}
REASONS: dict[str, Text] = {
    "several-predecessors": {
        "nb": "Enheten er yngre enn grensene, og er laget av flere.",
        "nn": "Eininga er yngre enn grensene, og er laga av fleire.",
        "en": "The unit is younger than the borders, and was made from several.",
    },
    "split": {
        "nb": "Enheten er eldre enn grensene, og er delt mellom flere.",
        "nn": "Eininga er eldre enn grensene, og er delt mellom fleire.",
        "en": "The unit is older than the borders, and was divided between several.",
    },
    "year-without-register": {
        "nb": "Registeret har ikke grensene for dette året.",
        "nn": "Registeret har ikkje grensene for dette året.",
        "en": "The register does not have the borders of that year.",
    },
    "enterprise": {
        "nb": "Deltakelser av kommunale foretak (KF). De er ikke kommunen selv.",
        "nn": "Deltakingar av kommunale føretak (KF). Dei er ikkje kommunen sjølv.",
        "en": "Participations by municipal enterprises (KF). They are not the municipality itself.",
    },
    "implicit": {
        "nb": "Deltakelser av kontorer og samarbeid som flere kommuner kan stå bak.",
        "nn": "Deltakingar av kontor og samarbeid som fleire kommunar kan stå bak.",
        "en": "Participations by offices and joint bodies that several municipalities may stand behind.",
    },
    "doubtful": {
        "nb": "Navn som ligner en kommune eller fylkeskommune. Et menneske må avgjøre hvem det er.",
        "nn": "Namn som liknar ein kommune eller fylkeskommune. Eit menneske må avgjere kven det er.",
        "en": "Names that resemble a municipality or county council. A person must decide who it is.",
    },
    "same-in-two-sources": {
        "nb": "Samme deltakelse i to kilder. Den telles én gang.",
        "nn": "Same deltaking i to kjelder. Ho er talt éin gong.",
        "en": "The same participation in two sources. It counts once.",
    },
    "no-year": {
        "nb": "Kilden oppgir ikke året.",
        "nn": "Kjelda oppgjev ikkje året.",
        "en": "The source does not give the year.",
    },
}


def whole(number: float, language: str) -> str:
    """1 234 in Norwegian (with a space that does not break), 1,234 in English."""
    return f"{number:,.0f}".replace(",", "," if language == "en" else "\N{NO-BREAK SPACE}")


def share(part: float, language: str) -> str:
    """0.386 as "39"; one decimal below ten, where it matters."""
    value = 100 * part
    text = f"{value:.0f}" if value >= 9.95 or value == 0 else f"{value:.1f}".removesuffix(".0")
    return text if language == "en" else text.replace(".", ",")


def borders(choice: str, language: str) -> str:
    return AS_IT_WAS[language] if choice == THEN else ON_BORDERS[language].format(choice)


def size(code: str, language: str) -> str:
    """ "2 000–4 999", "50 000 eller flere"; "all" and "unknown" as words."""
    if code == "unknown":
        return UNKNOWN[language]
    first, _, last = code.partition("-")
    text = whole(int(first), language)
    return f"{text}–{whole(int(last), language)}" if last else AT_LEAST[language].format(text)


def count(number: int, kind: str, language: str) -> str:
    one, many = KINDS[kind]
    return f"{whole(number, language)} {(one if number == 1 else many)[language]}"


def period(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def value(column: "Column", cell: Any, language: str) -> str:
    """One cell as a person reads it; empty where there is nothing."""
    if cell is None:
        return ""
    match column.type:
        case "count" | "money":
            return whole(cell, language)
        case "share":
            return f"{share(cell, language)} %"
        case "percent":
            return f"{cell} %"
        case "yesno":
            return (YES if cell else NO)[language]
        case "size":
            return size(cell, language)
        case "languages":
            return str(cell[language])
    return str(cell)


def sentence(result: "Result", language: str) -> str:
    """The sentence that can be quoted alone: what was found, what stands out, what could not be placed."""
    figure, total = result.definition, result.total
    found = total.get("municipalities_found", sum(row.get("found_in_loaded") or 0 for row in result.rows))
    text = figure.sentence if found else figure.sentence_none
    parts = [text[language].format(**_facts(result, language))]
    if figure.standout and (top := _top(result, language)):
        parts.append(figure.standout[language].format(**top))
    if total and (not_placed := result.units["municipality"].not_placed):
        parts.append(NOT_PLACED[language].format(count(not_placed, "municipality", language)))
    parts += _only(result, language)
    if total and len(result.missing) == len(families.within(result.choices.family)):
        parts.append(NO_SOURCE[language].format(families.name(result.choices.family, language)))
    return " ".join(parts)


def _only(result: "Result", language: str) -> Iterator[str]:
    """What else was chosen, so that the sentence can be quoted alone."""
    choices = result.choices
    if choices.size != ALL:
        yield ONLY_SIZE[language].format(size(choices.size, language))
    if choices.role != ALL:
        yield ONLY_ROLE[language].format(ROLES[choices.role][language])


def _facts(result: "Result", language: str) -> dict[str, str]:
    total, choices = result.total, result.choices
    facts = {
        "family": families.name(choices.family, language),
        "period": period(choices.first_year, choices.last_year),
        "borders": borders(choices.borders, language),
        "existed": EXISTED[language] if choices.borders == THEN else "",
    }
    if total:
        facts["found"] = whole(total["municipalities_found"], language)
        facts["all"] = whole(total["municipalities"], language)
        facts["percent"] = PERCENT[language].format(share(total["share"] or 0, language))
        facts["participations"] = whole(total.get("participations") or 0, language)
    return facts


def _top(result: "Result", language: str) -> dict[str, str]:
    """The row that stands out: the largest share by size, else the largest count. None when two are equal."""
    by_size = any(column.type == "size" for column in result.definition.columns)
    measure = "share" if by_size else "municipalities_found"
    rows = sorted(result.rows, key=lambda row: row[measure] or 0)
    if not rows or not rows[-1][measure] or (len(rows) > 1 and rows[-2][measure] == rows[-1][measure]):
        return {}
    top = rows[-1]
    name = size(top["size_class"], language) if by_size else str(top.get("county", top.get("year")))
    found, every = (whole(top[key] or 0, language) for key in ("municipalities_found", "municipalities"))
    return {"top": name, "top_found": found, "top_all": every}


def about(result: "Result", language: str) -> Iterator[tuple[str, str]]:
    """Everything about the figure, as pairs of a stable key and a text."""
    figure, choices = result.definition, result.choices
    yield "figure", figure.name
    yield "title", figure.title[language]
    yield "sentence", sentence(result, language).replace("**", "")
    yield "family", families.name(choices.family, language)
    yield "period", period(choices.first_year, choices.last_year)
    yield "borders", borders(choices.borders, language)
    yield "role", ROLES[choices.role][language]
    yield "size", ALL_SIZES[language] if choices.size == ALL else size(choices.size, language)
    for key in ("unit", "numerator", "denominator", "sources"):
        yield key, getattr(figure, key)[language]
    for source in result.sources:
        yield (
            "source",
            "; ".join(part for part in (source.title, source.publisher, source.licence, source.address) if part),
        )
        yield "source as of", source.as_of
        yield "source fetched", source.fetched
    yield "data read", result.read_at
    yield "checked", f"{figure.checked_by[language]} ({figure.reviewed})"
    yield "authored by", figure.authored_by
    for caveat in figure.caveats:
        yield "caveat", caveat[language]
    yield from _accounts(result, language)


def _accounts(result: "Result", language: str) -> Iterator[tuple[str, str]]:
    for unit, accounts in (("units", result.units), ("participations", result.participations)):
        for kind, account in accounts.items():
            said = f"{account.placed} + {account.not_placed} = {account.total}"
            yield f"{unit} placed + not placed = total ({kind})", said
    for left in result.left_out:
        yield "left out", f"{left.participations}: {REASONS[left.reason][language]}"
    for names, note, address in result.lacking(language):
        yield "no source loaded", f"{', '.join(names)}. {note} {address}".rstrip()


def plain(row: "Row", language: str) -> "Row":
    """A row for a file: texts in one language, everything else as it is."""
    return {name: cell[language] if isinstance(cell, dict) else cell for name, cell in row.items()}
