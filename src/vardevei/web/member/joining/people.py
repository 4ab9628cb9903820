"""The people of one municipality: for themselves, and for the county."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.organisations import rules
from vardevei.organisations.domain import colleagues, leaving
from vardevei.organisations.domain.colleagues import Colleague
from vardevei.organisations.enums import JoinState
from vardevei.organisations.models import Invitation, JoinRequest, Organisation
from vardevei.web import access
from vardevei.web.member import frame
from vardevei.web.member.joining.forms import EndForm
from vardevei.web.numbers import day
from vardevei.web.tables import Column, Gap, Link, Row, Table


def people(request: HttpRequest, number: str) -> HttpResponse:
    """Who is there, who asks, who is invited, who has been there."""
    who, at = access.municipality(request, number, rules.SEE_CONTACTS)
    there = colleagues.at(at)
    context = {
        "at": at,
        "number": number,
        "there": there,
        "mine": any(one.person == who for one in there),
        "table": _there(there, number),
        "empty_since": leaving.empty_since([at.pk]).get(at.pk),
        "requests": JoinRequest.objects.filter(organisation=at, state=JoinState.ASKED).select_related("person"),
        "invitations": _invited(at, number),
        "once": colleagues.once_at(at),
        "may_invite": rules.may(who, rules.INVITE, at),
        "may_answer": rules.may(who, rules.ANSWER_REQUESTS, at),
    }
    return frame.page(request, "member/joining/people.html", "my-people", context)


def person(request: HttpRequest, number: str, key: int) -> HttpResponse:
    """One person there, with what can be done: make the contact, or end."""
    who, at, one = _one(request, number, key)
    if request.method == "POST":
        colleagues.make_contact(one, by=who)
        return redirect("my-people", number)
    context = {"at": at, "number": number, "one": one, "me": one.person == who, "facts": list(_facts(one))}
    context["may_edit"] = rules.may(who, rules.EDIT_CONTACTS, at)
    return frame.page(request, "member/joining/person.html", "my-people", context)


def end(request: HttpRequest, number: str, key: int) -> HttpResponse:
    """What ends, and what it means; one who is the last is told so first."""
    who, at, one = _one(request, number, key)
    form = EndForm.of(request, about=at, colleague=one, me=one.person == who)
    if form.accepted():
        why, stays = form.cleaned_data["why"], form.stays
        if form.did(lambda: colleagues.end(one, by=who, why=why, stays=stays)):
            return redirect("start") if one.person == who and not stays else redirect("my-people", number)
    context = {"at": at, "number": number, "one": one, "me": one.person == who, "form": form}
    context["last"] = colleagues.is_last(one)
    return frame.page(request, "member/joining/end.html", "my-people", context)


def _one(request: HttpRequest, number: str, key: int) -> tuple[Person, Organisation, Colleague]:
    who, at = access.municipality(request, number, rules.SEE_CONTACTS)
    return who, at, colleagues.find(at, key)


def _there(there: list[Colleague], number: str) -> Table:
    columns = [Column(_("Navn")), Column(_("Rolle")), Column(_("Siden")), Column(_("E-post")), Column(_("Telefon"))]
    rows = [Row([_linked(one, number), _roles(one), _since(one), *_reached(one.person)]) for one in there]
    return Table(_("Med nå"), columns, rows, hide_caption=True)


def _linked(one: Colleague, number: str) -> Link:
    return Link(one.person, reverse("my-person", args=[number, one.person.pk]))


def _roles(one: Colleague) -> str:
    return ", ".join(role.kind.name for role in one.roles)


def _since(one: Colleague) -> object:
    return day(one.since) if one.since else Gap(_("ikke kjent"))


def _reached(person: Person) -> list[object]:
    email = Link(person.email, f"mailto:{person.email}") if person.email else Gap(_("mangler"))
    return [email, person.phone or Gap(_("mangler"))]


def _facts(one: Colleague) -> list[tuple[str, object]]:
    email, phone = _reached(one.person)
    title = [(_("Tittel"), one.title)] if one.title else []
    since: list[tuple[str, object]] = [(_("Rolle"), _roles(one)), (_("Siden"), _since(one))]
    return [*title, *since, (_("E-post"), email), (_("Telefon"), phone)]


def _invited(at: Organisation, number: str) -> Table | None:
    columns = [Column(_("Invitert")), Column(_("Rolle")), Column(_("Sendt")), Column(_("Går ut"))]
    rows = [
        Row(
            [
                Link(one.name or one.email, reverse("my-invitation", args=[number, one.pk])),
                one.kind.name,
                day(one.sent_at),
                day(one.expires_at) if one.is_open else _("gått ut"),
            ]
        )
        for one in Invitation.objects.filter(organisation=at, ended_at__isnull=True).exclude(email="")
    ]
    return Table(_("Invitert, og har ikke svart"), columns, rows) if rows else None
