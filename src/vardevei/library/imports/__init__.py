"""How what lies in files becomes examples: those that come with the program, and lists that somebody has made."""

from vardevei.library.imports.built_in import load

__all__ = ["load"]
