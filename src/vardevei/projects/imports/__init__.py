"""From an open file to participations: read, plan, look, apply."""

from vardevei.projects.domain.linking import Linker, default_linker
from vardevei.projects.imports.applying import Origin, apply
from vardevei.projects.imports.built_in import load_built_in
from vardevei.projects.imports.differences import Change, Plan, plan
from vardevei.projects.imports.linked import Linked

__all__ = [
    "Change",
    "Linked",
    "Linker",
    "Origin",
    "Plan",
    "apply",
    "default_linker",
    "load_built_in",
    "plan",
]
