"""The files of a workspace on pages: in, out, renewed and away; and that what is in a file does no harm."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests import people
from vardevei.core.models import KeptFile
from vardevei.opendata.problem import Problem
from vardevei.workspaces.domain import agenda, files, meeting_words, meetings, workspaces
from vardevei.workspaces.enums import SeenBy, Visibility
from vardevei.workspaces.models import Member, WorkspaceFile

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
PDF = b"%PDF-1.7\nsaksliste"
POISON = b"<script>document.title = 'tatt'</script>"


@pytest.fixture
def room():
    room = workspaces.begin(people.place(people.TRONDELAG), title="Hemmelig nett", by=people.adviser(name="Liv Leder"))
    Member.objects.create(workspace=room, organisation=people.place(people.INDRE_FOSEN))
    return room


@pytest.fixture
def contact():
    return people.contact()


def picture(width: int = 40, height: int = 30, kind: str = "JPEG", tail: bytes = b"", **said) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, kind, **said)
    return out.getvalue() + tail


def given(content: bytes, name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="text/html")


def send(person, room, *chosen, **named):
    return people.signed_in(person).post(f"/arbeidsrom/{room.pk}/filer/ny/", {"chosen": list(chosen)}, **named)


def test_a_member_puts_in_two_files_and_finds_them_in_the_list(room, contact):
    answer = send(contact, room, given(PDF, "Saksliste.pdf"), given(b"a;b\n", "Budsjett.csv"))

    assert answer["Location"] == f"/arbeidsrom/{room.pk}/filer/"
    page = people.signed_in(contact).get(answer["Location"]).content.decode()
    assert page.index("Budsjett.csv") < page.index("Saksliste.pdf")  # the newest first
    by_name = people.signed_in(contact).get(answer["Location"] + "?sorter=navn&ned=1").content.decode()
    assert by_name.index("Saksliste.pdf") < by_name.index("Budsjett.csv")


def test_one_that_is_not_taken_is_named_and_then_none_is_put_in(room, contact):
    answer = send(contact, room, given(PDF, "Saksliste.pdf"), given(POISON, "bilde.png"))

    assert "bilde.png" in answer.content.decode()
    assert "Ingen av filene er lagt inn" in answer.content.decode()
    assert (WorkspaceFile.objects.count(), KeptFile.objects.count()) == (0, 0)


def test_the_script_is_told_where_to_go_and_gets_problems_as_words(room, contact):
    answer = send(contact, room, given(PDF, "a.pdf"), headers={"X-Upload": "1"})
    assert answer.json() == {"to": f"/arbeidsrom/{room.pk}/filer/"}

    workspaces.archive(room, by=room.by)
    refused = send(contact, room, given(PDF, "b.pdf"), headers={"X-Upload": "1", "Accept": "application/json"})
    assert (refused.status_code, refused.json()["code"]) == (409, "workspace-archived")


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "..\\..\\kjør.exe",
        "gjør\u202efdp.exe",
        "CON",
        "NUL.pdf",
        "a\r\nSet-Cookie: x=1",
        "å" * 400,
        '"><script>',
    ],
)
def test_a_dangerous_name_is_made_harmless(room, contact, name):
    file = files.add(room, PDF, name, by=contact)

    answer = people.signed_in(contact).get(f"/fil/{file.pk}/1/last-ned/")

    assert b"".join(answer) == PDF
    assert "attachment; filename" in answer["Content-Disposition"]
    kept = file.newest.content.name
    assert kept.endswith(".pdf")
    assert len(kept.encode()) <= 204
    assert not set(kept) & set('/\\\r\n\u202e<>"')
    page = people.signed_in(contact).get(f"/fil/{file.pk}/").content
    assert b"><script>" not in page


def test_every_way_to_a_file_sends_it_alone_and_never_as_a_page(room, contact):
    file = files.add(room, picture(tail=POISON), "bilde.jpg", by=contact)
    paper = files.add(room, PDF + POISON, "plan.pdf", by=contact)

    for address in (f"/fil/{file.pk}/1/last-ned/", f"/fil/{file.pk}/1/bilde/", f"/fil/{paper.pk}/1/vis/"):
        answer = people.signed_in(contact).get(address)
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer["Content-Security-Policy"]
        assert answer["Content-Type"] in {"image/jpeg", "application/pdf"}


def test_a_file_that_the_browser_has_kept_is_opened_under_its_own_policy_too(room, contact):
    """A short answer that nothing has changed would bring the policy of pages, which lets a file run scripts."""
    file = files.add(room, picture(), "bilde.jpg", by=contact)
    browser, address = people.signed_in(contact), f"/fil/{file.pk}/1/bilde/"
    kept = browser.get(address)

    again = browser.get(address, headers={"If-None-Match": kept.get("ETag", f'"{file.newest.picture.sha256}"')})

    assert (again.status_code, again["Content-Security-Policy"]) == (200, kept["Content-Security-Policy"])


def test_the_picture_that_is_shown_is_drawn_anew_without_place_and_script(room, contact):
    exif = Image.Exif()
    exif[0x010F] = "Hemmelig kamera"
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x0112] = 6  # lies on its side
    content = picture(3000, 2000, exif=exif, comment=POISON, tail=POISON)
    file = files.add(room, content, "fjære.jpg", by=contact)

    shown = b"".join(people.signed_in(contact).get(f"/fil/{file.pk}/1/bilde/"))

    drawn = Image.open(BytesIO(shown))
    assert drawn.size == (1067, 1600)  # stands upright, and fits
    assert dict(drawn.getexif()) == {}
    assert POISON not in shown
    assert b"Hemmelig" not in shown
    assert b"".join(people.signed_in(contact).get(f"/fil/{file.pk}/1/last-ned/")) == content


def test_a_picture_that_would_fill_the_memory_is_refused_and_a_broken_one_only_downloaded(room, contact):
    bomb = picture(16_000, 16_000, "PNG")  # a file of less than a megabyte, 256 million points
    answer = send(contact, room, given(bomb, "bombe.png"))
    assert "bildepunkter" in answer.content.decode()
    assert KeptFile.objects.count() == 0

    broken = files.add(room, b"\x89PNG\r\n\x1a\n" + POISON, "b.png", by=contact)
    assert broken.newest.picture is None
    assert people.signed_in(contact).get(f"/fil/{broken.pk}/1/bilde/").status_code == 404


def test_a_document_that_would_unpack_to_gigabytes_is_never_unpacked(room, contact):
    import zipfile

    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr("word/document.xml", b"\0" * 200_000_000)

    file = files.add(room, out.getvalue(), "bombe.docx", by=contact)

    assert file.newest.content.size < 300_000
    assert people.signed_in(contact).get(f"/fil/{file.pk}/").status_code == 200


def test_one_outside_sees_an_open_file_and_nothing_of_the_room(client, room):
    file = files.add(room, PDF, "Invitasjon.pdf", seen_by=SeenBy.ANYONE, by=room.by)
    hidden = files.add(room, PDF + b"2", "Saksliste.pdf", by=room.by)

    page = client.get(f"/fil/{file.pk}/").content.decode()

    assert "Invitasjon.pdf" in page
    assert "Hemmelig nett" not in page
    assert "Liv Leder" not in page
    assert b"".join(client.get(f"/fil/{file.pk}/1/last-ned/")) == PDF
    for address in ("", "1/last-ned/", "1/vis/"):
        assert client.get(f"/fil/{hidden.pk}/{address}").status_code == 302  # to sign in


def test_in_an_open_room_a_visitor_sees_files_and_not_who_put_them_in(client, room):
    files.add(room, PDF, "Saksliste.pdf", by=room.by)
    workspaces.change(room, title="Åpent", purpose="", visibility=Visibility.OPEN, by=room.by)

    page = client.get(f"/arbeidsrom/{room.pk}/filer/").content.decode()

    assert "Saksliste.pdf" in page
    assert "Liv Leder" not in page


def test_a_new_version_and_the_older_one_by_its_own_link(room, contact):
    file = files.add(room, PDF, "plan.pdf", by=room.by)
    browser = people.signed_in(contact)

    answer = browser.post(f"/fil/{file.pk}/ny-utgave/", {"file": given(PDF + b"2", "plan.pdf"), "note": "Ny dato"})

    page = browser.get(answer["Location"]).content.decode()
    assert "Ny dato" in page
    assert f"/fil/{file.pk}/1/last-ned/" in page
    again = browser.post(f"/fil/{file.pk}/ny-utgave/", {"file": given(PDF + b"2", "plan.pdf"), "note": "Igjen"})
    assert "den samme filen" in again.content.decode()


def test_the_same_form_with_another_file_is_another_sending(room, contact):
    """Back in the browser, and another file: it must not be taken for a second press."""
    browser = people.signed_in(contact)
    address = f"/arbeidsrom/{room.pk}/filer/ny/"
    ticket = browser.get(address).content.decode().partition('name="_form" value="')[2].partition('"')[0]

    for name in ("a.pdf", "a.pdf", "b.pdf"):
        browser.post(address, {"chosen": [given(PDF, name)], "_form": ticket})

    assert [file.title for file in room.files.all()] == ["b.pdf", "a.pdf"]


def test_the_list_takes_as_many_questions_for_three_files_as_for_one(room, contact):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        files.add(room, PDF, name, by=contact)
        browser = people.signed_in(contact)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            browser.get(f"/arbeidsrom/{room.pk}/filer/")
        counts.append(len(asked))

    assert counts[0] == counts[2]


def test_taken_away_its_page_says_why_and_its_bytes_are_gone(room, contact):
    file = files.add(room, PDF, "plan.pdf", by=contact)
    browser = people.signed_in(contact)

    browser.post(f"/fil/{file.pk}/ta-bort/", {"why": "Feil utgave"})

    assert "Feil utgave" in browser.get(f"/fil/{file.pk}/").content.decode()
    assert browser.get(f"/fil/{file.pk}/1/last-ned/").status_code == 404


def test_file_goes_with_an_item_and_those_who_may_not_see_it_do_not_find_it_there(room, contact):
    leads = room.by
    meeting = meetings.call(room, title="Dialogmøte", by=leads)
    item = agenda.add(meeting, title="Budsjett", kind="decision", by=leads)
    form = people.signed_in(leads).get(f"/arbeidsrom/{room.pk}/filer/ny/?sak={item.pk}").content.decode()
    assert f'<option value="{item.pk}" selected>Dialogmøte: Budsjett</option>' in form

    there = send_with(leads, room, item, given(PDF, "Forslag.pdf"), SeenBy.ROOM)
    send_with(leads, room, item, given(PDF + b"2", "Tall.pdf"), SeenBy.LEADS)

    assert there["Location"] == f"/mote/{meeting.pk}/#sak-{item.pk}"
    seen = [people.signed_in(who).get(f"/mote/{meeting.pk}/").content.decode() for who in (leads, contact)]
    assert [("Forslag.pdf" in page, "Tall.pdf" in page) for page in seen] == [(True, True), (True, False)]
    assert meeting_words.agenda(meeting)["agenda"][0]["text"] == ["Vedlegg: Forslag.pdf"]


def test_file_does_not_go_with_an_item_in_another_workspace(room, contact):
    elsewhere = workspaces.begin(people.place(people.TRONDELAG), title="Et annet nett", by=room.by)
    item = agenda.add(meetings.call(elsewhere, title="Deres møte", by=room.by), title="Deres sak", by=room.by)

    with pytest.raises(Problem, match="different workspaces"):
        files.add(room, PDF, "Forslag.pdf", item=item, by=contact)


def send_with(person, room, item, file, seen_by):
    sent = {"chosen": [file], "item": item.pk, "seen_by": seen_by}
    return people.signed_in(person).post(f"/arbeidsrom/{room.pk}/filer/ny/", sent)
