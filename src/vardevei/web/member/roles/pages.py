"""For the administrator: who works for which county, and for the whole site."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vardevei.core.models import Person
from vardevei.organisations import permission, rules
from vardevei.organisations.domain import invitations, roles, staff
from vardevei.organisations.models import Invitation, Organisation, Role
from vardevei.organisations.roles import BY_CODE, STAFF, RoleCode, RoleKind
from vardevei.web import access
from vardevei.web.forms import Day, Form
from vardevei.web.member import frame
from vardevei.web.numbers import day
from vardevei.web.tables import Column, Link, Row, Table

SITE = "-"
CODES = [kind.code for kind in STAFF]


class OfferForm(Form):
    code = "offer-role"
    called = gettext_lazy("Gi en rolle")
    email = forms.EmailField(label=gettext_lazy("E-postadresse"), max_length=254)
    name = forms.CharField(label=gettext_lazy("Navn"), max_length=200, required=False)
    place = forms.ChoiceField(label=gettext_lazy("Hvor"))
    role = forms.ChoiceField(label=gettext_lazy("Rolle"), choices=[(k.code.value, k.code.label) for k in STAFF])
    until = Day(
        label=gettext_lazy("Siste dag"), help_text=gettext_lazy("Tomt: til noen avslutter rollen."), required=False
    )

    def __init__(self, *args: Any, by: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.counties = {county.number: county for county in permission.counties(by, rules.GIVE_ROLES)}
        choices = [
            (SITE, gettext_lazy("Hele nettstedet")),
            *((number, one.name) for number, one in self.counties.items()),
        ]
        self.fields["place"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        if "role" in told and "place" in told and (self.kind.at == "") != (told["place"] == SITE):
            at_county = _("Denne rollen gis i et fylke. Velg hvilket.")
            self.add_error("place", at_county if self.kind.at else _("Denne rollen gjelder hele nettstedet."))
        if told.get("until") and told["until"] < timezone.localdate():
            self.add_error("until", _("Velg en dag som ikke er gått."))
        return told

    @property
    def kind(self) -> RoleKind:
        return BY_CODE[RoleCode(self.cleaned_data["role"])]

    @property
    def at(self) -> Organisation | None:
        return self.counties.get(self.cleaned_data["place"])


class EndForm(Form):
    code = "end-staff-role"
    draft = False
    why = forms.CharField(
        label=gettext_lazy("Hvorfor?"), help_text=gettext_lazy("Står i loggen."), max_length=200, required=False
    )


def staff_roles(request: HttpRequest) -> HttpResponse:
    """Everybody with a staff role, by county; the whole site first."""
    access.require(request, rules.GIVE_ROLES)
    waiting = (
        Invitation.objects.filter(code__in=CODES, ended_at__isnull=True)
        .exclude(email="")
        .select_related("organisation")
    )
    context: dict[str, object] = {"tables": list(_tables()), "invitations": _invited(waiting), "kinds": STAFF}
    return frame.page(request, "member/roles/roles.html", "staff-roles", context)


def offer(request: HttpRequest) -> HttpResponse:
    """Give a role: at once to somebody with an account, by invitation to others."""
    who = access.require(request, rules.GIVE_ROLES)
    own = permission.own_counties(who, rules.GIVE_ROLES)
    form = OfferForm.of(request, by=who, initial={"place": own[0].number if own else SITE})
    if form.accepted():
        told, kind, at = form.cleaned_data, form.kind, form.at
        give = {"by": who, "name": told["name"], "until": told["until"]}
        if form.did(lambda: staff.offer(told["email"], kind, at, **give)):
            return redirect("staff-roles")
    return frame.page(request, "member/roles/offer.html", "staff-roles", {"form": form, "kinds": STAFF})


def end(request: HttpRequest, key: int) -> HttpResponse:
    """End one role. The last administrator cannot be ended, and the page says so."""
    who = access.require(request, rules.GIVE_ROLES)
    role = get_object_or_404(Role.objects.now().filter(code__in=CODES).select_related("person", "organisation"), pk=key)
    form = EndForm.of(request, about=role)
    if form.accepted() and form.did(lambda: staff.end(role, by=who, why=form.cleaned_data["why"])):
        return redirect("staff-roles") if role.person != who else redirect("start")
    context = {"role": role, "form": form, "last": roles.is_last_administrator(role)}
    return frame.page(request, "member/roles/end.html", "staff-roles", context)


def invitation(request: HttpRequest, key: int) -> HttpResponse:
    """An invitation to a staff role that waits: send it again, or take it back."""
    who = access.require(request, rules.GIVE_ROLES)
    one = get_object_or_404(Invitation, pk=key, code__in=CODES, ended_at__isnull=True)
    if request.method == "POST":
        verb = invitations.revoke if request.POST.get("do") == "revoke" else invitations.send_again
        verb(one, by=who)
        return redirect("staff-roles")
    return frame.page(request, "member/roles/invitation.html", "staff-roles", {"one": one})


def _tables() -> Iterator[Table]:
    held = Role.objects.now().filter(code__in=CODES).select_related("person", "organisation")
    ordered = sorted(
        held, key=lambda role: (role.organisation.number if role.organisation else "", role.person.name, role.code)
    )
    for place, inside in groupby(ordered, key=lambda role: role.organisation):
        columns = [
            Column(_("Navn")),
            Column(_("Rolle")),
            Column(_("Siden")),
            Column(_("Til og med")),
            Column(_("Endre")),
        ]
        yield Table(str(place or _("Hele nettstedet")), columns, [_row(role) for role in inside])


def _row(role: Role) -> Row:
    until = day(role.end) if role.end else _("uten slutt")
    ending = Link(_("Avslutt"), reverse("staff-role-end", args=[role.pk]))
    return Row([role.person, role.kind.name, day(role.start) if role.start else "", until, ending])


def _invited(waiting: Any) -> Table | None:
    columns = [Column(_("Invitert")), Column(_("Rolle")), Column(_("Hvor")), Column(_("Går ut"))]
    rows = [
        Row(
            [
                Link(one.name or one.email, reverse("staff-invitation", args=[one.pk])),
                one.kind.name,
                one.organisation or _("Hele nettstedet"),
                day(one.expires_at) if one.is_open else _("gått ut"),
            ]
        )
        for one in waiting
    ]
    return Table(_("Invitert, og har ikke svart"), columns, rows) if rows else None
