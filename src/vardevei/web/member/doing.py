"""Calling a verb with what a form says; what the verb refuses is told on the form."""

from collections.abc import Callable

from vardevei.opendata.problem import Problem
from vardevei.web import problems
from vardevei.web.forms import Form


def done(form: Form, verb: Callable[[], object]) -> bool:
    """Whether the verb was done. If not, the form says why, in the reader's language."""
    try:
        verb()
    except Problem as problem:
        told = problems.sentences(problem)
        form.add_error(None, " ".join(str(told[part]) for part in ("what", "why", "todo") if told[part]))
        return False
    form.done()
    return True
