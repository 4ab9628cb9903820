"""The little Markdown that people write: what it knows, and that everything else is only text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vardevei.core import markdown


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ett avsnitt\nover to linjer.\n\nEt til.", ["p", "p"]),
        ("## Overskrift\nTekst", ["h", "p"]),
        ("Vi gjorde:\n- en\n- to", ["p", "list"]),
        ("1. en\n2. to\n\nSlutt", ["list", "p"]),
        ("| A | B |\n| --- | --- |\n| 1 | 2 |", ["table"]),
        ("> Sitat", ["quote"]),
        ("a | b uten strek under", ["p"]),
        ("", []),
    ],
)
def test_each_kind_of_block_is_known(text, kinds) -> None:
    assert [block["kind"] for block in markdown.blocks(text)] == kinds


def test_a_line_is_told_in_pieces() -> None:
    assert markdown.runs("Se **her**, *der* og [Time](https://time.no/a_(b)).") == [
        {"text": "Se "},
        {"text": "her", "strong": True},
        {"text": ", "},
        {"text": "der", "em": True},
        {"text": " og "},
        {"text": "Time", "href": "https://time.no/a_(b)"},
        {"text": "."},
    ]


def test_a_link_that_could_do_harm_is_only_text() -> None:
    for text in ("[x](javascript:alert(1))", "[x](//elsewhere.no)", "[x](data:text/html,x)"):
        assert "href" not in {key for run in markdown.runs(text) for key in run}


def test_an_item_goes_on_over_lines_and_a_row_has_as_many_cells_as_the_head() -> None:
    (steps,) = markdown.blocks("1. Inviter\n   alle\n2. Møt dem")
    (table,) = markdown.blocks("| A | B |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |")

    assert [markdown.said(item) for item in steps["items"]] == ["Inviter alle", "Møt dem"]
    assert [len(row) for row in table["rows"]] == [2, 2]


@given(st.text(alphabet="ab *_[]()#|->1.\n", max_size=200))
def test_no_text_is_lost_or_stops_the_work(text) -> None:
    letters = [letter for letter in text if letter in "ab"]

    said = markdown.plain(text)
    assert len([letter for letter in said if letter in "ab"]) <= len(letters)
    if "](" not in text and "|" not in text:
        assert [letter for letter in said if letter in "ab"] == letters


def test_a_page_shows_it_with_everything_escaped() -> None:
    from vardevei.web.templatetags.markdown import markdown as shown

    assert shown("## Hva\nSe <b>[Time](https://time.no/?a=1&b=2)</b> & **mer**") == (
        '<h3 class="ds-heading" data-size="xs">Hva</h3>\n'
        '<p>Se &lt;b&gt;<a class="ds-link" href="https://time.no/?a=1&amp;b=2">Time</a>&lt;/b&gt; &amp; '
        "<strong>mer</strong></p>"
    )
