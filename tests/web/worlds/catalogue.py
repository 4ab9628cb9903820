"""A published example: it is for anyone."""

from django.utils import timezone

from tests.web.worlds import each
from vardevei.library.models import Example, Revision


def values(made, workspace) -> dict[str, object]:
    example = Example.objects.create(slug="for-alle")
    words = {"title": {"nb": "For alle"}, "lead": {"nb": "Det ble gjort."}}
    example.published = Revision.objects.create(
        example=example, number=1, state="published", published_at=timezone.now(), texts=words
    )
    example.state = "published"
    example.save()
    return each(("example-data",), "slug", example.slug)
