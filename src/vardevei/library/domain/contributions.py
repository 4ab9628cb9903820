"""Contributions to the memo: anyone who is signed in gives one, others talk about it, editors answer and say why."""

from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from vardevei.core.domain import letters, log
from vardevei.core.models import Person
from vardevei.core.waiting import Waiting
from vardevei.library import rules
from vardevei.library.enums import ContributionState
from vardevei.library.models import Contribution, Edition, Remark, Section
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import language


@transaction.atomic
def give(section: Section, *, text: str, form: str, by: Person, question: str = "") -> Contribution:
    """An answer to one of the section's questions, or what somebody wants to have in it."""
    rules.must_contribute(by)
    if section.removed_at:
        raise Problem(
            "section-taken-out",
            "This part is no longer in the memo.",
            "It was taken out after the page was opened.",
            "Contribute to another part.",
        )
    given = Contribution.objects.create(section=section, text=text, form=form, question=question[:400], by=by)
    log.write("contribution-given", _("Et innspill til «{section}» ble gitt."), by=by, about=given, section=section)
    return given


@transaction.atomic
def remark(contribution: Contribution, *, text: str, by: Person) -> Remark:
    """What somebody says to it."""
    rules.must_contribute(by)
    said = Remark.objects.create(contribution=contribution, text=text, by=by)
    log.write(
        "contribution-remarked",
        _("Noe ble sagt til et innspill til «{section}»."),
        by=by,
        about=contribution,
        section=contribution.section,
    )
    return said


def accept(contribution: Contribution, *, answer: str, by: Person) -> Contribution:
    """Yes: it will be in the next edition, by the words that an editor writes into the section."""
    told = _("Et innspill til «{section}» ble tatt med.")
    return _answer(contribution, ContributionState.ACCEPTED, told, answer, by)


def decline(contribution: Contribution, *, answer: str, by: Person) -> Contribution:
    """No, and why."""
    told = _("Et innspill til «{section}» ble ikke tatt med.")
    return _answer(contribution, ContributionState.DECLINED, told, answer, by)


@transaction.atomic
def _answer(contribution: Contribution, state: str, told: object, answer: str, by: Person) -> Contribution:
    rules.must(by, rules.WRITE_MEMO)
    if not answer.strip():
        raise Problem(
            "contribution-without-why",
            "The answer has no reason.",
            "Whoever gave the contribution shall be able to read why.",
            "Write a few words and try again.",
        )
    values = {"state": state, "answer": answer.strip()[:600], "answered_by": by, "answered_at": timezone.now()}
    if not Contribution.objects.filter(pk=contribution.pk, edition=None).exclude(state=state).update(**values):
        raise Problem(
            "contribution-answered",
            "Somebody has answered this contribution already.",
            "It has the same answer, or is in an edition.",
            "Load the page again.",
        )
    contribution.refresh_from_db()
    log.write(f"contribution-{state}", told, by=by, about=contribution, why=answer, section=contribution.section)  # type: ignore[arg-type]
    _tell("memo-contribution-answered", contribution, by=by)
    return contribution


def taken(edition: Edition, *, by: Person) -> list[Contribution]:
    """The edition takes what was accepted; those who gave it are told where it stands. A part of `editions.publish`."""
    found = list(Contribution.objects.waiting_for_edition().filter(section__memo=edition.memo))
    Contribution.objects.filter(pk__in=[one.pk for one in found]).update(edition=edition)
    for one in found:
        one.edition = edition
        _tell("memo-contribution-published", one, by=by)
    return found


def _tell(code: str, contribution: Contribution, *, by: Person) -> None:
    to = contribution.by
    if to is None or to == by or to.erased_at or not to.email or to.made_up:
        return
    number = contribution.edition.number if contribution.edition else 0
    letters.write(
        code,
        to=to,
        form=language.form_for(to),
        by=by,
        about=contribution,
        contribution=contribution,
        section=contribution.section,
        accepted=contribution.state == ContributionState.ACCEPTED,
        edition=number,
        link=f"/notatet/utgave/{number}/" if number else f"/notatet/innspill/{contribution.pk}/",
    )


def short(contribution: Contribution) -> str:
    """Its first words, for a list."""
    return Truncator(" ".join(contribution.text.split())).chars(140)


def waiting_for(person: Person) -> Iterator[Waiting]:
    """Contributions that no editor has answered; one line for all."""
    if not rules.may(person, rules.WRITE_MEMO):
        return
    found = Contribution.objects.open().order_by("at")
    first, count = found.first(), found.count()
    if first:
        said = ngettext(
            "%(count)s innspill til notatet venter på svar", "%(count)s innspill til notatet venter på svar", count
        )
        yield Waiting("memo-contributions", said % {"count": count}, "", since=timezone.localdate(first.at))
