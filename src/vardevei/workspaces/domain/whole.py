"""A workspace as a whole: what each of its tools brings when it is taken out, and when it is copied.

A tool is a module `<tool>_whole` beside this one with `taken_out(workspace)` and `copied(workspace, to, days, by)`. A
room above that hangs something of its own on a workspace adds its module with `add`.
"""

import importlib
import pkgutil
from functools import cache
from types import ModuleType
from typing import Any, Protocol

from vardevei.core.models import KeptFile, Person
from vardevei.workspaces import domain
from vardevei.workspaces.models import Workspace

# A survey may belong to an event, and a meeting has one: events are copied first, who signs up for them next.
FIRST = ("calendar_whole", "signup_whole", "meetings_whole")
_added: dict[str, ModuleType] = {}


class Tool(Protocol):
    def taken_out(self, workspace: Workspace) -> dict[str, Any]: ...

    def copied(self, workspace: Workspace, to: Workspace, days: int, by: Person) -> None: ...


def add(name: str, tool: ModuleType) -> None:
    """What a room above hangs on a workspace."""
    _added[name] = tool


def tools() -> dict[str, Any]:
    """Each tool under its name, in the order they are copied."""
    return {**_own(), **_added}


@cache
def _own() -> dict[str, ModuleType]:
    names = [found.name for found in pkgutil.iter_modules(domain.__path__) if found.name.endswith("_whole")]
    ordered = sorted(names, key=lambda name: (FIRST.index(name) if name in FIRST else len(FIRST), name))
    return {name.removesuffix("_whole"): importlib.import_module(f"{domain.__name__}.{name}") for name in ordered}


def taken_out(workspace: Workspace) -> tuple[dict[str, dict[str, Any]], list[tuple[str, KeptFile]]]:
    """What every tool has, under the tool's name; and the files with the names they get."""
    found = {name: dict(tool.taken_out(workspace)) for name, tool in tools().items()}
    files = [kept for said in found.values() for kept in said.pop("files", [])]
    return found, files


def copied(workspace: Workspace, to: Workspace, *, days: int, by: Person) -> None:
    """The structure of every tool, without what people have said in it."""
    for tool in tools().values():
        tool.copied(workspace, to, days, by)
