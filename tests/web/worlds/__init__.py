"""What lies in a workspace, for the table of every address: each tool's module here has `values(made, workspace)`."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator

from vardevei.core.models import Person
from vardevei.organisations.models import Organisation
from vardevei.workspaces.domain import workspaces
from vardevei.workspaces.models import Member, Workspace


def a_room(adviser: Person, municipality: Organisation, county: Organisation) -> Workspace:
    """A room of the county for those who are in it, and Indre Fosen is."""
    made = workspaces.begin(county, title="Hemmelig nettverk", by=adviser)
    Member.objects.create(workspace=made, organisation=municipality, added_by=adviser)
    return made


def tools() -> Iterator[Callable]:
    for found in sorted(pkgutil.iter_modules(__path__), key=lambda one: one.name):
        yield importlib.import_module(f"{__name__}.{found.name}").values


def each(names: Iterable[str], thing: str, value: object) -> dict[str, object]:
    return {f"{name}.{thing}": value for name in names}
