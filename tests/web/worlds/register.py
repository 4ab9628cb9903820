"""A strategy of Indre Fosen, with its document."""

from datetime import date

from tests import people
from tests.web.worlds import each
from tests.web.worlds.files import PDF
from vardevei.library.domain import strategies


def values(made, workspace) -> dict[str, object]:
    fosen = people.place(people.INDRE_FOSEN)
    said = strategies.Said("international", "Ut i verden", adopted_on=date(2018, 5, 15))
    one = strategies.register(fosen, said, document=strategies.Document(PDF, "strategi.pdf"), by=made.contact)
    names = ("", "-document", "-change", "-withdraw")
    return each([f"strategy{name}" for name in names], "key", one.pk)
