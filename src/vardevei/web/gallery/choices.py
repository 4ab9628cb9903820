"""Ways to choose, search and find one's way."""

from collections.abc import Iterator, Mapping, Sequence

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

Example = tuple[str, Sequence[Mapping[str, object]]]


def examples() -> Iterator[Example]:
    borders = [(_("Slik det var"), "#toggle-group", True), (_("På grensene i 2024"), "#toggle-group", False)]
    yield "toggle-group", [{"label": _("Hvilke grenser skal figuren bruke?"), "choices": borders}]
    crumbs = [(_("Fylker"), "#breadcrumbs"), ("Trøndelag", "#breadcrumbs"), ("Indre Fosen", "")]
    yield "breadcrumbs", [{"label": "breadcrumbs", "crumbs": crumbs}]
    pages, address = Paginator(range(200), 10), "?side="
    first_middle_last = [(pages.page(number), f"pagination {number}") for number in (1, 10, 20)]
    yield "pagination", [{"page": page, "address": address, "label": label} for page, label in first_middle_last]
    place = {"address": "#search", "label": _("Navn eller nummer på en kommune eller et fylke")}
    yield (
        "search",
        [
            {**place, "id": "gallery-q"},
            {**place, "label": _("Søk"), "id": "gallery-s", "value": "Leksvik", "size": "sm", "button": _("Finn")},
            {**place, "label": _("Alle fylker"), "id": "gallery-h", "hide_label": True},
        ],
    )
