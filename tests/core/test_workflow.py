"""A case moves as its table says, is refused with what is possible now, and leaves a line in the log."""

import pytest

from tests.people import somebody
from tools import printed
from vardevei.core.domain import log
from vardevei.core.models import LogEntry, Person
from vardevei.core.workflow import Flow, State, Step
from vardevei.opendata.problem import Problem

pytestmark = pytest.mark.django_db


def is_clerk(person: Person | None, record: Person) -> bool:
    return person is not None and person.name == "Clerk"


def is_oneself(person: Person | None, record: Person) -> bool:
    return person == record


STATES = [
    State("asked", "Spurt", "Venter på svar", ball="Kommunen", next="Svar ja eller nei."),
    State("member", "Med", "Du er med"),
    State("not-now", "Avslått", "Ikke nå"),
]
STEPS = [
    Step("accept", "Godta", ["asked"], "member", is_clerk, "en saksbehandler", "{who} ble tatt med."),
    Step("refuse", "Avslå", ["asked"], "not-now", is_clerk, "en saksbehandler", "{who} fikk nei.", needs_why=True),
    Step("withdraw", "Trekke", ["asked", "member"], "not-now", is_oneself, "personen selv", "{who} trakk seg."),
]
# Any text field can hold a state; here it is one that a person has.
FLOW = Flow("joining", "Å bli med", states=STATES, steps=STEPS, field="phone")


@pytest.fixture
def asked() -> Person:
    return somebody("Kari Nes", phone="asked")


@pytest.fixture
def clerk() -> Person:
    return somebody("Clerk")


def test_a_step_changes_the_state_and_tells_who_did_it_and_why(asked, clerk) -> None:
    FLOW.step(asked, "accept", by=clerk, why="Kjenner hverandre.", place="5054-1", who=asked)

    assert Person.objects.get(pk=asked.pk).phone == "member"
    [(entry, sentence)] = log.sentences(LogEntry.objects.about(asked))
    assert (entry.act, entry.by, entry.why, entry.place) == ("joining-accept", clerk, "Kjenner hverandre.", "5054-1")
    assert sentence == "Kari Nes ble tatt med."


def test_buttons_are_what_this_person_may_do_now(asked, clerk) -> None:
    assert [step.code for step in FLOW.possible(asked, clerk)] == ["accept", "refuse"]
    assert [step.code for step in FLOW.possible(asked, asked)] == ["withdraw"]
    assert FLOW.possible(asked, None) == []


def test_a_step_from_the_wrong_state_is_refused_with_what_is_possible(asked, clerk) -> None:
    FLOW.step(asked, "refuse", by=clerk, why="Kjenner ikke.", who=asked)

    with pytest.raises(Problem) as told:
        FLOW.step(asked, "accept", by=clerk, who=asked)

    assert told.value.code == "step-not-now"
    assert [str(told.value.values[word]) for word in ("verb", "state", "possible")] == ["Godta", "Avslått", "–"]
    assert LogEntry.objects.about(asked).count() == 1


@pytest.mark.parametrize(
    ("code", "why", "problem"), [("withdraw", "x", "step-not-yours"), ("refuse", " ", "step-without-why")]
)
def test_the_wrong_person_and_a_missing_reason_change_nothing(asked, clerk, code: str, why: str, problem: str) -> None:
    with pytest.raises(Problem) as told:
        FLOW.step(asked, code, by=clerk, why=why, who=asked)

    assert told.value.code == problem
    assert (Person.objects.get(pk=asked.pk).phone, LogEntry.objects.count()) == ("asked", 0)


def test_of_two_who_press_at_once_the_second_hears_that_the_first_was_quicker(asked, clerk) -> None:
    seen_by_the_other = Person.objects.get(pk=asked.pk)
    FLOW.step(asked, "accept", by=clerk, who=asked)

    with pytest.raises(Problem) as told:
        FLOW.step(seen_by_the_other, "refuse", by=clerk, why="x", who=asked)

    assert (told.value.code, told.value.values["state"]) == ("step-overtaken", "Med")
    assert (seen_by_the_other.phone, LogEntry.objects.count()) == ("member", 1)


def test_a_table_with_a_hole_is_found_at_once() -> None:
    with pytest.raises(ValueError, match="gone"):
        Flow("a", "A", states=STATES, steps=[*STEPS, Step("x", "X", ["gone"], "member", is_clerk, "", "")])
    with pytest.raises(ValueError, match="one code twice"):
        Flow("a", "A", states=STATES, steps=[*STEPS, STEPS[0]])


def test_the_drawing_has_every_state_and_step() -> None:
    assert printed.drawing(FLOW).splitlines() == [
        "stateDiagram-v2",
        '  state "Spurt" as asked',
        '  state "Med" as member',
        '  state "Avslått" as not_now',
        "  [*] --> asked",
        "  asked --> member: Godta",
        "  asked --> not_now: Avslå",
        "  asked --> not_now: Trekke",
        "  member --> not_now: Trekke",
        "  not_now --> [*]",
    ]


def test_every_flow_in_a_room_is_in_the_docs() -> None:
    text = (printed.ROOT / "docs" / "workflows.md").read_text()

    assert [flow.code for _room, flow in printed.flows() if printed.drawing(flow) not in text] == []
