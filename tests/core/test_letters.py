"""A letter is written once, in the receiver's form of language, and kept as it was sent."""

import re
from pathlib import Path

import pytest

import vardevei
from tests.people import somebody
from vardevei.core.domain import letters, names_in_letters, texts
from vardevei.core.enums import FailureReason, LanguageForm, LetterState
from vardevei.core.models import Letter
from vardevei.opendata.problem import Problem

pytestmark = pytest.mark.django_db
WRITES = re.compile(r"letters\.(?:write|draft)\(\s*\"([a-z-]+)\"")
HOLES = re.compile(r"\{[{%]\s*(?:if )?([a-z_.]+)(?=[ |}])(?<!endif)(?<!else)")


@pytest.mark.parametrize("code", texts.codes())
def test_every_letter_is_written_in_all_three_forms(code: str) -> None:
    sources = {form: texts.source(code, form) for form in LanguageForm.values}

    for text in sources.values():
        subject, blank, *body = text.splitlines()
        assert subject.strip()
        assert blank == ""
        assert any(body)
    assert len(set(sources.values())) == 3


def test_every_letter_says_when_it_is_sent_and_to_whom() -> None:
    """A new letter gets a line in its room's letters/about.csv; docs/letters.md is printed from it."""
    assert list(texts.facts()) == texts.codes()
    assert [code for code, facts in texts.facts().items() if not all(facts.values())] == []


def test_every_code_that_a_verb_writes_has_its_texts() -> None:
    room = Path(vardevei.__file__).parent
    written = {code for file in room.rglob("*.py") for code in WRITES.findall(file.read_text())}

    assert written - set(texts.codes()) == set()
    assert "invitation" in written


def put(values: dict, path: list[str]) -> None:
    """A value at each hole: "followup.what" is one of a record's."""
    first, *rest = path
    if not rest:
        values.setdefault(first, "Bø & Å <1>")
        return
    if not isinstance(values.get(first), dict):
        values[first] = {}
    put(values[first], rest)


@pytest.mark.parametrize("code", texts.codes())
def test_all_forms_of_a_letter_fill_in_the_same_values(code: str) -> None:
    holes = {form: set(HOLES.findall(texts.source(code, form))) for form in LanguageForm.values}

    assert holes["nn"] == holes["nb"]
    assert holes["en"] == holes["nb"]
    values: dict[str, object] = {}
    for hole in sorted(holes["nb"], key=lambda hole: hole.count(".")):
        put(values, hole.split("."))
    people = {"to": somebody("Kari Nes"), "by": somebody("Ola Vik")}
    for form in LanguageForm.values:
        subject, body = texts.render(code, form, {**values, **people})
        assert "&amp;" not in subject + body
        assert "{" not in subject + body


def test_letter_is_rendered_at_once_and_waits() -> None:
    kari = somebody("Kari Nes")

    letter = letters.write("mail-test", to=kari, form="nn", by=somebody("Ola Vik"), place="5054-2018")

    assert letter.subject == "Prøve frå Vardevei"
    assert letter.body.startswith("Hei,\n\nDette er ei prøve.")
    assert (letter.address, letter.reply_to) == ("kari.nes@eksempel.no", "ola.vik@eksempel.no")
    assert list(Letter.objects.at_place("5054-2018")) == [letter]
    assert letter.state == LetterState.WAITING


def test_nobody_without_an_address_is_written_to() -> None:
    nameless = somebody("Per Uten", email=None)

    with pytest.raises(Problem) as refused:
        letters.write("mail-test", to=nameless, form="nb", by=None)

    assert refused.value.code == "no-address"
    assert Letter.objects.count() == 0


def test_a_forgotten_value_is_an_error_and_not_a_hole() -> None:
    with pytest.raises(LookupError, match=r"mail-rest\.nb\.txt"):
        letters.draft("mail-rest", to=somebody(), form="nb", by=None)
    with pytest.raises(KeyError, match="site"):
        texts.render("mail-test", "nb", {})


def test_news_can_be_stopped_and_notices_cannot() -> None:
    kari = somebody("Kari Nes", no_news_since="2026-01-01T12:00Z")

    with pytest.raises(Problem) as refused:
        letters.write("mail-test", to=kari, form="nb", by=None, news=True)
    notice = letters.write("mail-test", to=kari, form="nb", by=None)

    assert refused.value.code == "news-stopped"
    assert "/stopp/" not in notice.body


def test_erased_person_is_taken_out_of_what_was_sent_and_what_waits_is_not_sent() -> None:
    kari, ola = somebody("Kari Nes"), somebody("Ola Vik")
    hers = letters.write("mail-test", to=kari, form="nb", by=ola)
    his = letters.write("mail-test", to=ola, form="nb", by=None)
    Letter.objects.filter(pk=hers.pk).update(body="Hei Kari Nes,\n\nsvar til kari.nes@eksempel.no.")

    assert names_in_letters.forget(kari) == 1

    hers.refresh_from_db()
    his.refresh_from_db()
    assert hers.body == "Hei …,\n\nsvar til …."
    assert (hers.to, hers.name, hers.address) == (None, "", "")
    assert (hers.state, hers.reason) == (LetterState.FAILED, FailureReason.ERASED)
    assert (his.to, his.state) == (ola, LetterState.WAITING)
