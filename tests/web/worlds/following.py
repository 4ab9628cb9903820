"""Indre Fosen has shown how; Bergen follows, with a document."""

from django.utils import timezone

from tests import people
from tests.library.examples import published
from tests.web.worlds import each
from tests.web.worlds.files import PDF
from vardevei.library.domain import adoptions
from vardevei.library.domain.strategies import Document


def values(made, workspace) -> dict[str, object]:
    bergen = people.contact(people.BERGEN, "Bente Byfjord")
    example = published("Det Bergen ikke har gjort", by=bergen)
    said = adoptions.Said("in-use", timezone.localdate())
    one = adoptions.follow(example, people.place(people.BERGEN), said, document=Document(PDF, "vedtak.pdf"), by=bergen)
    names = ("change", "withdraw", "document")
    return {
        **each([f"adoption-{name}" for name in names], "key", one.pk),
        **each(("example-follow",), "slug", example.slug),
    }
