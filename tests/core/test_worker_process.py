"""A real worker is killed in the middle of long work, and the next one carries on where it was."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = """
import os, signal, sys
import django
django.setup()
from django.core.management import call_command
from vardevei.cli.main import group
from vardevei.core import tasks
from vardevei.core.domain import runs, works
from vardevei.core.models import Run

act, steps = sys.argv[1:]

@works.work("test-steps", title="Steps")
def take_steps(track):
    done = open(steps).read().splitlines()
    for number in range(len(done), 6):
        track.step("Step {number}.", done=number, of=6, number=number)
        with open(steps, "a") as file:
            print(number, track.run.tries, file=file)
        if number == 2 and track.run.tries == 1:
            os.kill(os.getpid(), signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGTERM)  # as the service manager does; the worker ends this work first

if act == "prepare":
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    open(steps, "w").close()
    tasks.carry_out.enqueue(runs.begin("test-steps", by=None).pk)
if act == "work":
    try:
        group(["work"], standalone_mode=False)
    except SystemExit:
        pass
for run in Run.objects.all():
    print(run.state, run.tries, run.done)
"""


@pytest.fixture
def act(tmp_path):
    """Starts a process that does one act on a site of its own, and gives its end and what it printed."""
    paths = {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "DJANGO_SETTINGS_MODULE": "vardevei.config.settings"}
    ours = {"VARDEVEI_DATA": str(tmp_path / "data"), "VARDEVEI_DATABASE": ""}

    def process(what: str) -> tuple[int, str]:
        command = [sys.executable, "-c", SCRIPT, what, str(tmp_path / "steps")]
        done = subprocess.run(command, env=os.environ | ours | paths, stdout=subprocess.PIPE, text=True, timeout=120)
        return done.returncode, done.stdout.strip()

    assert act_is_prepared(process)
    return process


def act_is_prepared(process) -> bool:
    return process("prepare") == (0, "waiting 0 0")


def test_killed_in_the_middle_the_next_worker_carries_on_where_it_was(act, tmp_path) -> None:
    killed, _said = act("work")
    assert (killed, act("look")) == (-signal.SIGKILL, (0, "working 1 2"))

    ended, said = act("work")

    assert (ended, said.splitlines()[-1]) == (0, "done 2 5")
    assert (tmp_path / "steps").read_text().splitlines() == ["0 1", "1 1", "2 1", "3 2", "4 2", "5 2"]
