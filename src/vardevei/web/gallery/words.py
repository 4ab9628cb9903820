"""Components that are mostly words."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

Example = tuple[str, Sequence[Mapping[str, object]]]


def examples() -> Iterator[Example]:
    text = _("Filen er lest. 12 rader ble lagt til side, og hver av dem har fått en grunn.")
    yield (
        "alert",
        [{"text": text, "tone": tone} for tone in ("info", "success", "warning")]
        + [{"text": text, "title": _("Ingenting er endret"), "tone": "danger"}]
        + [{"text": "The file ends in the middle of a row.", "lang": "en"}],
    )
    yield (
        "heading",
        [
            {"text": _("Kommuner etter fylke"), "id": "gallery-heading"},
            {"text": _("Lisens"), "level": 3, "size": "xs"},
            {"text": _("Fylker"), "size": "sm", "aside": _("Alle fylker"), "href": "#heading"},
        ],
    )
    yield "tag", [{"text": _("funnet"), "color": color} for color in ("neutral", "accent", "lav", "success", "warning")]
    yield (
        "button",
        [
            {"text": _("Søk")},
            {"text": _("Last ned"), "href": "#button", "variant": "secondary"},
            {"text": _("Avbryt"), "variant": "tertiary", "size": "sm"},
        ],
    )
    yield (
        "details",
        [{"summary": _("Vis kartet som tabell"), "body": text}, {"summary": _("Åpen"), "body": text, "open": True}],
    )
    yield "plate", [{"body": text, "title": _("Last ned og siter")}, {"body": text, "tone": "lav"}]
    yield "skip-link", [{"target": "skip-link"}]
    yield (
        "empty",
        [
            {"what": _("Ingen treff på «Lexvik»."), "why": _("Vi søkte i navn fra 2013 og senere.")},
            {"what": _("Ingen kilder er lastet inn ennå."), "href": "#empty", "action": _("Slik laster du inn en fil")},
        ],
    )
    yield (
        "error-summary",
        [
            {
                "title": _("Rett opp dette:"),
                "errors": [(_("Velg et år mellom 2013 og 2026"), "gallery-q")],
                "still": True,
            }
        ],
    )
