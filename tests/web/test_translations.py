"""Every text exists in all three languages, and the nynorsk is nynorsk."""

import csv
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import polib
import pytest

from vardevei.web import messages, translations
from vardevei.web.messages import extract, lacking

FORBIDDEN = Path(__file__).parent / "forbidden_in_nynorsk.csv"
PAGES = ["/nn/", "/nn/om/", "/nn/tilgjengelighet/", "/nn/komponenter/", "/nn/denne-siden-finnes-ikke/"]
FIELD = re.compile(r"%\(\w+\)[sd]|\{\w+\}")


def catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(translations.FOLDER / language / "LC_MESSAGES" / "django.po"))


def forbidden() -> dict[str, str]:
    with FORBIDDEN.open() as lines:
        return {row["bokmål"]: row["nynorsk"] for row in csv.DictReader(lines)}


def bokmaal_in(text: str) -> list[str]:
    """Bokmål words in a text, each with what it should have been."""
    words = forbidden()
    found = re.findall(rf"(?<!\w)({'|'.join(map(re.escape, words))})(?!\w)", text, re.IGNORECASE)
    return [f"{word} (skal vere {words.get(word) or words.get(word.lower())})" for word in found]


class OwnText(HTMLParser):
    """The page's own text in its own language: not what is marked as another language or as untranslatable."""

    VOID = {"meta", "link", "br", "input", "path", "img"}

    def __init__(self) -> None:
        super().__init__()
        self.open: list[bool] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        other = tag in {"script", "code"} or given.get("lang", "nn") != "nn" or given.get("translate") == "no"
        if tag not in self.VOID:
            self.open.append(other or (bool(self.open) and self.open[-1]))
        if not other and not (self.open and self.open[-1]):
            self.said += [given.get(name) or "" for name in ("aria-label", "title", "data-label")]

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID and self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if not (self.open and self.open[-1]):
            self.said.append(data)


@pytest.mark.parametrize("language", ["nn", "en"])
def test_nothing_is_left_untranslated(language: str) -> None:
    assert lacking(catalogue(language)) == []


@pytest.mark.parametrize("language", ["nn", "en"])
def test_translation_keeps_the_fields_and_links_of_the_text(language: str) -> None:
    for entry in catalogue(language):
        for text in [entry.msgstr, *entry.msgstr_plural.values()]:
            if text:
                assert sorted(FIELD.findall(text)) == sorted(FIELD.findall(entry.msgid)), entry.msgid
                assert re.findall(r"<[^>]+>", text) == re.findall(r"<[^>]+>", entry.msgid), entry.msgid


@pytest.mark.parametrize("language", ["nn", "en"])
def test_catalogue_has_no_text_that_is_no_longer_used(language: str) -> None:
    used = {message[0] for message in extract()}

    assert [entry.msgid for entry in catalogue(language) if entry.msgid not in used] == []


def test_both_kinds_of_marking_are_found(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('_("Én"); ngettext("%(n)s år", "%(n)s år til", 2)')
    (tmp_path / "b.html").write_text('{% load i18n %}{% translate "To" %}{% c "tag" text=_("Tre") %}')
    (tmp_path / "c.html").write_text("{% load i18n %}{% blocktranslate with b=1 %}Fire {{ b }}{% endblocktranslate %}")

    assert list(extract(tmp_path)) == [("Én",), ("%(n)s år", "%(n)s år til"), ("To",), ("Tre",), ("Fire %(b)s",)]


def test_update_keeps_translations_and_takes_away_what_is_unused(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "a.py").write_text('_("Ny"); _("Gammel")')
    po = polib.POFile()
    po.append(polib.POEntry(msgid="Gammel", msgstr="Old"))
    po.append(polib.POEntry(msgid="Borte", msgstr="Gone"))
    monkeypatch.setattr(messages, "extract", lambda: extract(tmp_path))

    messages.update(po)

    assert {entry.msgid: entry.msgstr for entry in po} == {"Ny": "", "Gammel": "Old"}
    assert lacking(po) == ["Ny"]


def test_compiled_files_follow_their_source() -> None:
    translations.compile()

    assert [source.with_suffix(".mo").exists() for source in translations.sources()] == [True, True]
    assert translations.compile() == []


def test_list_of_forbidden_words_is_long_and_right() -> None:
    words = forbidden()

    assert len(words) >= 80
    assert [word for word, instead in words.items() if word == instead or not instead] == []


def test_list_catches_bokmaal() -> None:
    assert bokmaal_in("Vi fant ikke kommunene") == [
        "fant (skal vere fann)",
        "ikke (skal vere ikkje)",
        "kommunene (skal vere kommunane)",
    ]
    assert bokmaal_in("Vi fann ikkje kommunane i Hvaler") == []


def test_nynorsk_catalogue_is_nynorsk() -> None:
    entries = catalogue("nn")

    assert {entry.msgid: bokmaal_in(text) for entry in entries for text in _texts(entry) if bokmaal_in(text)} == {}


def _texts(entry: polib.POEntry) -> Iterator[str]:
    yield FIELD.sub("", entry.msgstr)
    yield from (FIELD.sub("", text) for text in entry.msgstr_plural.values())


@pytest.mark.django_db
@pytest.mark.parametrize("path", PAGES)
def test_nynorsk_page_is_nynorsk(client, path: str) -> None:
    own = OwnText()
    own.feed(client.get(path).content.decode())

    text = " ".join(own.said)
    assert "Hopp til hovudinnhald" in text
    assert bokmaal_in(text) == []
