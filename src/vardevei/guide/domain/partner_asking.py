"""Passing a partner request to municipalities, reminding those who are silent, and what an answer does."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import answers, log, questions
from vardevei.core.models import Answer, Letter, Person, Question
from vardevei.core.models.log import subject_of
from vardevei.core.models.question import Words
from vardevei.guide import partner_rules as rules
from vardevei.guide.domain import partner_hints, partner_letters, partner_requests
from vardevei.guide.enums_partners import PartnerAnswer, RequestState
from vardevei.guide.models import PartnerAsked, PartnerRequest
from vardevei.opendata.problem import Problem
from vardevei.organisations import rules as county_rules
from vardevei.organisations.domain import roles, steps
from vardevei.organisations.models import Organisation

CODE = "partner-request"
WEIGHT = (PartnerAnswer.YES, PartnerAnswer.MORE, PartnerAnswer.NO)  # of several contacts' answers, the first holds
A_WEEK = timedelta(days=7)


@transaction.atomic
def ask(request: PartnerRequest, municipalities: Iterable[Organisation], *, by: Person) -> int:
    """Pass it to these, by a letter to each contact; how many are new. Nobody is asked twice."""
    rules.must_pass_on(by, request)
    partner_requests.must_go_on(request)
    _in_time(request)
    wanted = list(municipalities)
    for one in wanted:
        rules.must(by, rules.PASS_ON, one)
    hints = partner_hints.of(request, wanted)
    new = [one for one in wanted if _ask(request, one, hints[one.pk].because, by)]
    if request.state == RequestState.ARRIVED:
        request.state = RequestState.OPEN
        request.save(update_fields=["state"])
    return len(new)


@transaction.atomic
def remind(request: PartnerRequest, *, by: Person) -> int:
    """A letter to the contacts of those who have not answered, and to nobody else; how many municipalities."""
    rules.must_pass_on(by, request)
    partner_requests.must_go_on(request)
    _in_time(request)
    today = timezone.localdate()
    silent = [one for one in request.asked.filter(answer="") if not _written_today(one, today)]
    for one in silent:
        one.reminded_at = timezone.now()
        one.save(update_fields=["reminded_at"])
        partner_letters.post("partner-reminder", one, question_of(request, by), by=by)
    if silent:
        told = _("{n} kommuner ble minnet om partnerforespørselen «{title}».")
        log.write(
            "partner-request-reminded", told, by=by, about=request, place=request.county_id, n=len(silent),
            title=request.title,
        )  # fmt: skip
    return len(silent)


@transaction.atomic
def answer(asked: PartnerAsked, value: str, *, more: str = "", by: Person) -> None:
    """Answered on the site: the same as pressing in the letter. A colleague without a letter answers all the same."""
    rules.must(by, rules.ANSWER, asked.municipality_id)
    partner_requests.must_go_on(asked.request)
    _in_time(asked.request)
    question = asked.request.question
    mine = Letter.objects.filter(question=question, to=by, place=asked.municipality_id) if question else None
    letter = mine.order_by("-pk").first() if mine is not None else None
    if letter:
        answers.answer(letter, value, more=more)
    _settle(asked_again(asked), PartnerAnswer(value).value, more.strip(), by)


@questions.effect(CODE, waits_elsewhere=True)
def answered(given: Answer) -> None:
    """Of a municipality with two contacts, one yes is enough: a letter does not undo what another has said. She who
    said it may change her mind, and on the site, where one sees what was said, all of them may."""
    request = int(given.question.about.rpartition(":")[2])
    rows = PartnerAsked.objects.select_for_update(of=("self",)).filter(request=request, municipality=given.place)
    asked = rows.select_related("request__county", "municipality").first()
    if asked and not _undoes(given, asked):
        _settle(asked, given.value, given.more, given.person)


def question_of(request: PartnerRequest, by: Person | None) -> Question:
    """One question for all that are asked; made the first time."""
    if request.question is None:
        request.question = questions.ask(
            _words(request),
            by=by,
            choices=[{"value": one.value, **questions.in_all_forms(one.label)} for one in PartnerAnswer],
            more={
                PartnerAnswer.YES.value: questions.in_all_forms(_("Hva kan dere bidra med, og hvem hos dere?")),
                PartnerAnswer.MORE.value: questions.in_all_forms(_("Hva vil dere vite?")),
            },
            code=CODE,
            deadline=request.answer_by,
            place=request.county_id,
            about=request,
        )
        request.save(update_fields=["question"])
    return request.question


def asked_again(asked: PartnerAsked) -> PartnerAsked:
    """As it stands now, after an answer may have changed it."""
    return PartnerAsked.objects.select_related("request", "municipality").get(pk=asked.pk)


def unreachable(request: PartnerRequest) -> Iterator[Organisation]:
    """Those that were asked, but have no contact that a letter reaches."""
    for one in request.asked.select_related("municipality"):
        if not partner_letters.receivers(one.municipality):
            yield one.municipality


def _undoes(given: Answer, asked: PartnerAsked) -> bool:
    if not asked.answer or asked.by_id == given.person_id:
        return False
    return WEIGHT.index(PartnerAnswer(given.value)) > WEIGHT.index(PartnerAnswer(asked.answer))


def _ask(request: PartnerRequest, one: Organisation, because: list[Words], by: Person) -> bool:
    asked, new = PartnerAsked.objects.get_or_create(
        request=request, municipality=one, defaults={"because": because, "asked_by": by}
    )
    if new:
        partner_letters.post("partner-request", asked, question_of(request, by), by=by)
        _log("partner-request-passed-on", _("{municipality} ble spurt om partnerforespørselen «{title}»."), asked, by)
    return new


def _settle(asked: PartnerAsked, value: str, more: str, by: Person | None) -> None:
    if (asked.answer, asked.more) == (value, more):
        return
    was = asked.answer
    asked.answer, asked.more, asked.by, asked.at = value, more, by, timezone.now()
    asked.save(update_fields=["answer", "more", "by", "at"])
    told = _("{municipality} svarte «{answer}» på partnerforespørselen «{title}».")
    _log("partner-request-answered", told, asked, by, more)
    if value != was and value != PartnerAnswer.NO:
        _next_step(asked)


def _next_step(asked: PartnerAsked) -> None:
    """A yes, or a wish to know more, is work for the adviser who asked; else for another in the county."""
    who = _who_follows_up(asked)
    if who is None:
        return
    what = _("Følg opp ja til «{title}»") if asked.answer == PartnerAnswer.YES else _("Fortell mer om «{title}»")
    soon = timezone.localdate() + A_WEEK
    due = max(timezone.localdate(), min(soon, asked.request.answer_by))
    title = asked.request.title[:150]
    steps.plan(asked.municipality, what=str(what).format(title=title), due=due, who=who, by=who)


def _who_follows_up(asked: PartnerAsked) -> Person | None:
    counties = [asked.request.county, *roles.counties_of(asked.municipality)]
    staff = [person for county in counties for person in steps.staff_of(county)]
    able = (one for one in (asked.asked_by, *staff) if one and _may_follow_up(one, asked.municipality))
    return next(able, None)


def _may_follow_up(person: Person, municipality: Organisation) -> bool:
    return county_rules.may(person, county_rules.WRITE_DIALOGUE, municipality)


def _words(request: PartnerRequest) -> Words:
    sentence = _("Er dere interessert i å være med i «{title}», sammen med {asker}?")
    said = questions.in_all_forms(sentence)
    return {form: words.format(title=request.title, asker=request.asker) for form, words in said.items()}


def _written_today(asked: PartnerAsked, today: object) -> bool:
    return timezone.localdate(asked.reminded_at or asked.asked_at) == today


def _in_time(request: PartnerRequest) -> None:
    if request.overdue:
        raise Problem(
            "partner-request-over",
            "The day to answer by has been.",
            "The links in the letters open nothing more.",
            "Give the request a later day, or close it.",
        )


def _log(act: str, text: str | Promise, asked: PartnerAsked, by: Person | None, why: str = "") -> None:
    log.write(
        act,
        text,
        by=by,
        about=subject_of(asked.request),
        place=asked.municipality_id,
        why=why,
        municipality=asked.municipality,
        title=asked.request.title,
        answer=asked.get_answer_display(),
    )
