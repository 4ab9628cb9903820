"""Who is asked: put on the list from contacts, members, an event or addresses; and what is known of each."""

import re
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, people
from vardevei.core.models import Person
from vardevei.opendata import places
from vardevei.opendata.problem import Problem
from vardevei.organisations import permission
from vardevei.organisations.domain import receivers
from vardevei.organisations.models import Organisation, Role
from vardevei.workspaces import rules
from vardevei.workspaces.domain import survey_counties
from vardevei.workspaces.enums import AskedAs, MemberState, NotAsked
from vardevei.workspaces.models import Member, Respondent, SignUp, Survey

ADDRESS = re.compile(r"[^\s,;<>\"]+@[^\s,;<>\"]+\.[^\s,;<>\".]+")
MOST_ADDRESSES = 500


@transaction.atomic
def add_contacts(survey: Survey, county: Organisation, chosen: Iterable[str] = (), *, by: Person) -> int:
    """The contacts of the chosen municipalities, or of all in the county; one without a contact stands on the list too,
    so that it is seen. How many came to."""
    _must(survey, county, by)
    here = receivers.ids_of(county)
    ids = [one for one in here if one in set(chosen)] if chosen else here
    contacts = Role.objects.now().contacts().filter(organisation__in=ids).select_related("person").order_by("pk")
    found: dict[str, list[Person | None]] = {one: [] for one in ids}
    for role in contacts:
        found[str(role.organisation_id)].append(role.person)
    with_contact = [one for one in ids if found[one]]
    survey.respondents.waiting().filter(person__isnull=True, organisation__in=with_contact).delete()
    rows = [(person, place) for place in ids for person in found[place] or [None]]
    return _add(survey, rows, AskedAs.CONTACT, county, by)


@transaction.atomic
def add_members(survey: Survey, *, by: Person) -> int:
    """Those who are in the room, by name or through where they work."""
    rules.must(by, rules.RUN, survey.workspace)
    rows: list[tuple[Person | None, str | None]] = []
    members = Member.objects.filter(workspace=survey.workspace, state=MemberState.IN).select_related("person")
    for member in members.order_by("pk"):
        if member.person:
            rows.append((member.person, member.organisation_id))
        elif not member.named and member.organisation_id:
            there = Role.objects.now().contacts().filter(organisation=member.organisation_id)
            rows += [(role.person, member.organisation_id) for role in there.select_related("person").order_by("pk")]
    return _add(survey, rows, AskedAs.MEMBER, None, by)


@transaction.atomic
def add_those_who_came(survey: Survey, *, by: Person) -> int:
    """Those who were at the event that the survey is about: not those who only signed up."""
    rules.must(by, rules.RUN, survey.workspace)
    if survey.event is None:
        return 0
    came = SignUp.objects.filter(event=survey.event, person__isnull=False).came().select_related("person")
    rows: list[tuple[Person | None, str | None]] = [(one.person, one.organisation_id) for one in came.order_by("pk")]
    return _add(survey, rows, AskedAs.CAME, None, by)


@transaction.atomic
def add_addresses(survey: Survey, text: str, county: Organisation, *, by: Person) -> int:
    """Everybody whose address stands in the text, however it was pasted."""
    _must(survey, county, by)
    addresses = list(dict.fromkeys(one.lower().rstrip(".") for one in ADDRESS.findall(text)))
    if not addresses or len(addresses) > MOST_ADDRESSES:
        raise Problem(
            "survey-addresses",
            "There are no addresses in the text, or too many.",
            f"It takes between one and {MOST_ADDRESSES}.",
            "Paste the addresses, one on each line.",
            most=MOST_ADDRESSES,
        )
    rows: list[tuple[Person | None, str | None]] = [(people.find_or_make(one), None) for one in addresses]
    return _add(survey, rows, AskedAs.ADDRESS, county, by)


@transaction.atomic
def remove(respondent: Respondent, *, by: Person) -> None:
    """Take somebody off the list before a letter has gone; afterwards she has her link."""
    asks_for = {county.pk for county in survey_counties.asks_for(by, respondent.survey)}
    if respondent.county_id not in asks_for:
        rules.must(by, rules.RUN, respondent.survey.workspace)
    Respondent.objects.waiting().filter(pk=respondent.pk).delete()


@transaction.atomic
def clear(survey: Survey, *, by: Person) -> None:
    """Take all who are not written to off the list: those that the person may see."""
    seen = survey_counties.seen_by(by, survey)
    if not survey_counties.asks_for(by, survey):
        rules.must(by, rules.RUN, survey.workspace)
    survey_counties.of(survey.respondents.waiting(), seen).delete()


def not_asked(respondent: Respondent) -> str:
    """Why no letter goes to this one; nothing when one does."""
    person = respondent.person
    if respondent.invited_at:
        return NotAsked.ASKED
    if person is None:
        return NotAsked.VACANT
    if not person.written_to():
        return NotAsked.NO_ADDRESS
    return NotAsked.BOUNCED if person.bounced_at else ""


def opened(respondent: Respondent) -> None:
    """The link was opened: known of named ones only."""
    if not respondent.anonymous and respondent.opened_at is None:
        respondent.opened_at = timezone.now()
        respondent.save(update_fields=["opened_at"])


def answered(respondent: Respondent) -> None:
    """The answers are handed in. Of an anonymous one only that they are, and not when."""
    respondent.answered = True
    if not respondent.anonymous and respondent.answered_at is None:
        respondent.answered_at = timezone.now()
    respondent.save(update_fields=["answered", "answered_at"])


def _add(
    survey: Survey,
    rows: Iterable[tuple[Person | None, str | None]],
    asked_as: AskedAs,
    county: Organisation | None,
    by: Person,
) -> int:
    there: set[tuple[int | None, str | None]] = set(
        survey.respondents.filter(invited_at__isnull=True).values_list("person", "organisation")
    )
    there |= set(survey.respondents.filter(person__isnull=False).values_list("person", "organisation"))
    made = []
    for person, place in rows:
        one = (person.pk if person else None, place)
        if one in there:
            continue
        there.add(one)
        made.append(
            Respondent(
                survey=survey,
                anonymous=survey.anonymous,
                person=person,
                organisation_id=place,
                county_id=_county(place) or (county.pk if county else None),
                asked_as=asked_as,
                added_by=by,
            )
        )
    Respondent.objects.bulk_create(made)
    if made:
        _log(survey, len(made), by)
    return len(made)


def _county(place: str | None) -> str | None:
    """The county a municipality lies in today; a county is its own."""
    if not place:
        return None
    if places.by_id(place).kind == "county":
        return place
    return next(iter(sorted(permission.counties_of(place))), None)


def _must(survey: Survey, county: Organisation, by: Person) -> None:
    if county not in survey_counties.asks_for(by, survey):
        rules.must(by, rules.RUN, survey.workspace)
        permission.must(by, rules.BEGIN, county)
        raise Problem(
            "survey-not-that-county",
            f"{county.name} does not take part in the survey.",
            "Each county asks its own municipalities.",
            "Let the county take part first.",
            county=county.name,
        )


def _log(survey: Survey, n: int, by: Person) -> None:
    log.write(
        "survey-respondents",
        _("{n} mottakere ble lagt til i undersøkelsen «{title}»."),
        by=by,
        about=survey,
        place=survey.workspace.owner_id,
        n=n,
        title=str(survey),
    )
