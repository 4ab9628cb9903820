"""A programme of the built-in guide: it is for anyone, and there is nothing to make."""

from tests.web.worlds import each


def values(made, workspace) -> dict[str, object]:
    return each(("programme", "programme-file"), "code", "interreg-aurora-2021")
