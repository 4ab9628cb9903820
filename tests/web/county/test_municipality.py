"""One municipality's page for staff: writing, correcting, and what readers do not get."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests import people
from tests.people import signed_in
from vardevei.core.models import Letter
from vardevei.organisations import roles as kinds
from vardevei.organisations.domain import dialogue, notes
from vardevei.organisations.models import DialogueEntry, NextStep, Note, Organisation, PlaceDocument, StrategyNote

pytestmark = pytest.mark.usefixtures("_register")
PAGE = "/fylke/kommune/5054/"


def test_a_call_is_logged_with_what_comes_next() -> None:
    ola = people.adviser()
    due = timezone.localdate() + timedelta(days=7)
    said = {"channel": "phone", "day": timezone.localdate().isoformat(), "whom": "Kari Nes", "text": "Vil søke."}

    answer = signed_in(ola).post(f"{PAGE}kontakt/", {**said, "next_what": "Send lenke", "next_due": due.isoformat()})

    assert answer.url == PAGE
    assert DialogueEntry.objects.get().text == "Vil søke."
    assert (NextStep.objects.get().who, NextStep.objects.get().due) == (ola, due)
    html = signed_in(ola).get(PAGE).content.decode()
    assert [words for words in ("Vil søke.", "Send lenke", "Kari Nes") if words not in html] == []


def test_half_a_next_step_is_asked_about_and_nothing_is_written() -> None:
    said = {"channel": "phone", "day": timezone.localdate().isoformat(), "next_what": "Send lenke"}

    answer = signed_in(people.adviser()).post(f"{PAGE}kontakt/", said)

    assert answer.status_code == 400
    assert "Skriv en frist for neste steg." in answer.content.decode()
    assert not DialogueEntry.objects.exists()


def test_everything_can_be_written_changed_and_taken_away() -> None:
    ola, today = people.adviser(), timezone.localdate().isoformat()
    client = signed_in(ola)
    entry = dialogue.add(people.place("5054"), channel="phone", day=timezone.localdate(), text="Feil", by=ola)
    other = dialogue.add(people.place("5054"), channel="mail", day=timezone.localdate(), text="Bort", by=ola)

    client.post(f"{PAGE}kontakt/{entry.pk}/", {"channel": "visit", "day": today, "whom": "", "text": "Rett"})
    client.post(f"{PAGE}kontakt/{entry.pk}/stryk/", {"why": "Feil dag"})
    client.post(f"{PAGE}kontakt/{other.pk}/slett/")
    client.post(f"{PAGE}steg/", {"what": "Ring", "due": today, "who": ola.pk})
    step = NextStep.objects.get()
    client.post(f"{PAGE}steg/{step.pk}/", {"what": "Besøk", "due": today, "who": ola.pk})
    client.post(f"{PAGE}steg/{step.pk}/gjort/", {"outcome": "Fint"})
    client.post(f"{PAGE}notat/", {"text": "Vil samarbeide"})
    client.post(f"{PAGE}strategi/", {"has": "yes", "year": "2018", "link": "https://eksempel.no/"})
    file = SimpleUploadedFile("referat.txt", b"Referat\n")
    client.post(f"{PAGE}dokument/", {"file": file, "title": "", "day": today})

    kept, step = DialogueEntry.objects.get(), NextStep.objects.get()
    assert (kept.text, kept.channel, kept.struck_why) == ("Rett", "visit", "Feil dag")
    assert (step.what, step.outcome, step.done_by) == ("Besøk", "Fint", ola)
    assert Note.objects.get().text == "Vil samarbeide"
    assert StrategyNote.objects.get().year == 2018
    document = PlaceDocument.objects.get()
    assert b"".join(client.get(f"{PAGE}dokument/{document.pk}/").streaming_content) == b"Referat\n"
    client.post(f"{PAGE}dokument/{document.pk}/ta-bort/", {"why": "Feil"})
    assert client.get(f"{PAGE}dokument/{document.pk}/").status_code == 404


def test_readers_see_it_and_cannot_change_it() -> None:
    ola, reader = people.adviser(), signed_in(people.with_role(kinds.DECISION_MAKER, "50"))
    entry = dialogue.add(people.place("5054"), channel="phone", day=timezone.localdate(), text="Ringte", by=ola)

    html = reader.get(PAGE).content.decode()

    assert "Ringte" in html
    assert [words for words in ("Skriv inn", "Endre", "Slett", "Nytt neste steg") if words in html] == []
    assert reader.post(f"{PAGE}kontakt/{entry.pk}/slett/").status_code == 403
    assert reader.get(f"{PAGE}notat/").status_code == 403


def test_an_entry_of_another_municipality_is_not_reached_through_this_one() -> None:
    per = people.adviser(people.VESTLAND, "Per Vest")
    elsewhere = dialogue.add(people.place("4601"), channel="phone", day=timezone.localdate(), text="Hemmelig", by=per)

    assert signed_in(people.adviser()).get(f"{PAGE}kontakt/{elsewhere.pk}/").status_code == 404


def test_what_was_written_about_a_part_stands_with_the_whole() -> None:
    ola, rissa = people.adviser(), Organisation.objects.get(pk="1624")
    DialogueEntry.objects.create(place=rissa, channel="meeting", day=date(2017, 5, 4), text="Om sammenslåingen")
    Note.objects.create(place=rissa, text="Ivrig rådmann", by=ola)

    html = signed_in(ola).get(PAGE).content.decode()

    assert [words for words in ("Om sammenslåingen", "Ivrig rådmann", "Skrevet om Rissa") if words not in html] == []


def test_a_letter_that_was_sent_is_in_the_log_and_counts_as_contact() -> None:
    ola, kari = people.adviser(), people.contact()
    now, told = timezone.now(), {"name": "Kari Nes", "address": "kari.nes@eksempel.no", "form": "nb"}
    letter = Letter(code="letter", to=kari, subject="Invitasjon", body="Kom!", by=ola, place="5054-2018", **told)
    letter.state, letter.written_at, letter.sent_at = "sent", now, now + timedelta(seconds=1)
    letter.save()
    client = signed_in(ola)

    page = client.get(PAGE)

    assert "Invitasjon" in page.content.decode()
    row = next(row for row in client.get("/fylke/50/").context["rows"] if row.number == "5054")
    assert (row.last, str(row.last_kind)) == (timezone.localdate(), "Brev")


def test_the_sheet_is_in_the_form_that_is_asked_for_and_the_step_only_when_wanted() -> None:
    ola = people.adviser()
    notes.write(people.place("5054"), text="Hemmelig notat", by=ola)
    client = signed_in(ola)

    answer = client.get(f"{PAGE}ark.pdf?form=nn")

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="5054-indre-fosen.pdf"'
    assert answer.content.startswith(b"%PDF")


def test_two_who_write_the_first_note_at_once_meet_each_other() -> None:
    ola, berit = signed_in(people.adviser()), signed_in(people.adviser(name="Berit Bø"))
    forms = [client.get(f"{PAGE}notat/").context["form"] for client in (ola, berit)]
    texts = ("Ola skrev dette", "Berit skrev dette")

    first = ola.post(f"{PAGE}notat/", {"text": texts[0], "_form": forms[0].signed_ticket})
    second = berit.post(f"{PAGE}notat/", {"text": texts[1], "_form": forms[1].signed_ticket})

    assert (first.status_code, second.status_code) == (302, 400)
    html = second.content.decode()
    assert [text for text in texts if text not in html] == []
    assert Note.objects.get().text == texts[0]
