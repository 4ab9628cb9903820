"""What is printed into the docs: one function for each kind of table, read from the code."""

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vardevei.core.workflow import Flow

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ROOT / "src" / "vardevei"
SHOWN_OF_FIGURE = ("question", "why_it_matters", "unit", "numerator", "denominator", "sources", "choices", "borders")
SIGNED = ("authored_by", "checked_by", "reviewed", "review_next")
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


def timetable() -> str:
    import django

    django.setup()
    from vardevei.clock import LINES

    return table(("when", "what"), *((str(line.when), line.sentence) for line in LINES))


def make() -> str:
    words = re.findall(r"^([a-z]+): ## (.+)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    return table(("command", "what it does"), *((f"`make {word}`", meaning) for word, meaning in words))


# --- Letters ---------------------------------------------------------------------------------------------------------


def letters() -> str:
    """Every letter: when, to whom, of which kind, and its text in bokmål."""
    import django

    django.setup()
    from vardevei.core.domain import texts

    return "\n\n".join(_letter(code, facts, texts.source(code, "nb")) for code, facts in texts.facts().items())


def _letter(code: str, facts: dict[str, str], text: str) -> str:
    rows = [(name, facts[name]) for name in ("when", "to", "kind")]
    return f"## {code}\n\n{table(('what', ''), *rows)}\n\n```\n{text.strip()}\n```"


# --- Sources and figures ----------------------------------------------------------------------------------------------


def sources() -> str:
    from vardevei.opendata.sources import SOURCES
    from vardevei.opendata.sources.calling import CALL_SOURCES

    return "\n\n".join([*map(_source, SOURCES.values()), *map(_call_source, CALL_SOURCES.values())])


def _call_source(source) -> str:
    rows = [
        ("published at", source.page),
        ("asked at", f"{source.address} (POST)"),
        ("publisher", source.publisher),
        ("licence", source.licence),
        ("tried for real", "yes" if source.tried else "not tried yet"),
    ]
    return f"## {source.name}\n\n{source.title}\n\n{table(('what', ''), *rows)}"


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


def rules() -> str:
    from vardevei.opendata.linking import RULES, SUFFIXES

    lines = [f"| `{name}` | {sentence} |" for name, sentence in (RULES | SUFFIXES).items()]
    return "\n".join(["| rule | what it means |", "|---|---|", *lines])


def figures() -> str:
    from vardevei.opendata.figures.definitions import definitions

    return "\n\n".join(_figure(name, definition) for name, definition in definitions().items())


def _figure(name: str, definition) -> str:
    facts = [(key.replace("_", " "), _plain(getattr(definition, key))) for key in (*SHOWN_OF_FIGURE, *SIGNED)]
    caveats = [("mind that", _plain(caveat)) for caveat in definition.caveats]
    return f"## {name}\n\n{_plain(definition.title)}\n\n{table(('what', ''), *facts, *caveats)}"


def _plain(value) -> str:
    """English where there are several languages, and a list as words with commas between."""
    if isinstance(value, dict):
        return value["en"]
    return ", ".join(value) if isinstance(value, tuple) else str(value)


# --- Workflows --------------------------------------------------------------------------------------------------------


def workflows() -> str:
    """Every flow that a room has in its `workflow.py`: the drawing, and the two tables it is drawn from."""
    return "\n\n".join(_flow(room, flow) for room, flow in flows()) or "None yet."


def flows() -> list[tuple[str, "Flow"]]:
    """(room, flow) for each."""
    import importlib

    import django

    django.setup()
    from vardevei.core.workflow import Flow

    rooms = sorted(path.parent.name for path in ROOMS.glob("*/workflow.py") if path.parent.name != "core")
    modules = [(room, importlib.import_module(f"vardevei.{room}.workflow")) for room in rooms]
    return [(room, flow) for room, module in modules for flow in vars(module).values() if isinstance(flow, Flow)]


def _flow(room: str, flow: "Flow") -> str:
    """The words of the tables are the screen's, in bokmål; the codes are the program's."""
    states = [
        (f"`{code}`", str(one.name), str(one.outside), str(one.ball) or "–", str(one.next) or "–")
        for code, one in flow.states.items()
    ]
    steps = [
        (f"`{code}`", str(one.verb), ", ".join(f"`{start}`" for start in one.start), f"`{one.to}`", str(one.who))
        for code, one in flow.steps.items()
    ]
    return "\n\n".join(
        [
            f"## {flow.title} ({room})",
            f"```mermaid\n{drawing(flow)}\n```",
            table(("state", "for staff", "for the one it is about", "who has the ball", "what is next"), *states),
            table(("step", "button", "from", "to", "who may"), *steps),
        ]
    )


def drawing(flow: "Flow") -> str:
    """The flow as Mermaid draws it. A code may have a hyphen, a state in Mermaid may not."""

    def name(code: str) -> str:
        return str(code).replace("-", "_")

    ends = [code for code in flow.states if not any(code in step.start for step in flow.steps.values())]
    lines = [f'  state "{state.name}" as {name(code)}' for code, state in flow.states.items()]
    lines.append(f"  [*] --> {name(next(iter(flow.states)))}")
    lines += [
        f"  {name(start)} --> {name(step.to)}: {step.verb}" for step in flow.steps.values() for start in step.start
    ]
    return "\n".join(["stateDiagram-v2", *lines, *(f"  {name(code)} --> [*]" for code in ends)])


# --- The nouns and verbs of a room ------------------------------------------------------------------------------------


def modules(room: str, drawer: str) -> list[Path]:
    """The Python files of a drawer, be it a folder (`domain/`) or a single file (`imports.py`)."""
    place = ROOMS / room / drawer
    return sorted(place.rglob("*.py")) if place.is_dir() else [place] if place.exists() else []


def nouns(room: str) -> str:
    rows = [(f"**{name}**", meaning) for name, meaning in nouns_of(room)]
    return table(("noun", "what it is"), *rows) if rows else "None yet."


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
    """One row for each file of verbs: what it is about in its own first sentence, and their names."""
    gathered: dict[str, list[str]] = {}
    for name, _meaning in verbs_of(room):
        gathered.setdefault(name.rpartition(".")[0], []).append(f"`{name}`")
    rows = [(_about(room, module), ", ".join(names)) for module, names in gathered.items()]
    return table(("what it is about", "verbs"), *rows) if rows else "None yet."


def _about(room: str, module: str) -> str:
    names = (f"domain/{module}.py", f"{module}.py", f"{module}/__init__.py", f"domain/{module}/__init__.py")
    found = next((ROOMS / room / name for name in names if (ROOMS / room / name).exists()), None)
    return first_sentence(ast.get_docstring(ast.parse(found.read_text()))).rstrip(":") if found else module


def verbs_of(room: str) -> list[tuple[str, str]]:
    """What a room can do: the functions of its domain and tasks, and those its imports offer."""
    offered = _offered(ROOMS / room / "imports" / "__init__.py")
    inside = [
        (f"{path.stem}.{name}", meaning)
        for drawer in ("domain", "imports.py", "tasks.py")
        for path in modules(room, drawer)
        for name, meaning in functions(path)
    ]
    imported = [found for path in modules(room, "imports") for found in functions(path) if found[0] in offered]
    return inside + [(f"imports.{name}", meaning) for name, meaning in imported]


def functions(path: Path) -> list[tuple[str, str]]:
    """The public functions of a file, each with the sentence it begins with."""
    return [
        (node.name, first_sentence(ast.get_docstring(node)))
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


def _offered(package: Path) -> set[str]:
    """The names in __all__ of a drawer that is a folder: its inner files are nobody else's business."""
    body = ast.parse(package.read_text()).body if package.exists() else []
    lists = [node.value for node in body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"]
    return {name for found in lists for name in ast.literal_eval(found)}
