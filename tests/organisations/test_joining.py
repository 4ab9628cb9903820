"""Two ways into a municipality: ask, or be invited."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from tests.people import INDRE_FOSEN, TRONDELAG, VESTLAND, administrator, adviser, contact, place, somebody, with_role
from vardevei.core.models import Letter, LogEntry, Person
from vardevei.opendata.problem import Problem
from vardevei.organisations import roles as kinds
from vardevei.organisations.domain import invitations, joining, roles
from vardevei.organisations.models import Invitation, JoinRequest, Role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


def held(person: Person) -> list[tuple[str, str]]:
    roles = Role.objects.now().filter(person=person).order_by("code")
    return [(role.code, role.organisation.number if role.organisation else "") for role in roles]


def asked(name: str = "Per Lund") -> JoinRequest:
    return joining.ask(somebody(name), place(INDRE_FOSEN), kinds.MEMBER, reason="Ny på næring")


def token_in(letter: Letter) -> str:
    return re.search(r"/invitasjon/([\w-]+)/", letter.body)[1]  # type: ignore[index]


def invited(**said: Any) -> tuple[Invitation, str]:
    """An invitation from Kari at Indre Fosen, and the secret in its letter."""
    by = Person.objects.filter(name="Kari Nes").first() or contact()
    email = said.pop("email", "per.lund@eksempel.no")
    invitation = invitations.send(email, kinds.MEMBER, place(INDRE_FOSEN), by=by, **said)
    return invitation, token_in(Letter.objects.first())  # type: ignore[arg-type]


# --- Asking -----------------------------------------------------------------------------------------------------------


def test_a_colleague_says_yes_and_the_one_who_asked_is_told() -> None:
    kari, request = contact(), asked()

    joining.accept(request, by=kari, answer="Velkommen")

    letter = Letter.objects.get(code="join-accepted")
    assert held(request.person) == [("member", INDRE_FOSEN)]
    assert (letter.to, letter.by) == (request.person, kari)
    assert "Kari Nes skriver: Velkommen" in letter.body


def test_those_who_can_answer_get_a_letter_and_see_it_waiting() -> None:
    kari, ola, other = contact(), adviser(), adviser(VESTLAND, "Eva Berg")

    request = asked()

    assert [letter.to for letter in Letter.objects.filter(code="join-asked")] == [kari]
    assert [w.about for person in (kari, ola) for w in joining.waiting_for(person)] == [str(request.pk)] * 2
    assert list(joining.waiting_for(other)) == []


def test_a_request_waits_for_an_administrator_only_where_nobody_nearer_can_answer() -> None:
    anne, request = administrator(), asked()

    assert [w.about for w in joining.waiting_for(anne)] == [str(request.pk)]

    adviser()
    assert list(joining.waiting_for(anne)) == []


def test_where_nobody_is_the_county_gets_the_letter() -> None:
    ola = adviser()

    asked()

    assert [letter.to for letter in Letter.objects.filter(code="join-asked")] == [ola]


def test_asking_twice_is_one_request() -> None:
    contact()
    first = asked()

    again = joining.ask(first.person, place(INDRE_FOSEN), kinds.CONTACT, reason="Spør igjen")

    assert again == first
    assert Letter.objects.count() == 1


def test_a_no_needs_a_word_of_why_and_the_one_who_asked_reads_it() -> None:
    kari, request = contact(), asked()

    with pytest.raises(Problem, match="reason"):
        joining.decline(request, by=kari, answer=" ")
    joining.decline(request, by=kari, answer="Vi har nok folk nå.")

    assert "Begrunnelse: Vi har nok folk nå." in Letter.objects.get(code="join-declined").body
    assert held(request.person) == []


@pytest.mark.parametrize("who", ["the one who asks", "another county", "grant officer"])
def test_nobody_else_can_say_yes(who: str) -> None:
    request = asked()
    others = {
        "the one who asks": lambda: request.person,
        "another county": lambda: adviser(VESTLAND),
        "grant officer": lambda: with_role(kinds.GRANT_OFFICER, TRONDELAG),
    }

    with pytest.raises(Problem) as found:
        joining.accept(request, by=others[who]())

    assert found.value.code == "step-not-yours"
    assert held(request.person) == []


def test_a_withdrawn_request_is_not_answered_and_can_be_asked_anew() -> None:
    kari, request = contact(), asked()

    joining.withdraw(request, by=request.person)
    again = joining.ask(request.person, place(INDRE_FOSEN), kinds.MEMBER)

    assert again != request
    with pytest.raises(Problem):
        joining.accept(request, by=kari)


def test_whoever_is_there_does_not_ask() -> None:
    with pytest.raises(Problem) as found:
        joining.ask(contact(), place(INDRE_FOSEN), kinds.MEMBER)

    assert found.value.code == "join-already-there"


def test_a_county_is_not_joined_this_way() -> None:
    with pytest.raises(Problem) as found:
        joining.ask(somebody(), place(TRONDELAG), kinds.MEMBER)

    assert found.value.code == "join-not-there"


# --- Being invited ----------------------------------------------------------------------------------------------------


def test_somebody_who_was_never_registered_says_yes_by_the_link() -> None:
    _invitation, token = invited()

    person = invitations.accept_as_new(invitations.find(token), name="Per Lund")

    assert (person.email, person.name) == ("per.lund@eksempel.no", "Per Lund")
    assert held(person) == [("member", INDRE_FOSEN)]


def test_the_link_is_the_proof_also_for_one_who_is_signed_in_with_another_address() -> None:
    _invitation, token = invited()
    per = somebody("Per L", email="per@hjemme.example")

    invitations.accept(invitations.find(token), by=per)

    assert held(per) == [("member", INDRE_FOSEN)]
    assert not Person.objects.filter(email="per.lund@eksempel.no").exists()


def test_a_staff_role_is_only_for_the_address_that_was_invited() -> None:
    one = invitations.send("per@fylke.no", kinds.ADVISER, place(TRONDELAG), by=administrator())
    finder = somebody("Finn Er")

    with pytest.raises(Problem) as found:
        invitations.accept(one, by=finder)

    assert found.value.code == "invitation-other-address"
    assert (held(finder), one.is_open) == ([], True)
    assert held(invitations.accept_as_new(one, name="Per Lund")) == [("adviser", TRONDELAG)]


def test_a_forwarded_letter_does_not_open_somebody_elses_account() -> None:
    per = somebody("Per Lund", last_login=timezone.now())
    _invitation, token = invited()

    with pytest.raises(Problem) as found:
        invitations.accept_as_new(invitations.find(token), name="Tyv")

    assert found.value.code == "invitation-sign-in"
    assert held(per) == []


def test_a_link_works_once() -> None:
    _invitation, token = invited()
    invitations.accept_as_new(invitations.find(token), name="Per Lund")

    with pytest.raises(Problem) as found:
        invitations.accept(invitations.find(token), by=somebody("En Annen"))

    assert found.value.code == "invitation-ended"


def test_a_link_lasts_thirty_days() -> None:
    _invitation, token = invited()
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    with pytest.raises(Problem) as found:
        invitations.accept_as_new(invitations.find(token), name="Per Lund")

    assert found.value.code == "invitation-old"
    assert not invitations.find(token).is_open


def test_sent_again_only_the_new_link_opens_and_it_is_still_one_invitation() -> None:
    _invitation, old = invited()

    invited()

    assert Invitation.objects.count() == 1
    assert token_in(Letter.objects.first()) != old  # type: ignore[arg-type]
    with pytest.raises(Problem) as found:
        invitations.find(old)
    assert found.value.code == "invitation-unknown"


def test_a_revoked_or_declined_invitation_opens_no_more() -> None:
    invitation, _token = invited()
    invitations.revoke(invitation, by=Person.objects.get(name="Kari Nes"))
    with pytest.raises(Problem):
        invitations.accept(invitation, by=somebody("Per Lund"))

    other, token = invited(email="eva.berg@eksempel.no")
    invitations.decline(invitations.find(token), by=None)
    with pytest.raises(Problem):
        invitations.send_again(other, by=Person.objects.get(name="Kari Nes"))


def test_the_secret_is_kept_nowhere_after_the_letter_is_sent() -> None:
    _invitation, token = invited()
    letter = Letter.objects.get()

    assert letter.secrets
    assert all(token in secret for secret in letter.secrets)
    assert token not in str(list(Invitation.objects.values_list())) + str(list(LogEntry.objects.values_list()))


def test_nobody_becomes_a_person_here_by_being_invited() -> None:
    invited()

    assert [person.name for person in Person.objects.all()] == ["Kari Nes"]


@pytest.mark.parametrize(
    ("inviter", "kind", "at", "allowed"),
    [
        ("contact", kinds.MEMBER, INDRE_FOSEN, True),
        ("contact", kinds.MEMBER, "5001", False),
        ("adviser", kinds.CONTACT, "5001", True),
        ("adviser", kinds.CONTACT, "4601", False),
        ("adviser", kinds.ADVISER, TRONDELAG, False),
        ("administrator", kinds.ADVISER, TRONDELAG, True),
        ("administrator", kinds.NETWORK_EDITOR, "", True),
    ],
)
def test_who_may_invite_to_what(inviter: str, kind: Any, at: str, allowed: bool) -> None:
    by = {"contact": contact, "adviser": adviser, "administrator": administrator}[inviter]()

    try:
        invitations.send("ny@eksempel.no", kind, place(at) if at else None, by=by)
        done = True
    except Problem as problem:
        done, code = False, problem.code
        assert code == "not-allowed"

    assert done is allowed


def test_an_invitation_waits_for_the_one_who_has_the_address() -> None:
    invitation, _token = invited()
    per = somebody("Per Lund")

    assert [w.about for w in invitations.waiting_for(per)] == [str(invitation.pk)]

    invitations.accept(invitation, by=per)
    assert list(invitations.waiting_for(per)) == []


def test_somebody_with_the_role_is_not_invited_to_it() -> None:
    kari = contact()

    with pytest.raises(Problem) as found:
        invitations.send("KARI.NES@eksempel.no", kinds.CONTACT, place(INDRE_FOSEN), by=kari)

    assert found.value.code == "invited-already-there"


def test_a_role_that_is_asked_for_twice_is_one_with_a_last_day() -> None:
    person, end = somebody(), timezone.localdate() + timedelta(days=90)

    first = roles.give(kinds.EDITOR, to=person, at=place(TRONDELAG), by=None)
    second = roles.give(kinds.EDITOR, to=person, at=place(TRONDELAG), by=None, until=end)

    assert first == second
    assert Role.objects.get().end == end
