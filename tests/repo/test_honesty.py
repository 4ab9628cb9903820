"""What must not be in the project: promises instead of code, traces of where it was made, facts without a source."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FACTS = ROOT / "src" / "vardevei" / "opendata" / "facts"
THIS = Path(__file__).name
PROMISES = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|raise NotImplementedError|[Ll]orem ipsum")
TRACES = re.compile(
    r"/work/|/root/|registry\.npmjs|pypi\.org|files\.pythonhosted|\"resolved\":|--(extra-)?index-url|deb\.debian\.org|shared/design"
)
READ = {".py", ".md", ".html", ".css", ".js", ".yaml", ".sql", ".toml", ".json", ".lock", ".sh", ".po", ".csv", ""}


def files() -> list[Path]:
    """What is kept under version control or could be, in git's eyes; without git, everything that is not ignored."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    paths = [ROOT / name for name in listed if name]
    return [path for path in paths if path.is_file() and path.suffix in READ and path.name not in {THIS, "LICENSE"}]


def hits(pattern: re.Pattern[str], path: Path) -> list[str]:
    lines = path.read_text(errors="replace").splitlines()
    return [f"{path.relative_to(ROOT)}:{number}" for number, line in enumerate(lines, 1) if pattern.search(line)]


@pytest.fixture(scope="module")
def kept() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("this copy has no git history to list files from: clone the repository")
    return files()


def test_nothing_is_promised_instead_of_made(kept: list[Path]) -> None:
    code = [path for path in kept if path.suffix in {".py", ".html", ".js", ".css", ".sql", ".sh"}]

    assert code
    assert [hit for path in code for hit in hits(PROMISES, path)] == []


def test_no_trace_of_the_machine_it_was_made_on(kept: list[Path]) -> None:
    assert [hit for path in kept for hit in hits(TRACES, path)] == []


def test_no_file_is_too_long_to_have_one_noun(kept: list[Path]) -> None:
    code = [path for path in kept if path.suffix == ".py" and "migrations" not in path.parts]

    assert [str(path.relative_to(ROOT)) for path in code if len(path.read_text().splitlines()) > 400] == []


def test_every_fact_file_has_its_source_beside_it() -> None:
    readme = (FACTS / "README.md").read_text()
    lines = {path.name: [line for line in readme.splitlines() if path.name in line] for path in FACTS.rglob("*.csv")}

    assert lines
    assert [name for name, about in lines.items() if not about] == []
