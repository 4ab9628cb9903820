"""One of everything an address can point to, at Indre Fosen in Trøndelag, so that something could leak."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from uuid import uuid4

from django.utils import timezone

from tests import people
from tests.web import worlds
from vardevei.core.domain import addresses, drafts, files, questions, runs, sign_in_links
from vardevei.core.models import Letter, Person
from vardevei.organisations import roles as kinds
from vardevei.organisations.domain import dialogue, documents, erasures, invitations, joining, mailings, steps, views
from vardevei.organisations.imports.contact_lists import reading
from vardevei.organisations.models import Invitation, Organisation, Role
from vardevei.projects.domain import aliases, by_hand, corrections, doubles
from vardevei.projects.enums import LinkState, Relation
from vardevei.projects.imports import uploads
from vardevei.projects.models import Alias, Participation

LIST = "project;participant;country;year\nBlå skog;Indre Fosen kommune;NO;2024\n".encode()
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
DIALOGUE = ("dialogue-new", "dialogue-change", "dialogue-strike", "dialogue-delete")
STEPS = ("step-new", "step-change", "step-done")
DOCUMENTS = ("place-note", "place-document-new", "place-document", "place-document-remove", "sheet", "strategy-note")
STAFF_PAGES = ("staff-municipality", *DIALOGUE, *STEPS, *DOCUMENTS)


@dataclass(slots=True)
class World:
    """Whom it belongs to, and the value of each thing an address takes (see addresses.Address.path)."""

    contact: Person
    adviser: Person
    values: dict[str, object] = field(default_factory=dict)


def world() -> World:
    made = World(people.contact(), people.adviser())
    fosen, county = people.place(people.INDRE_FOSEN), people.place(people.TRONDELAG)
    made.values |= {"number": people.TRONDELAG, "kind": "csv", "columns": "alle"}
    for part in (_plain, _dialogue, _contacts, _letters, _joining, _work, _participation):
        made.values |= part(made, fosen, county)
    room = worlds.a_room(made.adviser, fosen, county)
    for tool in worlds.tools():
        made.values |= tool(made, room)
    return made


def _plain(made: World, fosen: Organisation, county: Organisation) -> dict[str, object]:
    return {
        **_each(STAFF_PAGES, "number", fosen.number),
        **_each(("openid-start", "openid-disconnect"), "provider", "finnes-ikke"),
        "openid_connect_callback.provider_id": "finnes-ikke",
        "county-contacts-file.columns": "alle",
    }


def _dialogue(made: World, fosen: Organisation, county: Organisation) -> dict[str, object]:
    today = timezone.localdate()
    entry = dialogue.add(fosen, channel="phone", day=today, text="Hemmelig", by=made.adviser)
    step = steps.plan(fosen, what="Ring", due=today, who=made.adviser, by=made.adviser)
    document = documents.add(fosen, title="Avtale", day=today, content=PDF, name="avtale.pdf", by=made.adviser)
    view = views.save(county, name="Ledige", query="ledig=1", shared=True, first=False, by=made.adviser)
    return {
        **_each(("dialogue-change", "dialogue-strike", "dialogue-delete"), "key", entry.pk),
        **_each(("step-change", "step-done"), "key", step.pk),
        **_each(("place-document", "place-document-remove"), "key", document.pk),
        "saved-view-delete.key": view.pk,
    }


def _contacts(made: World, fosen: Organisation, county: Organisation) -> dict[str, object]:
    role = contacts_of(fosen)
    put_in = reading.from_text("Kommune\tNavn\nFrosta\tLiv Lie", county=county, by=made.adviser)
    listed = [f"county-contact-list{part}" for part in ("", "-columns", "-decide", "-apply", "-drop", "-rejected")]
    return {**_each(("county-contact", "county-contact-end"), "key", role.pk), **_each(listed, "key", put_in.pk)}


def contacts_of(place: Organisation) -> Role:
    return Role.objects.now().contacts().get(organisation=place)


def _letters(made: World, fosen: Organisation, county: Organisation) -> dict[str, object]:
    draft = mailings.begin(county, by=made.adviser, code="contact-confirm")
    draft.save()
    sent = mailings.begin(county, by=made.adviser, code="contact-confirm")
    sent.save()
    mailings.send(sent, by=made.adviser)
    letter = Letter.objects.about(sent).get()
    before = [f"county-letter-{act}" for act in ("write", "send", "test", "discard")]
    return {
        **_each(before, "pk", draft.pk),
        **_each(("county-letter", "county-letter-remind", "county-letter-answers"), "pk", sent.pk),
        "letter.pk": letter.pk,
        "answer.token": addresses.token_of(letter.key, questions.YES),
        "answer-thanks.token": addresses.token_of(letter.key, questions.YES),
        "stop-news.token": addresses.stop(letter.key, "nb").rstrip("/").rpartition("/")[2],
    }


def _joining(made: World, fosen: Organisation, county: Organisation) -> dict[str, object]:
    asking = people.somebody("Nora Ny")
    request = joining.ask(asking, fosen, kinds.MEMBER, reason="Hemmelig")
    invited = invitations.send("gjest@eksempel.no", kinds.MEMBER, fosen, by=made.contact)
    administrator = people.administrator("Alf Admin")
    staff = invitations.send("stab@eksempel.no", kinds.EDITOR, county, by=administrator)
    leaving = people.with_role(kinds.DECISION_MAKER, people.TRONDELAG, "Siri Slutt")
    erasure = erasures.ask(leaving)
    assert erasure is not None
    mine = ("my-people", "my-person", "my-person-end", "my-invite", "my-invitation")
    return {
        **_each(mine, "number", fosen.number),
        **_each(("my-person", "my-person-end"), "key", made.contact.pk),
        **_each(("join-request", "join-withdraw"), "key", request.pk),
        **_each(("my-invitation", "invitation"), "key", invited.pk),
        "staff-invitation.key": staff.pk,
        "staff-role-end.key": Role.objects.get(person=leaving).pk,
        "erasure.key": erasure.pk,
        "invitation-link.token": token_of(invited),
        "sign-in-link.token": sign_in_links.make("gjest@eksempel.no"),
        "new-address-link.token": sign_in_links.make("ny@eksempel.no", person=made.contact),
    }


def token_of(invited: Invitation) -> str:
    """As it stands in the letter, which has not been sent yet."""
    letter = Letter.objects.get(code="invitation", address=invited.email)
    return letter.body.partition("/konto/invitasjon/")[2].partition("/")[0]


def _work(made: World, fosen: Organisation, county: Organisation) -> dict[str, object]:
    run = runs.begin("sheets", by=made.adviser, place=county.pk)
    run.result = files.keep(PDF, "ark.pdf", by=made.adviser)
    run.save()
    begun = drafts.Begun(key=uuid4().hex, code="note", title="Notat", address="/fylke/kommune/5054/notat/")
    drafts.save(begun, {"text": ["Halvferdig"]}, by=made.adviser)
    return {**_each(("run", "run-stop", "run-file"), "pk", run.pk), "draft-discard.key": begun.key}


def _participation(made: World, fosen: Organisation, county: Organisation) -> dict[str, object]:
    told, other = (_by_hand(made, fosen, title) for title in ("Blå skog", "Grønn fjord"))
    imported = Participation.objects.filter(organisation__name="Trondheim").earliest("pk")
    correction = corrections.correct(imported, field="amount", value="1000", by=made.adviser, why="Kommunen sa det")
    double = doubles.say(told, other, same=False, by=made.adviser)
    doubtful = _doubtful(told, "INDREFOSEN KOM")
    _doubtful(told, "FOSEN KOMMUNE")
    upload = uploads.receive(BytesIO(LIST), "liste.csv", source="list", by=made.adviser, on_behalf_of=county)
    aliases.settle("Fosen kommune", country="NO", organisation=fosen, by=made.adviser, why="Postadressen")
    return {
        **_each([f"participation-{act}" for act in ("one", "edit", "withdraw", "same", "same-undo")], "pk", told.pk),
        **_each(("participation-correct", "participation-take-back"), "pk", imported.pk),
        "participation-correct.field": "amount",
        "participation-take-back.correction": correction.pk,
        "participation-same.other": other.pk,
        "participation-same-undo.double": double.pk,
        "participation-name.pk": doubtful.pk,
        "participation-verdict-back.alias": Alias.objects.get().pk,
        **_each([f"participation-{act}" for act in ("preview", "columns", "apply", "drop")], "pk", upload.pk),
    }


def _by_hand(made: World, fosen: Organisation, title: str) -> Participation:
    entry = by_hand.Entry(
        fosen,
        "interreg-sverige-norge",
        title,
        start=date(2024, 1, 1),
        end=date(2025, 12, 31),
        evidence_day=date(2026, 1, 2),
    )
    return by_hand.record(entry, by=made.adviser).participation


def _doubtful(like: Participation, name: str) -> Participation:
    return Participation.objects.create(
        project=like.project,
        source="list",
        key=name,
        delivery=like.delivery,
        name=name,
        country="NO",
        year=2024,
        link_state=LinkState.DOUBTFUL,
        link_relation=Relation.NONE,
        link_candidates=[people.INDRE_FOSEN],
    )


def _each(names: Iterable[str], thing: str, value: object) -> dict[str, object]:
    return {f"{name}.{thing}": value for name in names}
