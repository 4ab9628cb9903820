"""From a reading of a source of calls to calls: plan, look, apply."""

from vardevei.programmes.imports.calls.applying import apply
from vardevei.programmes.imports.calls.planning import Plan, plan

__all__ = ["Plan", "apply", "plan"]
