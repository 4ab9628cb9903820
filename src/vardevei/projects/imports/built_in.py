"""The grants that come with the program, put into the database. Safe to repeat."""

from vardevei.opendata.sources import SOURCES
from vardevei.opendata.sources.built_in import FILE, built_in
from vardevei.projects.domain.linking import Linker, default_linker
from vardevei.projects.imports.applying import Origin, apply
from vardevei.projects.imports.differences import plan
from vardevei.projects.models import Participation


def load_built_in(linker: Linker | None = None) -> int:
    """Adds the built-in grants that are not there. Gives how many of them the database has now."""
    made = plan(built_in(), linker or default_linker())
    if not made.is_empty():
        title = "Horizon 2020 grants to municipalities and county councils until January 2022 (extract)"
        apply(made, SOURCES[made.source], Origin(FILE.name, title=title))
    keys = [one.grant.key for one in made.linked]
    return Participation.objects.filter(source=made.source, key__in=keys).count()
