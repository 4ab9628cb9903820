"""What is printed into the docs: one function for each kind of table, read from the code."""

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ROOT / "src" / "vardevei"
SHOWN_OF_FIGURE = (
    "question",
    "why_it_matters",
    "unit",
    "denominator",
    "choices",
    "authored_by",
    "checked_by",
    "reviewed",
)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vardevei.config.settings")


def table(*rows: tuple[str, ...]) -> str:
    """A Markdown table; the first row is the heading."""
    lines = [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * len(rows[0])}", *lines[1:]])


def first_sentence(docstring: str | None) -> str:
    paragraph = " ".join((docstring or "").split("\n\n")[0].split())
    return re.split(r"(?<=[.:]) (?=[A-Z`])", paragraph)[0]


# --- Settings and commands --------------------------------------------------------------------------------------------


def settings() -> str:
    from vardevei.config.environment import SETTINGS

    rows = [(f"`{one.name}`", f"`{one.default}`" if one.default else "", one.meaning) for one in SETTINGS]
    return table(("setting", "default", "meaning"), *rows)


def commands() -> str:
    from vardevei.cli.main import group

    return "\n\n".join(f"## {name}\n\n```\n{text}\n```" for name, text in help_texts(group, "vardevei"))


def help_texts(command, name: str, parent=None) -> Iterator[tuple[str, str]]:
    """The command and every command below it, with the words the terminal shows."""
    import click

    context = click.Context(command, info_name=name, parent=parent, terminal_width=100, max_content_width=100)
    yield context.command_path, command.get_help(context).strip()
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            yield from help_texts(command.get_command(context, below), below, context)


def make() -> str:
    words = re.findall(r"^([a-z]+): ## (.+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    return table(("command", "what it does"), *((f"`make {word}`", meaning) for word, meaning in words))


# --- Sources and figures ----------------------------------------------------------------------------------------------


def sources() -> str:
    from vardevei.opendata.sources import SOURCES

    return "\n\n".join(_source(one) for one in SOURCES.values())


def _source(source) -> str:
    rows = [
        ("published at", source.address or "wherever you have it"),
        *(("fetched from", file) for file in source.files),
        ("publisher", source.publisher),
        ("licence", source.licence),
        ("programme families", ", ".join(source.families) or "the file says, or you do"),
        ("tried for real", "yes" if source.tried else "not tried yet"),
    ]
    return f"## {source.name}\n\n{source.title}\n\n{table(('what', ''), *rows)}"


def figures() -> str:
    import yaml

    definitions = sorted((ROOMS / "opendata" / "figures").glob("*.yaml"))
    return "\n\n".join(_figure(path.stem, yaml.safe_load(path.read_text())) for path in definitions)


def _figure(name: str, definition: dict) -> str:
    facts = [(key.replace("_", " "), str(definition[key])) for key in SHOWN_OF_FIGURE if definition.get(key)]
    return f"## {name}\n\n{definition['title']}\n\n{table(('what', ''), *facts)}"


# --- The nouns and verbs of a room ------------------------------------------------------------------------------------


def modules(room: str, drawer: str) -> list[Path]:
    """The Python files of a drawer, be it a folder (`domain/`) or a single file (`imports.py`)."""
    place = ROOMS / room / drawer
    return sorted(place.rglob("*.py")) if place.is_dir() else [place] if place.exists() else []


def nouns(room: str) -> str:
    rows = [(f"**{name}**", meaning) for name, meaning in nouns_of(room)]
    return table(("noun", "what it is"), *rows)


def nouns_of(room: str) -> list[tuple[str, str]]:
    """The tables of a room, each with the sentence its class begins with."""
    import django
    from django.apps import apps

    django.setup()
    models = sorted(apps.get_app_config(room).get_models(), key=lambda model: model.__name__)
    return [(model.__name__, first_sentence(_written(model))) for model in models]


def _written(model) -> str:
    """The docstring, unless it is the list of fields that Django puts where there is none."""
    text = model.__doc__ or ""
    return "" if text.startswith(f"{model.__name__}(") else text


def verbs(room: str) -> str:
    rows = [(f"`{name}`", meaning) for name, meaning in verbs_of(room)]
    return table(("verb", "what it does"), *rows)


def verbs_of(room: str) -> list[tuple[str, str]]:
    """What a room can do: every public function of its domain, imports and tasks."""
    paths = [path for drawer in ("domain", "imports", "imports.py", "tasks.py") for path in modules(room, drawer)]
    return [
        (f"{path.stem}.{node.name}", first_sentence(ast.get_docstring(node)))
        for path in paths
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]
