"""The pages of follow-ups: a lead gives, a contact does it from a phone, and nobody else sees it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import people
from vardevei.workspaces.domain import followups, workspaces
from vardevei.workspaces.models import FollowUp, Member, Workspace

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def room() -> Workspace:
    made = workspaces.begin(people.place(people.TRONDELAG), title="Nettverk", by=people.adviser())
    Member.objects.create(workspace=made, organisation=people.place(people.INDRE_FOSEN))
    return made


def give(room: Workspace, what: str = "Ring Frosta", days: int = 20, **other) -> FollowUp:
    return followups.set_up(room, what=what, due=in_days(days), by=room.by, **other)


def send(person, name: str, key: int, *, to: str = "", **fields):
    """Open the form, fill it in, send it."""
    client, path = people.signed_in(person), reverse(name, args=[key]) + to
    page = client.get(path)
    assert page.status_code == 200, page.content.decode()
    form = page.context["form"]
    known = {field.name: field.value() for field in form if field.value() not in (None, False)}
    return client.post(path, {**known, "_form": form.signed_ticket, **fields})


def test_a_lead_gives_one_to_a_municipality_and_it_says_where_it_comes_from(room) -> None:
    origin = give(room, "Det gamle", who=room.by)

    sent = send(
        room.by,
        "followup-new",
        room.pk,
        to=f"?fra=workspaces.followup:{origin.pk}&hva=Ring+Frosta",
        given=f"o:{people.place(people.INDRE_FOSEN).pk}",
        due=f"{in_days(5):%d.%m.%Y}",
    )

    assert sent.headers["Location"] == reverse("workspace-followups", args=[room.pk])
    made = FollowUp.objects.get(what="Ring Frosta")
    assert (made.organisation.name, made.due, made.origin) == (
        "Indre Fosen",
        in_days(5),
        f"workspaces.followup:{origin.pk}",
    )


def test_an_order_without_a_sender_keeps_what_was_written(room) -> None:
    sent = send(
        room.by,
        "followup-new",
        room.pk,
        what="Svar forumet",
        given=f"p:{room.by.pk}",
        due=f"{in_days(5):%d.%m.%Y}",
        is_order="on",
    )

    assert sent.status_code == 400
    assert "Skriv hvem som har bestilt det." in sent.content.decode()
    assert "Svar forumet" in sent.content.decode()


def test_what_is_overdue_comes_first_and_orders_stand_apart(room) -> None:
    late, later = give(room, "Sent", -3, who=room.by), give(room, "Seinere", 9, who=room.by)
    order = give(room, "Svar forumet", 4, who=room.by, is_order=True, sender="Forumet")

    page = people.signed_in(room.by).get(reverse("workspace-followups", args=[room.pk]))

    assert (page.context["plain"], page.context["orders"]) == ([late, later], [order])
    assert page.content.decode().count("forfalt</span>") == 1


@pytest.mark.parametrize(("view", "shown"), [("mine", ["Min"]), ("forfalt", ["Sent"]), ("gjort", ["Ferdig"])])
def test_each_way_to_look_shows_its_own(room, view, shown) -> None:
    kari = people.contact()
    give(room, "Min", 9, organisation=people.place(people.INDRE_FOSEN))
    give(room, "Sent", -3, who=room.by)
    followups.finish(give(room, "Ferdig", 9, who=room.by), by=room.by)

    page = people.signed_in(kari).get(reverse("workspace-followups", args=[room.pk]) + f"?vis={view}")

    assert [followup.what for followup in page.context["plain"]] == shown


def test_a_contact_marks_it_as_done_with_a_word_on_how_it_went(room) -> None:
    kari = people.contact()
    followup = give(room, who=kari)

    send(kari, "followup-done", followup.pk, outcome="De er med.")

    followup.refresh_from_db()
    assert (followup.state, followup.outcome, followup.done_by) == ("done", "De er med.", kari)


def test_an_order_is_answered_on_its_page(room) -> None:
    kari = people.contact()
    order = give(room, who=kari, is_order=True, sender="Forumet", wanted_answer="Hva mener dere?")

    empty = send(kari, "followup-done", order.pk, answer="")
    send(kari, "followup-done", order.pk, answer="Vi er for.")

    assert empty.status_code == 400
    order.refresh_from_db()
    assert (order.state, order.answer) == ("done", "Vi er for.")


def test_given_to_another_and_moved_on_one_page(room) -> None:
    kari, per = people.contact(), people.contact(name="Per Moe")
    followup = give(room, who=kari)

    send(room.by, "followup-change", followup.pk, given=f"p:{per.pk}", due=f"{in_days(30):%d.%m.%Y}")

    followup.refresh_from_db()
    assert (followup.who, followup.due, followup.what) == (per, in_days(30), "Ring Frosta")


def test_dropped_and_opened_again(room) -> None:
    followup = give(room, who=room.by)

    send(room.by, "followup-drop", followup.pk, why="Ikke nødvendig")
    followup.refresh_from_db()
    dropped = followup.state
    send(room.by, "followup-reopen", followup.pk)

    followup.refresh_from_db()
    assert (dropped, followup.state) == ("dropped", "open")


def test_whoever_has_one_without_being_in_the_room_sees_that_one_only(room) -> None:
    bo = people.somebody("Bo Berg")
    followup = give(room, who=room.by)
    FollowUp.objects.filter(pk=followup.pk).update(who=bo)
    client = people.signed_in(bo)

    page = client.get(reverse("followup", args=[followup.pk]))

    assert page.status_code == 200
    assert reverse("workspace", args=[room.pk]) not in page.content.decode()
    assert client.get(reverse("workspace-followups", args=[room.pk])).status_code == 404


def test_in_an_archived_room_all_can_be_read_and_nothing_written(room) -> None:
    followup = give(room, who=room.by)
    workspaces.archive(room, by=room.by)
    client = people.signed_in(room.by)

    page = client.get(reverse("followup", args=[followup.pk]))

    assert reverse("followup-done", args=[followup.pk]) not in page.content.decode()
    assert client.get(reverse("followup-change", args=[followup.pk])).status_code in (403, 409)


def test_the_file_has_every_follow_up_in_order_of_its_day(room) -> None:
    give(room, "Seinere", 9, who=room.by)
    give(room, "=HYPERLINK(1)", -3, organisation=people.place(people.INDRE_FOSEN))

    file = people.signed_in(room.by).get(reverse("workspace-followups-file", args=[room.pk, "csv"]))

    lines = file.content.decode("utf-8-sig").splitlines()
    assert [line.split(";")[1] for line in lines[1:]] == ["Indre Fosen", "Ola Vik"]
    assert not lines[1].startswith("=")


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_asks_the_database_the_same_number_of_times(room, many, django_assert_num_queries) -> None:
    for number in range(many):
        give(room, f"Ring {number}", organisation=people.place(people.INDRE_FOSEN))
    client = people.signed_in(room.by)
    client.get(reverse("workspace-followups", args=[room.pk]))

    with django_assert_num_queries(20):
        client.get(reverse("workspace-followups", args=[room.pk]))
