"""What several do at the same moment, each in a process of its own. test_at_once.py runs it on a site of its own:

python -m tests.parallel.acts       # does every act, and prints as JSON what came of each
"""

import json
import multiprocessing
import re
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.utils import timezone  # noqa: E402

from tests.organisations import contact_rows  # noqa: E402
from tests.people import INDRE_FOSEN, TRONDELAG, administrator, contact, place, somebody  # noqa: E402
from tests.workspaces.surveys import made as surveys_made  # noqa: E402
from vardevei.core.domain import drafts, letters, runs, sending, working, works  # noqa: E402
from vardevei.core.domain.timetable import Line, Nightly, run_due  # noqa: E402
from vardevei.core.models import Draft, Letter, LogEntry, Person  # noqa: E402
from vardevei.opendata.problem import Problem  # noqa: E402
from vardevei.organisations import imports  # noqa: E402
from vardevei.organisations import roles as kinds  # noqa: E402
from vardevei.organisations.domain import dialogue, invitations, roles  # noqa: E402
from vardevei.organisations.enums import Channel  # noqa: E402
from vardevei.organisations.imports.contact_lists import applying, comparing, reading  # noqa: E402
from vardevei.organisations.models import DialogueEntry, Role  # noqa: E402
from vardevei.workspaces.domain import ballots, responses, surveys  # noqa: E402
from vardevei.workspaces.domain.answering import Written  # noqa: E402
from vardevei.workspaces.models import Respondent, Response, Survey  # noqa: E402

forking = multiprocessing.get_context("fork")
ROUNDS = 5  # so that the moment they could meet in is met


def at_once(*several: Callable[[], object]) -> list[Any]:
    """What each came to. They begin at the same moment, each with a connection of its own."""
    connection.close()
    start, told = forking.Barrier(len(several)), forking.SimpleQueue()

    def one(number: int, work: Callable[[], object]) -> None:
        connection.ensure_connection()
        start.wait()
        try:
            came_to = work()
        except Problem as problem:
            came_to = problem.code
        except Exception as error:
            came_to = f"{type(error).__name__}: {error}"
        told.put((number, came_to))

    processes = [forking.Process(target=one, args=pair) for pair in enumerate(several)]
    for process in processes:
        process.start()
    found = dict(told.get() for _process in processes)
    for process in processes:
        process.join()
    return [found[number] for number in range(len(several))]


def letters_sent_by_three_workers() -> Any:
    for number in range(30):
        letters.write("mail-test", to=somebody(f"Mottaker {number}"), form="nb", by=None)
    sent = at_once(*[lambda: sending.send_waiting().sent] * 3)
    return {"sent": sum(sent), "tried": sum(Letter.objects.values_list("tries", flat=True))}


def nights_of_the_clock_in_four_processes() -> Any:
    nothing = [Line("at-once", Nightly(3), "Nothing.", lambda: None)]
    nights = [datetime(2026, 1, night, 12, tzinfo=UTC) for night in range(1, ROUNDS + 1)]
    return [sum(at_once(*[lambda night=night: len(run_due(nothing, night))] * 4)) for night in nights]


def run_pressed_ten_times() -> Any:
    works.work("at-once", title="At once")(lambda track: track.step("Step."))
    pressed = at_once(*[lambda: runs.begin("at-once", by=None, place="50").pk] * 10)
    done = at_once(*[lambda: working.carry_out(pressed[0]) is not None] * 4)
    return {"runs": len(set(pressed)), "done": sum(done)}


def invitation_accepted_twice() -> Any:
    kari, outcomes = contact(), []
    for number in range(ROUNDS):
        mail = f"invitert{number}@eksempel.no"
        invitations.send(mail, kinds.MEMBER, place(INDRE_FOSEN), by=kari)
        token = re.search(r"/invitasjon/([\w-]+)/", Letter.objects.filter(code="invitation").first().body)[1]
        accept = lambda token=token: invitations.accept_as_new(invitations.find(token), name="Per Lund").email  # noqa: E731
        outcomes.append(sorted(said.replace(mail, "in") for said in at_once(accept, accept)))
        outcomes[-1].append(Role.objects.filter(person__email=mail).count())
    return outcomes


def role_given_twice() -> Any:
    def give(person: Person) -> int:
        return roles.give(kinds.MEMBER, to=person, at=place(INDRE_FOSEN), by=None).pk

    people = [somebody(f"Gitt {number}") for number in range(ROUNDS)]
    return [len(set(at_once(*[lambda one=one: give(one)] * 3))) for one in people]


def last_administrators_who_end_each_other() -> Any:
    outcomes = []
    for number in range(ROUNDS):
        Role.objects.filter(code=kinds.ADMINISTRATOR.code).delete()
        both = [administrator(f"Anne {number}{letter}").roles.get() for letter in "ab"]
        said = at_once(*[lambda role=role: str(roles.end(role, by=None).kind.code) for role in both])
        outcomes.append([*sorted(said), Role.objects.now().filter(code=kinds.ADMINISTRATOR.code).count()])
    return outcomes


def people_who_write_while_a_list_is_put_in() -> Any:
    people = [somebody(f"Skriver {number}") for number in range(20)]
    listed = reading.from_text(contact_rows.pasted(), county=place(TRONDELAG), by=None)
    while (plan := comparing.plan(listed)).open:
        answers = {q.key: q.choices[0].value for item in plan.asked for q in item.questions if not q.answer}
        applying.decide(listed, answers, by=None)
        listed.refresh_from_db()

    def put_in() -> str:
        return "in" if applying.put_in(listed, plan.seal(), by=None).put_in_at else "not in"

    def write(person: Person) -> str:
        for text in ("K", "Ka", "Kari", "Kari sa ja."):
            drafts.save(drafts.Begun("key", "note"), {"text": [text]}, by=person)
        return "written"

    said = at_once(put_in, put_in, *[lambda one=one: write(one) for one in people])
    kept = [draft.data for draft in Draft.objects.filter(person__in=people)]
    put = LogEntry.objects.filter(act="contact-list-put-in").count()
    return {"said": sorted(set(said)), "whole": kept.count({"text": ["Kari sa ja."]}), "put in": put}


def record_saved_from_two_sides() -> Any:
    ola, outcomes = Role.objects.get(code=kinds.ADVISER.code).person, []
    said = {"channel": Channel.PHONE, "day": timezone.localdate(), "by": ola}

    def save(pk: int, text: str, both_have_read: Any) -> str:
        mine = DialogueEntry.objects.get(pk=pk)
        both_have_read.wait()
        return f"version {dialogue.change(mine, whom='', text=text, **said).version}"

    for number in range(ROUNDS):
        entry, both = dialogue.add(place(INDRE_FOSEN), whom=str(number), **said), forking.Barrier(2)
        outcomes.append(sorted(at_once(*[partial(save, entry.pk, text, both) for text in "ab"])))
    return outcomes


def survey_sent_twice_at_once() -> Any:
    """Ten people press twice each, all at the same moment, with names and without."""
    by, outcomes = Role.objects.get(code=kinds.ADVISER.code).person, {}
    for anonymous in (False, True):
        survey = surveys_made.survey(by=by, anonymous=anonymous)
        surveys.open(survey, by=by)
        question = survey.pages.get().questions.get().pk
        asked = [surveys_made.respondent(survey, somebody(f"Svarer {anonymous} {n}")) for n in range(10)]

        def press(one: Respondent, survey: Survey = survey, question: int = question) -> str:
            if survey.anonymous:
                ballots.put_in(survey, {question: Written("a")}, respondent=one)
            else:
                responses.write(one, {question: Written("a")}, language="nb")
                responses.hand_in(one, language="nb")
            return "in"

        said = at_once(*[lambda one=one: press(one) for one in asked for _twice in range(2)])
        kept = Response.objects.filter(survey=survey, done=True, answers__value="a").count()
        outcomes[str(anonymous)] = {**{word: said.count(word) for word in sorted(set(said))}, "kept": kept}
    outcomes["thanks"] = Letter.objects.filter(code="survey-thanks").count()
    return outcomes


ACTS = [
    letters_sent_by_three_workers,
    nights_of_the_clock_in_four_processes,
    run_pressed_ten_times,
    invitation_accepted_twice,
    role_given_twice,
    last_administrators_who_end_each_other,
    people_who_write_while_a_list_is_put_in,
    record_saved_from_two_sides,
    survey_sent_twice_at_once,
]

if __name__ == "__main__":
    from tests.people import adviser

    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    imports.load()
    adviser()
    print(json.dumps({act.__name__: act() for act in ACTS}))
