"""Who has followed an example, as the memo prints it: who, since when, why, with whose help, and what shows it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vardevei.core import translated
from vardevei.library.enums import AdoptionState
from vardevei.library.models import Adoption, Strategy

Block = dict[str, Any]
Follower = dict[str, Any]


def of(slugs: Iterable[str]) -> dict[str, list[Follower]]:
    """Those that are under way or have taken it into use, by the example's slug, the first first."""
    found: dict[str, list[Follower]] = {}
    rows = Adoption.objects.followed().filter(example__slug__in=set(slugs)).order_by("on", "pk")
    for one in rows.select_related("organisation", "example", "learned_from", "strategy__file", "file"):
        found.setdefault(one.example.slug, []).append(_follower(one))
    return found


def blocks(followers: list[Follower], form: str, heading: Block) -> Iterator[Block]:
    """Who followed it, under a heading; nothing when nobody has."""
    if followers:
        yield {**heading, "text": _("Hvem har fulgt det")}
        yield {"kind": "list", "ordered": False, "items": [_runs(one, form) for one in followers]}


def since(one: Follower, form: str) -> str:
    """ "Tatt i bruk 15. mai 2018" """
    return f"{AdoptionState(one['state']).label} {date_format(date.fromisoformat(one['on']), 'j. F Y')}"


def _follower(one: Adoption) -> Follower:
    file = one.file or (one.strategy.file if one.strategy else None)
    return {
        "who": one.organisation.body,
        "state": one.state,
        "on": one.on.isoformat(),
        "original": one.original,
        "cause": one.cause,
        "help": one.help,
        "learned_from": one.learned_from.body if one.learned_from else "",
        "strategy": _strategy(one.strategy) if one.strategy else None,
        "sha256": file.sha256 if file else "",
    }


def _strategy(one: Strategy) -> dict[str, Any]:
    day = one.adopted_on.isoformat() if one.adopted_on else ""
    return {"title": one.title, "original": one.original, "on": day, "address": one.address}


def _runs(one: Follower, form: str) -> list[Block]:
    def said(words: Any) -> str:
        return translated.said(words, form, one["original"]).strip().rstrip(".")

    told = [f": {since(one, form)}."]
    if one["cause"]:
        told.append(_("Hvorfor: {cause}.").format(cause=said(one["cause"])))
    if one["help"]:
        told.append(_("Hjelp: {help}.").format(help=said(one["help"])))
    if one["learned_from"]:
        told.append(_("Lærte av {organisation}.").format(organisation=one["learned_from"]))
    return [{"text": one["who"], "strong": True}, {"text": " ".join(told)}, *_shown_by(one, form)]


def _shown_by(one: Follower, form: str) -> Iterator[Block]:
    """The document, and the checksum it can be known by."""
    if strategy := one["strategy"]:
        title = translated.said(strategy["title"], form, strategy["original"])
        yield {"text": " "}
        yield {"text": title, "href": strategy["address"]} if strategy["address"] else {"text": title, "em": True}
        yield {"text": "."}
    if one["sha256"]:
        yield {"text": " " + _("Kontrollsum for dokumentet: {sum}.").format(sum=one["sha256"][:16])}
