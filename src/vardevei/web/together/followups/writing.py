"""A new follow-up, another day or another to do it, and how it ended."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from vardevei.core.models import Person
from vardevei.web.together import doors as room
from vardevei.web.together import frame
from vardevei.web.together.followups import doors, framed
from vardevei.web.together.followups.forms import AnswerForm, DoneForm, DropForm, FollowUpForm, ReopenForm, given
from vardevei.workspaces import rules
from vardevei.workspaces.domain import followups
from vardevei.workspaces.models import FollowUp


def new(request: HttpRequest, key: int) -> HttpResponse:
    """`?fra=workspaces.agendaitem:12` says where it comes from, `?hva=` what it is."""
    who, workspace = room.signed_in(request, key, rules.RUN)
    form = FollowUpForm.of(
        request,
        about=f"followup:{workspace.pk}:{request.GET.get('fra', '')}"[:80],
        initial={"what": request.GET.get("hva", "")[:200], "ordered_on": None},
    )
    form.offer(workspace)
    origin = request.GET.get("fra", "")[:80]
    if form.accepted() and form.did(
        lambda: followups.set_up(workspace, **form.said(), **form.to(), origin=origin, by=who)  # type: ignore[arg-type]
    ):
        return redirect("workspace-followups", workspace.pk)
    context = {"form": form, "title": _("Ny oppfølging"), "submit": _("Lagre og gi beskjed")}
    status = 400 if form.is_bound else 200
    return frame.page(
        request, "together/followups/write.html", workspace, framed.TAB, context, status, here=_("Ny oppfølging")
    )


def change(request: HttpRequest, key: int) -> HttpResponse:
    who, followup = doors.running(request, key)
    form = FollowUpForm.of(request, about=followup, initial={"given": given(followup)})
    form.offer(followup.workspace, followup)
    if form.accepted() and form.did(lambda: _change(followup, form, who)):
        return redirect("followup", followup.pk)
    return framed.form(request, who, followup, form, _("Endre oppfølgingen"), _("Lagre"))


def _change(followup: FollowUp, form: FollowUpForm, who: Person) -> None:
    followups.change(followup, **form.said(), by=who, version=form.version)
    followups.give_to(followup, **form.to(), by=who)  # type: ignore[arg-type]


def finish(request: HttpRequest, key: int) -> HttpResponse:
    """Done; of an order, the answer."""
    who, followup = doors.doing(request, key, "finish")
    if followup.is_order:
        answered = AnswerForm.of(request, about=f"followup:{followup.pk}", over=followup)
        if answered.accepted() and answered.did(
            lambda: followups.answer(followup, answer=answered.cleaned_data["answer"], by=who)
        ):
            return redirect("followup", followup.pk)
        return framed.form(request, who, followup, answered, _("Svar på bestillingen"), _("Lagre svaret"))
    form = DoneForm.of(request, about=f"followup:{followup.pk}")
    if form.accepted() and form.did(lambda: followups.finish(followup, outcome=form.cleaned_data["outcome"], by=who)):
        return redirect("followup", followup.pk)
    return framed.form(request, who, followup, form, _("Merk som gjort"), _("Merk som gjort"))


def drop(request: HttpRequest, key: int) -> HttpResponse:
    who, followup = doors.running(request, key)
    form = DropForm.of(request, about=f"followup:{followup.pk}")
    if form.accepted() and form.did(lambda: followups.drop(followup, why=form.cleaned_data["why"], by=who)):
        return redirect("followup", followup.pk)
    return framed.form(request, who, followup, form, _("Dropp oppfølgingen"), _("Dropp"))


def reopen(request: HttpRequest, key: int) -> HttpResponse:
    who, followup = doors.doing(request, key, "reopen")
    form = ReopenForm.of(request, about=f"followup:{followup.pk}")
    if form.accepted() and form.did(lambda: followups.reopen(followup, by=who)):
        return redirect("followup", followup.pk)
    return framed.form(request, who, followup, form, _("Åpne oppfølgingen igjen"), _("Åpne igjen"))
