"""What a newcomer does: a clean clone, one command, a figure, a page; in a folder with a space and our own letters."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ASKED = "VARDEVEI_CLONE"
STEPS = ("browser packages", "Python packages", "translations", "static files", "tables", "built-in facts", "mart")

pytestmark = pytest.mark.skipif(
    not os.environ.get(ASKED), reason=f"a set-up from nothing takes a minute and the network: {ASKED}=1 make test"
)


def fresh_environment() -> dict[str, str]:
    """The environment without anything that this project has put there."""
    ours = ("VARDEVEI_", "DJANGO_", "VIRTUAL_ENV", "PYTHONPATH", "MAKE", "MFLAGS")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clone") / "Vår vei æøå"
    subprocess.run(["git", "clone", "-q", ROOT, folder], check=True)
    return folder


@pytest.fixture(scope="module")
def installed(clone: Path) -> str:
    """What `make install` printed in the clone."""
    command = ["make", "install"]
    done = subprocess.run(
        command, cwd=clone, env=fresh_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_installing_tells_the_seconds_of_each_step(installed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{installed}")  # the log of each run then has the seconds from clone to ready

    assert [
        name for name in (*STEPS, "in all") if not re.search(rf"^ *\d+\.\d s  {name}$", installed, re.MULTILINE)
    ] == []


def test_a_figure_answers_at_once(clone: Path, installed: str) -> None:
    command = [".venv/bin/vardevei", "figure", "participation-by-county", "--borders", "2024", "--format", "csv"]

    printed = subprocess.run(command, cwd=clone, env=fresh_environment(), capture_output=True, text=True, check=True)

    header, *rows = [line for line in printed.stdout.splitlines() if not line.startswith("#")]
    assert len(rows) == 15
    assert all(re.match(r"\d\d,", row) for row in rows)
    assert header.count(",") == rows[0].count(",")


def test_starting_on_a_taken_port_serves_the_page_on_the_next(clone: Path, installed: str, taken_port: int) -> None:
    command = ["make", "start", f"PORT={taken_port}"]
    house = subprocess.Popen(
        command, cwd=clone, env=fresh_environment(), stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    lines = _until(house, "Vardevei is at")
    address = re.search(r"http://localhost:\d+", lines[-1] if lines else "")

    assert address, lines
    with urllib.request.urlopen(address[0]) as page:
        assert "Vardevei" in page.read().decode()
    assert any(f"Port {taken_port} is taken" in line for line in lines)
    assert [step for step in STEPS if any(line.endswith(f" s  {step}") for line in lines)] == []  # nothing is redone

    assert running_in(clone)
    os.killpg(house.pid, signal.SIGINT)  # what Ctrl-C does
    house.communicate()
    assert running_in(clone) == []
    with socket.socket() as again:
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", int(address[0].rpartition(":")[2])))  # the server has let go of it


def running_in(folder: Path) -> list[str]:
    """The commands of all processes that were started from the folder: server, its workers, and the worker."""
    commands = []
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):  # it has ended meanwhile
            commands.append(process.read_bytes().replace(b"\0", b" ").decode(errors="replace"))
    return [command for command in commands if str(folder) in command]


def _until(house: subprocess.Popen[str], wanted: str) -> list[str]:
    """The lines up to the wanted one, or all of them when the script gives up by itself."""
    assert house.stdout
    lines = []
    for line in house.stdout:
        lines.append(line.rstrip("\n"))
        if wanted in line:
            break
    return lines
