"""The programme family that a file or a person names, as the code that everything is counted by."""

from functools import cache

from vardevei.opendata.families import families
from vardevei.opendata.problem import Problem


@cache
def _codes() -> dict[str, str]:
    named = [(name, family.code) for family in families() for name in (family.code, *family.name.values())]
    return {name.casefold(): code for name, code in named}


def code_of(printed: str) -> str:
    """The family's code, from its code or its name in any of the three languages; "" when it is not known."""
    return _codes().get(" ".join(printed.casefold().split()), "")


def given(printed: str) -> str:
    """The family that a person gave with --family; a Problem when it is none of ours."""
    found = code_of(printed) if printed else ""
    if printed and not found:
        known = ", ".join(family.code for family in families())
        what, todo = f"{printed} is not a programme family.", "Nothing was changed. Choose one of them, and run again."
        raise Problem("family-unknown", what, f"Known: {known}.", todo)
    return found
