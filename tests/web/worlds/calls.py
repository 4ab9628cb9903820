from datetime import date

from tests.library.examples import network_editor
from tests.web.worlds import each
from vardevei.opendata.sources.announced import Deadline
from vardevei.programmes.domain import announcing
from vardevei.programmes.models import Programme

CALL = ("call", "call-edit", "call-withdraw", "call-calendar", "call-file")


def values(made, workspace) -> dict[str, object]:
    """A call that the county's editor has put in."""
    name = {"nb": "Prøveprogram", "nn": "Prøveprogram", "en": "Trial programme"}
    programme = Programme.objects.create(code="trial-2026", family="interreg-aurora", name=name)
    editor = network_editor()
    entry = announcing.Entry(
        programme=programme, title="Prøveutlysning", address="https://example.org/call",
        deadlines=(Deadline(date(2027, 3, 1)),),
    )  # fmt: skip
    call = announcing.announce(entry, by=editor)
    return {**each(CALL, "key", call.key), "calls-file.kind": "csv"}
