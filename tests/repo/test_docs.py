"""The docs cannot lie: what the code has is in them, what they print is what it says, and links lead somewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tools import print_docs, printed

ROOT = Path(__file__).resolve().parents[2]
ROOMS = sorted(path.parent.name for path in (ROOT / "src" / "vardevei").glob("*/__init__.py"))
DOCUMENTS = sorted(print_docs.documents())
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


def text(name: str) -> str:
    return (ROOT / name).read_text()


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_one_screen_and_is_on_both_maps(room: str) -> None:
    readme = text(f"src/vardevei/{room}/README.md")

    written = print_docs.PLACE.sub("", readme)  # what is printed grows with the code

    assert readme.startswith(f"# {room}: ")
    assert len(written.splitlines()) <= 80
    assert re.search(rf"^{room}\b|\| {room}\b", text("README.md"), re.MULTILINE)
    assert f"src/vardevei/{room}/README.md" in text("ARCHITECTURE.md")


@pytest.mark.parametrize("room", ROOMS)
def test_every_noun_and_verb_of_a_room_is_in_its_readme(room: str) -> None:
    readme = text(f"src/vardevei/{room}/README.md")
    nouns = printed.nouns_of(room) if (ROOT / "src" / "vardevei" / room / "models").exists() else []

    assert [name for name, _ in nouns if f"**{name}**" not in readme] == []
    assert [name for name, _ in printed.verbs_of(room) if f"`{name}`" not in readme] == []


@pytest.mark.parametrize("room", ROOMS)
def test_every_noun_and_verb_has_a_sentence(room: str) -> None:
    nouns = printed.nouns_of(room) if (ROOT / "src" / "vardevei" / room / "models").exists() else []

    assert [name for name, meaning in nouns + printed.verbs_of(room) if not meaning] == []


def test_the_printed_parts_are_what_the_code_says() -> None:
    # In a process of its own: commands that other tests have run keep the help they were run with.
    done = subprocess.run([sys.executable, "tools/print_docs.py", "--check"], cwd=ROOT, capture_output=True, text=True)

    assert (done.stdout, done.returncode) == ("", 0)


@pytest.mark.parametrize(
    ("document", "what"),
    [
        ("docs/operate.md", "settings"),
        ("docs/commands.md", "commands"),
        ("docs/sources.md", "sources"),
        ("docs/figures.md", "figures"),
        ("CONTRIBUTING.md", "make"),
        ("docs/roles.md", "relations"),
        ("docs/personal-data.md", "personal"),
    ],
)
def test_the_printed_parts_are_there(document: str, what: str) -> None:
    assert f"<!-- printed: {what} -->" in text(document)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    links = [link for link in LINK.findall(document.read_text()) if "://" not in link]

    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_decision_is_on_the_list() -> None:
    decisions = {path.name for path in (ROOT / "docs" / "decisions").glob("0*.md")}

    assert set(re.findall(r"\((0[^)]+)\)", text("docs/decisions/README.md"))) == decisions


def test_the_readme_is_one_screen_and_names_the_two_commands() -> None:
    readme = text("README.md")

    assert len(readme.splitlines()) <= 70
    assert "\nmake start\nmake test\n" in readme
