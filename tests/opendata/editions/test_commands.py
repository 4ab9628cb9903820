"""`vardevei update register` and `vardevei check sources`, against local services."""

import pytest
from click.testing import CliRunner

from tests.opendata.editions.steps import hang_up, page, split_of_indre_fosen, status
from tests.opendata.local_services import REFORM
from vardevei.cli.update import command
from vardevei.opendata import edition, places
from vardevei.opendata.editions import answers, probing
from vardevei.opendata.problem import Problem

# --- the commands


def run(services, *more):
    addresses = ("--klass", services.address, "--enhetsregisteret", services.address)
    return CliRunner().invoke(command, ["register", "--on", "2027-01-01", *addresses, *more])


def test_the_command_shows_the_difference_and_writes_only_when_told(services, data):
    services.change("131", "4625", "4601", "Bergen")

    shown = run(services)
    assert shown.exit_code == 0
    assert "merged         Bergen (1201) + Austevoll (1244) -> Bergen (4601-2027)" in shown.output
    assert "--apply" in shown.output
    assert edition.folder_in_use() == edition.BUILT_IN

    written = run(services, "--apply")
    assert (written.exit_code, "vardevei facts" in written.output) == (0, True)
    assert edition.folder_in_use().parent == data / "register"


def test_the_questions_are_printed_as_a_file_to_fill_in(services, tmp_path):
    split_of_indre_fosen(services)
    output = run(services).output
    questions = output[output.index("about,key,answer") :].splitlines()[:3]
    filled = [questions[0], questions[1].replace(",,", ",5090,"), questions[2].replace(",,", ",5091,")]
    file = tmp_path / "answers.csv"
    file.write_text("\n".join(filled), encoding="utf-8")

    written = run(services, "--apply", "--answers", str(file))

    assert (written.exit_code, written.exception) == (0, None)
    assert places.by_number("5091", on=REFORM).areas == {"1718"}


@pytest.mark.parametrize("text", ["about;key;answer\narea;1;2", "about,key,answer\nweather,x,y"])
def test_a_file_of_answers_that_is_something_else(tmp_path, text):
    file = tmp_path / "answers.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Problem) as caught:
        answers.read(file)
    assert caught.value.code == "answers-not-understood"


def test_a_service_that_answers_as_expected_is_reachable(services):
    found = probing.run(probing.probes(services.address, services.address)[:3], seconds=5)

    assert [outcome.good for outcome in found] == [True, True, True]
    assert not any(outcome.probe.tried for outcome in found)


@pytest.mark.parametrize(
    ("broken", "reached", "fault"),
    [
        (status(500), True, "answered with the error 500"),
        (page, True, 'answered, but without "codes"'),
        (hang_up, False, "no connection"),
    ],
)
def test_a_service_that_does_not_says_why(services, broken, reached, fault):
    services.broken = broken

    outcome = probing.run(probing.probes(services.address, services.address)[:1], seconds=5)[0]

    assert (outcome.reached, outcome.good) == (reached, False)
    assert outcome.fault.startswith(fault)
