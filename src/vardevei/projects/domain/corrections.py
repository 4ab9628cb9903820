"""A person corrects one participation: at once, and for every import to come."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import Grant, cells
from vardevei.organisations.models import Organisation
from vardevei.projects.enums import CORRECTABLE, NOT_OURS, ORGANISATION, LinkState, Relation, Role
from vardevei.projects.models import Correction, Participation

Verdicts = dict[str, Correction]  # field -> the correction that holds


@transaction.atomic
def correct(
    participation: Participation,
    *,
    field: str,
    value: str = "",
    organisation: Organisation | None = None,
    by: str,
    why: str,
) -> Correction:
    """Correct one field. `organisation` says who it is, `not-ours` that it is no municipality or county council."""
    _check(field, organisation, by, why)
    understood = None if field in (ORGANISATION, NOT_OURS) else _understood(field, value)
    correction = Correction.objects.create(
        source=participation.source,
        key=participation.key,
        field=field,
        value="" if understood is None else str(understood),
        organisation=organisation,
        by=by.strip(),
        why=why.strip(),
    )
    if field in (ORGANISATION, NOT_OURS):
        settle_link(participation, organisation, rule="correction")
    else:
        setattr(participation, field, understood)
        participation.year = (
            (participation.signed or participation.start or date.min).year if _dated(participation) else None
        )
    _save(participation)
    return correction


def _save(participation: Participation) -> None:
    try:
        participation.full_clean(exclude=["project", "delivery", "organisation", "same_as"])
    except ValidationError as error:
        why = " ".join(error.messages)[:300]
        raise Problem("correction-impossible", "The correction does not fit the rest of the row.", why, "") from error
    participation.save()


def _dated(participation: Participation) -> bool:
    return bool(participation.signed or participation.start)


def _check(field: str, organisation: Organisation | None, by: str, why: str) -> None:
    if field not in CORRECTABLE:
        known = ", ".join(CORRECTABLE)
        raise Problem(
            "correction-field-unknown", f"{field} cannot be corrected.", f"What can: {known}.", "Choose one of them."
        )
    if not by.strip() or not why.strip():
        what = "A correction needs a name and a reason."
        raise Problem("correction-unsigned", what, "Others must be able to see who and why.", "Fill in both.")
    if (field == ORGANISATION) != (organisation is not None):
        what = "A correction of the organisation names one; other corrections do not."
        raise Problem("correction-organisation", what, "", "Choose the municipality or county council.")


def _understood(field: str, value: str) -> Any:
    try:
        found = _parse(field, value.strip())
    except cells.Unreadable as error:
        raise Problem("correction-unreadable", error.detail, "", "Write it in another way.") from error
    if found == "" and value.strip():
        raise Problem(
            "correction-unreadable", f"{value} is no {field.replace('_', ' ')}.", "", "Write it in another way."
        )
    if field == "name" and not found:
        raise Problem("correction-unreadable", "A participant must have a name.", "", "Write the name.")
    return found


def _parse(field: str, value: str) -> str | date | Decimal | None:
    if field in ("signed", "start", "end"):
        return cells.day(value, field)
    if field == "amount":
        return cells.amount(value, field)
    if field == "organisation_number":
        return cells.organisation_number(value)
    if field == "address_municipality":
        return cells.padded(value)
    if field == "role":
        return value if value in Role.values else cells.role(value)
    return cells.text(cells.checked(value, field))


def settle_link(participation: Participation, organisation: Organisation | None, *, rule: str) -> None:
    """Who it is, as a person has said. Does not save."""
    participation.organisation = organisation
    participation.link_state = LinkState.PLACED if organisation else LinkState.NOT_OURS
    participation.link_relation = Relation.SELF if organisation else Relation.NONE
    participation.link_rule, participation.link_score, participation.link_candidates = rule, 1.0, []


def holding(source: str) -> dict[str, Verdicts]:
    """For each key of the source, the corrections that hold: the newest for each field, and one word on who it is."""
    found: dict[str, Verdicts] = {}
    for correction in Correction.objects.filter(source=source).order_by("on", "pk"):
        verdicts = found.setdefault(correction.key, {})
        if correction.field in (ORGANISATION, NOT_OURS):
            verdicts.pop(ORGANISATION, None)
            verdicts.pop(NOT_OURS, None)
        verdicts[correction.field] = correction
    return found


def corrected(grant: Grant, verdicts: Iterable[Correction]) -> Grant:
    """The grant with the values that people have corrected."""
    values: dict[str, Any] = {
        one.field: _parse(one.field, one.value) for one in verdicts if one.field not in (ORGANISATION, NOT_OURS)
    }
    better = replace(grant, **values) if values else grant
    if better.start and better.end and better.end < better.start:  # the source's own end of the period has moved since
        better = replace(better, start=None) if "end" in values else replace(better, end=None)
    return better
