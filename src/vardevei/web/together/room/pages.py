"""The workspaces one may see, a new one, and the first page of one."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vardevei.web import access
from vardevei.web.forms import Form
from vardevei.web.together import doors, frame
from vardevei.workspaces import rules
from vardevei.workspaces.domain import workspaces
from vardevei.workspaces.enums import Visibility


class WorkspaceForm(Form):
    code = "workspace"
    title = forms.CharField(label=gettext_lazy("Navn"), max_length=200)
    purpose = forms.CharField(label=gettext_lazy("Hva det er til"), required=False, widget=forms.Textarea)
    visibility = forms.ChoiceField(
        label=gettext_lazy("Hvem ser det?"), choices=Visibility.choices, widget=forms.RadioSelect
    )


def all_mine(request: HttpRequest) -> HttpResponse:
    who = access.signed_in(request)
    rooms = rules.mine(who).filter(alone=False).select_related("owner")
    context = {"rooms": rooms, "counties": doors.begins_for(who)}
    return render(request, "together/room/all.html", context)


def new(request: HttpRequest, number: str) -> HttpResponse:
    who, county = doors.county(request, number)
    form = WorkspaceForm.of(request, about=f"county:{county.pk}", initial={"visibility": Visibility.MEMBERS})
    if form.accepted():
        made = workspaces.begin(county, **form.cleaned_data, by=who)
        form.done()
        return redirect("workspace", made.pk)
    return render(
        request, "together/room/new.html", {"form": form, "county": county, "crumbs": [(_("Nytt arbeidsrom"), "")]}
    )


def one(request: HttpRequest, key: int) -> HttpResponse:
    _person, workspace = doors.workspace(request, key, rules.SEE)
    return frame.page(request, "together/room/one.html", workspace, "workspace", {})
