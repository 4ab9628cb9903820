"""Names that wait for a person: one at a time, the most frequent first; and the verdicts, which can be taken back."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from vardevei.core.models import Person
from vardevei.figures.tasks import build_mart
from vardevei.organisations.models import Organisation
from vardevei.projects import rules
from vardevei.projects.domain import aliases, names
from vardevei.projects.domain.names import Candidate, WaitingName
from vardevei.projects.models import Alias, Participation
from vardevei.web import access, numbers, words
from vardevei.web.county import frame
from vardevei.web.county.participation import linking_words
from vardevei.web.county.participation.rows import allow, crumbs, title
from vardevei.web.forms import Form, PlaceField
from vardevei.web.tables import Column, Link, Row, Table

OTHER, NONE, UNSURE = "other", "none", "unsure"
SHOWN = 10


class VerdictForm(Form):
    """Which of the candidates it is, another, none, or not sure. Choose with the arrows, and press Enter."""

    code = "name-verdict"

    verdict = forms.ChoiceField(label=gettext_lazy("Hvem er det?"), widget=forms.RadioSelect)
    other = PlaceField(label=gettext_lazy("Hvilken kommune, hvis det er en annen?"), required=False)
    why = forms.CharField(
        label=gettext_lazy("Hvordan vet du det?"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Må fylles ut, om du ikke er usikker."),
    )

    def __init__(self, *args: Any, candidates: list[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = [(one.place.id, candidate_label(one)) for one in candidates]
        rest = [(OTHER, _("En annen kommune")), (NONE, _("Ikke en kommune eller fylkeskommune"))]
        unsure = [(UNSURE, _("Usikker: la det vente"))]
        self.fields["verdict"].choices = [*here, *rest, *unsure]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        verdict = told.get("verdict")
        if verdict == OTHER and not told.get("other") and "other" not in self.errors:
            self.add_error("other", _("Skriv navnet på kommunen."))
        if verdict not in (None, UNSURE) and not told.get("why"):
            self.add_error("why", _("Skriv kort hvordan du vet det, så andre kan stole på det."))
        return told


def candidate_label(one: Candidate) -> str:
    """Våler kommune (0137, Østfold): the address lies here."""
    kind = _("fylkeskommune") if one.place.kind == "county" else _("kommune")
    where = f"{one.number}, {one.county.name()}" if one.county else one.number
    clues = linking_words.of_candidate(one)
    return f"{one.place.name()} {kind} ({where})" + (f": {clues}" if clues else "")


def queue(request: HttpRequest, number: str) -> HttpResponse:
    """All names that wait for this person."""
    person, county = access.county(request, number, rules.JUDGE_NAMES)
    waiting = names.waiting(person)
    context: dict[str, object] = {
        "first": _address(county, waiting[0]) if waiting else "",
        "table": _table(waiting, county) if waiting else None,
        "crumbs": crumbs(county, (_("Tvilsomme navn"), "")),
    }
    return frame.page(request, "county/participation/names.html", county, "county-participation", context)


def _list(county: Organisation) -> tuple[str, str]:
    return _("Tvilsomme navn"), reverse("participation-names", args=[county.number])


def _address(county: Organisation, name: WaitingName) -> str:
    return reverse("participation-name", args=[county.number, name.key])


def _table(waiting: list[WaitingName], county: Organisation) -> Table:
    columns = [Column(_("Navn")), Column(_("Rader"), "number"), Column(_("Kan være")), Column(_("Sett på av"))]
    return Table(_("Navn som venter"), columns, [_line(name, county) for name in waiting], hide_caption=True)


def _line(name: WaitingName, county: Organisation) -> Row:
    candidates = ", ".join(f"{one.place.name()} ({one.number})" for one in name.candidates) or _("ingen forslag")
    looked = ", ".join(str(one.by or "") for one in name.unsure)
    return Row((Link(f"{name.name} ({name.country})", _address(county, name)), len(name.rows), candidates, looked))


def judge(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    person, county = access.county(request, number, rules.JUDGE_NAMES)
    name = names.of_row(get_object_or_404(Participation, pk=pk))
    if name is None:  # somebody else was quicker
        return redirect("participation-names", county.number)
    allow(person, rules.JUDGE_NAMES, name.rows)
    form = VerdictForm.of(request, about=f"name:{name.folded}/{name.country}", candidates=name.candidates)
    if form.accepted():
        _say(name, form.cleaned_data, person, county)
        form.done()
        return redirect(_next(person, county, name))
    context = {
        "form": form,
        "name": name,
        "why": linking_words.of_rule(name.rule),
        "rows": _rows(name),
        "more": max(0, len(name.rows) - SHOWN),
        "left": len(names.waiting(person)),
        "crumbs": crumbs(
            county, (_("Tvilsomme navn"), reverse("participation-names", args=[county.number])), (name.name, "")
        ),
    }
    return frame.page(request, "county/participation/name.html", county, "county-participation", context)


def _say(name: WaitingName, said: dict[str, Any], person: Person, county: Organisation) -> None:
    verdict, why = said["verdict"], said["why"]
    if verdict == UNSURE:
        aliases.leave(name.name, country=name.country, by=person, on_behalf_of=county, why=why)
        return
    organisation = said["other"] if verdict == OTHER else Organisation.objects.filter(pk=verdict).first()
    aliases.settle(name.name, country=name.country, organisation=organisation, by=person, on_behalf_of=county, why=why)
    build_mart.enqueue()


def _next(person: Person, county: Organisation, done: WaitingName) -> str:
    """The next name that nobody has been unsure of; else the list."""
    rest = [name for name in names.waiting(person) if name.folded != done.folded and not name.unsure]
    return _address(county, rest[0]) if rest else reverse("participation-names", args=[county.number])


def _rows(name: WaitingName) -> Table:
    columns = [Column(_("Prosjekt")), Column(_("Program")), Column(_("År"), "number"), Column(_("Adresse"))]
    columns += [Column(_("Kilde"))]
    return Table(_("Rader med dette navnet"), columns, [_row(row) for row in name.rows[:SHOWN]])


def _row(row: Participation) -> Row:
    place = " ".join(text for text in (row.address_municipality, row.post_code, row.town) if text)
    return Row((title(row), words.family(row.project.family), row.year, place, words.source(row.source)))


def verdicts(request: HttpRequest, number: str) -> HttpResponse:
    """What has been said of names, with who and when."""
    person, county = access.county(request, number, rules.JUDGE_NAMES)
    told = [(alias, numbers.day(alias.on.date()), alias.on_behalf_of == county) for alias in names.verdicts()]
    heading = _("Navn som er avgjort")
    context = {
        "told": told,
        "everything": rules.may_about(person, rules.JUDGE_NAMES, []),
        "crumbs": crumbs(
            county, (_("Tvilsomme navn"), reverse("participation-names", args=[county.number])), (heading, "")
        ),
    }
    return frame.page(request, "county/participation/verdicts.html", county, "county-participation", context)


@require_POST
def take_back(request: HttpRequest, number: str, alias: int) -> HttpResponse:
    person, county = access.county(request, number, rules.JUDGE_NAMES)
    held = Alias.objects.filter(pk=alias).first()
    if held:
        aliases.take_back(held, by=person)
        build_mart.enqueue()
    return redirect("participation-verdicts", county.number)
