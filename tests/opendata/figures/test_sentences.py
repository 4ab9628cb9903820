"""The sentence can be quoted alone: it says what, when and where, and never that somebody does not take part."""

from pathlib import Path
from typing import Any

import pytest

from tests.opendata.figures import engines, material
from vardevei.opendata import calculate, families

LANGUAGES = ("nb", "nn", "en")


def said(tmp_path: Path, rows: list[Any], language: str, name: str = "participation-by-county", **choices: Any) -> str:
    connection = engines.in_duckdb(material.content(rows), tmp_path)
    return calculate.run(name, connection, **choices).sentence(language)


def test_one_of_many(tmp_path: Path) -> None:
    sentence = said(tmp_path, [material.row("0301", 2020)], "nb", borders="2024", family="horizon-2020")

    assert sentence == (
        "**1 av 357 kommuner (0,3 prosent)** er funnet i Horisont 2020 i 2020, på grensene i 2024. "
        "Flest er funnet i Oslo: 1 av 1."
    )


def test_nothing_stands_out_when_two_are_equal(tmp_path: Path) -> None:
    sentence = said(tmp_path, [material.row("0301"), material.row("1201")], "nb", borders="2024")

    assert "Flest" not in sentence


def test_what_cannot_be_placed_and_who_was_counted_are_said(tmp_path: Path) -> None:
    rows = [material.row("0301"), material.row("3030-2020")]
    sentence = said(tmp_path, rows, "nb", borders="2014", size="50000-", role="participant")

    assert "Vi har funnet 1 kommune til, som ikke kan plasseres på disse grensene." in sentence
    assert "Bare kommuner med 50\u00a0000 eller flere innbyggere er talt." in sentence
    assert "Bare rollen partner er talt." in sentence


def test_as_it_was_says_which_municipalities_there_were(tmp_path: Path) -> None:
    sentence = said(tmp_path, [material.row("0301", 2019), material.row("0301", 2020)], "nb", borders="then")

    assert sentence.startswith("**1 av 465 kommuner som fantes i perioden (0,2 prosent)** er funnet")
    assert "slik grensene var hvert år" in sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_family_without_a_source_is_said_to_have_none(tmp_path: Path, language: str) -> None:
    sentence = said(tmp_path, [material.row("0301")], language, family="interreg-npa")

    assert families.name("interreg-npa", language) in sentence.split(". ")[-1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", list(calculate.definitions()))
def test_not_found_is_never_called_not_taking_part(tmp_path: Path, name: str, language: str) -> None:
    result = calculate.run(name, engines.in_duckdb(material.content([]), tmp_path))

    texts = " ".join([result.sentence(language), *(text for _, text in result.texts(language))]).lower()
    assert [lie for lie in ("deltar ikke", "deltek ikkje", "not take part") if lie in texts] == []


def test_the_percentage_keeps_a_decimal_where_it_matters() -> None:
    from vardevei.opendata.figures import words

    cases = {0: "0", 0.003: "0,3", 0.034: "3,4", 0.05: "5", 0.386: "39", 1: "100"}
    assert {part: words.share(part, "nb") for part in cases} == cases
