"""Putting the list in: everything in one transaction, through the same verbs as by hand."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import letters, log
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import contacts, language
from vardevei.organisations.imports.contact_lists import comparing, reading
from vardevei.organisations.imports.contact_lists.entries import rows
from vardevei.organisations.imports.contact_lists.plans import Item, Kind, Plan
from vardevei.organisations.models import ContactList, CountyColumns, ListedRow, Organisation


@transaction.atomic
def decide(of: ContactList, answers: dict[str, str], *, by: Person | None) -> None:
    """Keep what a person has chosen; answers to other questions stand."""
    reading.allowed(by, of.county)
    locked = ContactList.objects.select_for_update().get(pk=of.pk)
    locked.decisions = {**locked.decisions, **answers}
    locked.save(update_fields=["decisions"])


@transaction.atomic
def put_in(of: ContactList, seal: str, *, by: Person | None, welcome: bool = False) -> ContactList:
    """Do what the preview with this seal showed. A second time nothing more is done. Nobody is written to unless asked.

    Errors: something is undecided ("list-undecided"), or the contacts have changed since the preview ("list-moved").
    """
    reading.allowed(by, of.county)
    locked = ContactList.objects.select_for_update().select_related("county").get(pk=of.pk)
    if locked.put_in_at:
        return locked
    plan = comparing.plan(locked)
    _check(plan, seal)
    for item in plan.of(Kind.NEW, Kind.CHANGED):
        _carry_out(item, by)
        if welcome and item.kind is Kind.NEW:
            _welcome(item, locked.county, by)
    for missing in plan.missing:
        if missing.ends:
            contacts.end(missing.role, by=by, why=gettext("Står ikke i listen fra fylket."))
    _keep_columns(locked, plan, by)
    locked.put_in_at, locked.result = timezone.now(), plan.counts()
    locked.save(update_fields=["put_in_at", "result"])
    _write(locked, plan, by)
    return locked


def _check(plan: Plan, seal: str) -> None:
    if plan.open:
        raise Problem(
            "list-undecided",
            f"{plan.open} rows are not decided.",
            "Nothing is guessed.",
            "Choose what they mean, or that they are not used. Nothing was changed.",
            n=plan.open,
        )
    if plan.seal() != seal:
        raise Problem(
            "list-moved",
            "The contacts have changed since you looked at the list.",
            "Somebody else has changed them, or the list is chosen otherwise in another window.",
            "Look at the list again, and put it in then. Nothing was changed.",
        )


def _carry_out(item: Item, by: Person | None) -> None:
    item.role = item.role or contacts.add(item.at, item.told, by=by)
    if item.changes:
        told = {name: getattr(item.told, name) for name, _old, _new in item.changes}
        item.role.person.refresh_from_db()  # an earlier row may have changed the same person
        contacts.change(item.role, contacts.Facts(**told), by=by)
    if item.moves:
        why = gettext("Er blitt kontakt i {place}.").format(place=item.place)
        contacts.end(item.moves, by=by, why=why)


def _welcome(item: Item, county: Organisation, by: Person | None) -> None:
    assert item.role is not None
    person = item.role.person
    if person.email:
        letters.write(
            "contact-welcome",
            to=person,
            form=language.form_for(person, item.at),
            by=by,
            about=item.role,
            place=item.at.pk,
            organisation=item.at.name,
            county=county.name,
            link=f"/kommuner/{item.at.number}/",
        )


def _keep_columns(of: ContactList, plan: Plan, by: Person | None) -> None:
    """The county's own columns and the rows in their order, so that the list can be taken out as it came in."""
    CountyColumns.objects.filter(county=of.county).delete()
    kept = CountyColumns.objects.create(
        county=of.county, name=of.name, header=reading.header(of), columns=of.columns, put_in_by=by
    )
    used: dict[int, list[Item]] = {}
    for item in plan.items:
        if item.kind not in (Kind.REJECTED, Kind.SKIPPED, Kind.DOUBLE):
            used.setdefault(item.entry.line, []).append(item)
    made = [
        ListedRow(of=kept, order=order, organisation=used[line][0].place, cells=cells)
        for order, (line, cells) in enumerate(rows(of))
        if line in used
    ]
    ListedRow.objects.bulk_create(made)
    held = ListedRow.roles.through
    pairs = zip(made, (used[line] for line, _cells in rows(of) if line in used), strict=True)
    held.objects.bulk_create(
        [held(listedrow=row, role=role) for row, items in pairs for role in {item.role for item in items if item.role}]
    )


def _write(of: ContactList, plan: Plan, by: Person | None) -> None:
    counts = plan.counts()
    log.write(
        "contact-list-put-in",
        _("Listen «{name}» ble lagt inn: {new} nye, {changed} endret, {unchanged} uendret, {ends} avsluttet."),
        by=by,
        about=of,
        place=of.county_id,
        name=str(of),
        new=counts["new"],
        changed=counts["changed"],
        unchanged=counts["unchanged"],
        ends=counts["ends"],
    )


def drop(of: ContactList, *, by: Person | None) -> None:
    """Throw the preview away; nothing has come of it."""
    reading.allowed(by, of.county)
    of.delete()
