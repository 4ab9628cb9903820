"""The demonstration fills a county, says that it is made up, and leaves nothing behind."""

import pytest
from django.core import serializers

from tests import people
from vardevei import demo
from vardevei.core.domain import letters, made_up, sending, sign_in_links
from vardevei.core.models import Letter, LogEntry, Person
from vardevei.core.personal import own_models
from vardevei.opendata.problem import Problem
from vardevei.organisations import permission
from vardevei.organisations.domain import contacts
from vardevei.organisations.models import DialogueEntry, Role
from vardevei.projects import rules

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


def everything() -> dict[str, str]:
    """Every row of every table of ours, as text."""
    return {one._meta.label: serializers.serialize("json", one._base_manager.order_by("pk")) for one in own_models()}


@pytest.mark.django_db(transaction=True)
def test_nothing_is_left_when_it_is_taken_away():
    """Also what is written when the transaction has ended: that a municipality has nobody left."""
    before = everything()

    demo.add(people.place("50"))
    acts = set(LogEntry.objects.values_list("act", flat=True))
    demo.remove()

    assert "place-empty" in acts
    assert not made_up.present()
    assert everything() == before


def test_what_made_up_people_did_afterwards_goes_too():
    before = everything()
    adviser, contact = demo.add(people.place("50"))
    letters.write("mail-test", to=contact, form="nb", by=adviser)
    sign_in_links.make(str(contact.email))
    DialogueEntry.objects.create(place=people.place("5001"), channel="phone", day="2026-01-01", by=adviser)

    demo.remove()

    assert everything() == before


def test_real_people_and_what_they_have_done_stay():
    real = people.adviser(people.VESTLAND)
    entry = DialogueEntry.objects.create(place=people.place("4601"), channel="phone", day="2026-01-01", by=real)
    before = everything()

    demo.add(people.place("50"))
    demo.remove()

    assert everything() == before
    entry.refresh_from_db()
    assert entry.by == real


def test_everyone_is_labelled_and_every_kind_of_contact_is_there():
    county = people.place("50")

    demo.add(county)

    assert [person.name for person in Person.objects.all() if not person.name.endswith(" (eksempel)")] == []
    places = contacts.of_county(county)
    assert any(one.vacant_since for one in places)
    assert any(one.vacant and one.vacant_since is None for one in places)
    assert any(role.person.bounced_at for one in places for role in one.roles)


def test_adding_it_again_adds_nothing():
    demo.add(people.place("50"))
    once = everything()

    demo.add(people.place("50"))

    assert everything() == once


def test_a_county_with_real_people_is_refused():
    people.contact()

    with pytest.raises(Problem) as refused:
        demo.add(people.place("50"))

    assert refused.value.code == "demo-among-real"
    assert not made_up.present()


def test_a_second_county_is_refused_while_the_first_is_there():
    demo.add(people.place("50"))

    with pytest.raises(Problem) as refused:
        demo.add(people.place("46"))

    assert refused.value.code == "demo-elsewhere"


def test_made_up_people_may_not_change_what_is_public():
    adviser, _contact = demo.add(people.place("50"))

    assert not permission.may(adviser, rules.RECORD, people.place("5054"))
    assert permission.may(people.adviser(name="Ekte Ola"), rules.RECORD, people.place("5054"))


def test_no_letter_to_them_reaches_the_mail_server(settings, tmp_path):
    settings.VARDEVEI = {**settings.VARDEVEI, "data": tmp_path, "mail": "smtp://127.0.0.1:9/"}  # nobody listens there
    _adviser, contact = demo.add(people.place("50"))
    letter = letters.write("mail-test", to=contact, form="nb", by=None)

    sending.send_waiting()

    letter.refresh_from_db()
    assert letter.state == "sent"
    assert len(list((tmp_path / "mail").iterdir())) == Letter.objects.count()
    demo.remove()
    assert list((tmp_path / "mail").iterdir()) == []


def test_a_role_of_theirs_is_made_by_the_ordinary_verbs():
    demo.add(people.place("50"))

    assert Role.objects.filter(person__made_up=True).count() > 30
    assert set(Role.objects.values_list("person__made_up", flat=True)) == {True}
