"""A person corrects one participation: at once, and for every import to come. It can be taken back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.opendata.sources import Grant, cells
from vardevei.organisations.models import Organisation
from vardevei.projects import rules
from vardevei.projects.domain import linking
from vardevei.projects.enums import BY_HAND, CORRECTABLE, NOT_OURS, ORGANISATION, VALUES, Role
from vardevei.projects.models import Alias, Correction, Participation
from vardevei.projects.models.alias import fold

Verdicts = dict[str, Correction]  # field -> the correction that holds
WHO = (ORGANISATION, NOT_OURS)


@transaction.atomic
def correct(
    participation: Participation,
    *,
    field: str,
    value: str = "",
    organisation: Organisation | None = None,
    by: Person | None,
    on_behalf_of: Organisation | None = None,
    why: str,
) -> Correction:
    """Correct one field. `organisation` says who it is, `not-ours` that it is no municipality or county council."""
    rules.must_about(by, rules.CORRECT, [participation])
    _check(participation, field, organisation, why)
    understood = None if field in WHO else _understood(field, value)
    correction = Correction.objects.create(
        source=participation.source,
        key=participation.key,
        field=field,
        value="" if understood is None else str(understood),
        organisation=organisation,
        by=by,
        on_behalf_of=on_behalf_of,
        why=why.strip(),
    )
    _log("participation-corrected", _("{by_whom} rettet en opplysning om {project}."), participation, correction, by)
    if field in WHO:
        linking.set_link(participation, linking.said(organisation, "correction"))
    else:
        participation.told.setdefault(field, as_text(getattr(participation, field)))
        _set(participation, field, understood)
    _save(participation)
    return correction


@transaction.atomic
def take_back(correction: Correction, *, by: Person | None) -> Participation:
    """The correction no longer holds: the one before it does, or what the source says. Twice is as once."""
    row = Participation.objects.select_related("project").get(source=correction.source, key=correction.key)
    rules.must_about(by, rules.CORRECT, [row])
    changed = Correction.objects.standing().filter(pk=correction.pk)
    if not changed.update(taken_back_at=timezone.now(), taken_back_by=by):
        return row
    _log("correction-taken-back", _("{by_whom} tok tilbake en rettelse av {project}."), row, correction, by)
    fields = WHO if correction.field in WHO else (correction.field,)
    others = Correction.objects.standing().filter(source=row.source, key=row.key, field__in=fields)
    _restore(row, correction.field, others.order_by("on", "pk").last())
    _save(row)
    return row


def _restore(row: Participation, field: str, before: Correction | None) -> None:
    if field in WHO:
        linking.set_link(row, who_without(row) if before is None else linking.said(before.organisation, "correction"))
    elif before:
        _set(row, field, _parse(field, before.value))
    else:
        _set(row, field, _parse(field, row.told.pop(field, as_text(getattr(row, field)))))


def who_without(row: Participation) -> linking.Link:
    """Who it is when no correction says so: a verdict on the name, else the rules of linking."""
    alias = Alias.objects.filter(name=fold(row.name), country=row.country).first()
    if alias:
        return linking.said(alias.organisation_id, "alias")
    return linking.by_rules(row, linking.default_linker())


def _log(act: str, text: Any, row: Participation, correction: Correction, by: Person | None) -> None:
    place = row.organisation_id or correction.organisation_id or ""
    who = correction.on_behalf_of or by or "Vardevei"
    log.write(act, text, by=by, about=row, place=place, why=correction.why, by_whom=who, project=row.project)


def _set(participation: Participation, field: str, value: Any) -> None:
    setattr(participation, field, value)
    day = participation.signed or participation.start
    participation.year = day.year if day else None


def _save(participation: Participation) -> None:
    try:
        participation.full_clean(exclude=["project", "delivery", "organisation", "same_as"])
    except ValidationError as error:
        why = " ".join(error.messages)[:300]
        raise Problem("correction-impossible", "The correction does not fit the rest of the row.", why, "") from error
    participation.save()


def _check(row: Participation, field: str, organisation: Organisation | None, why: str) -> None:
    if field not in CORRECTABLE:
        known = ", ".join(CORRECTABLE)
        raise Problem(
            "correction-field-unknown", f"{field} cannot be corrected.", f"What can: {known}.", "Choose one of them."
        )
    if row.source == BY_HAND:
        what = "What was put in by hand is changed where it was put in."
        raise Problem("correction-by-hand", what, "It has no other source that says otherwise.", "Edit it instead.")
    if not why.strip():
        what = "A correction needs a reason."
        raise Problem("correction-unsigned", what, "Others must be able to see why.", "Fill it in.")
    if (field == ORGANISATION) != (organisation is not None):
        what = "A correction of the organisation names one; other corrections do not."
        raise Problem("correction-organisation", what, "", "Choose the municipality or county council.")


def _understood(field: str, value: str) -> Any:
    try:
        found = _parse(field, value.strip())
    except cells.Unreadable as error:
        raise Problem("correction-unreadable", error.detail, "", "Write it in another way.", value=value) from error
    if found == "" and value.strip():
        raise _unreadable(f"{value} is no {field.replace('_', ' ')}.", value)
    if field == "name" and not found:
        raise _unreadable("A participant must have a name.", value)
    return found


def _unreadable(what: str, value: str) -> Problem:
    return Problem("correction-unreadable", what, "", "Write it in another way.", value=value)


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


def as_text(value: Any) -> str:
    """A value as a correction and `told` keep it: a date as 2026-11-24, an amount as 1654500.00, nothing as ""."""
    return "" if value is None else str(value)


def holding(source: str, keys: Iterable[str] | None = None) -> dict[str, Verdicts]:
    """For each key of the source, the corrections that hold: the newest for each field, and one word on who it is."""
    found: dict[str, Verdicts] = {}
    standing = Correction.objects.standing().filter(source=source).select_related("organisation", "on_behalf_of", "by")
    chosen = standing if keys is None else standing.filter(key__in=keys)
    for correction in chosen.order_by("on", "pk"):
        verdicts = found.setdefault(correction.key, {})
        if correction.field in WHO:
            verdicts.pop(ORGANISATION, None)
            verdicts.pop(NOT_OURS, None)
        verdicts[correction.field] = correction
    return found


def of_rows(rows: Iterable[Participation]) -> dict[int, Verdicts]:
    """For each row that a person has corrected, the corrections that hold. One query for each source."""
    kept = list(rows)
    by_source = {source: [row.key for row in kept if row.source == source] for source in {row.source for row in kept}}
    held = {source: holding(source, keys) for source, keys in by_source.items()}
    return {row.pk: held[row.source][row.key] for row in kept if row.key in held[row.source]}


def corrected(grant: Grant, verdicts: Iterable[Correction]) -> Grant:
    """The grant with the values that people have corrected."""
    values: dict[str, Any] = {one.field: _parse(one.field, one.value) for one in verdicts if one.field not in WHO}
    better = replace(grant, **values) if values else grant
    if better.start and better.end and better.end < better.start:  # the source's own end of the period has moved since
        better = replace(better, start=None) if "end" in values else replace(better, end=None)
    return better


def told(grant: Grant, verdicts: Verdicts) -> dict[str, str]:
    """What the file itself says where a person has said otherwise."""
    return {field: as_text(getattr(grant, field)) for field in VALUES if field in verdicts}
