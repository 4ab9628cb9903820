"""How what lies in files becomes records: the register of places, and a county's own list of contacts."""

from vardevei.organisations.imports.register import load

__all__ = ["load"]
