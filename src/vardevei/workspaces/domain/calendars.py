"""Calendars that programs subscribe to: a county's, for anyone; a workspace's and one's own, by a secret address."""

from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.organisations.domain import language
from vardevei.organisations.models import Organisation
from vardevei.workspaces import rules
from vardevei.workspaces.domain import attending, ical
from vardevei.workspaces.models import CalendarAddress, Event, Workspace
from vardevei.workspaces.models.calendar_address import new_secret

KEPT_FOR = timedelta(days=400)  # what is older is no longer in the feeds


def address_for(person: Person, workspace: Workspace | None = None) -> CalendarAddress:
    """Her address to the workspace's calendar, or to all she has signed up to. Made when first asked for."""
    if workspace is not None:
        rules.must(person, rules.SEE, workspace)
    return CalendarAddress.objects.get_or_create(person=person, workspace=workspace)[0]


@transaction.atomic
def renew(address: CalendarAddress, *, by: Person) -> CalendarAddress:
    """Another secret: programs that have the old one get nothing more."""
    address.secret, address.made_at = new_secret(), timezone.now()
    address.save(update_fields=["secret", "made_at"])
    renewed = gettext_lazy("{who} fikk en ny hemmelig kalenderadresse.")
    log.write("calendar-address-renewed", renewed, by=by, about=address, who=by)
    return address


def find(secret: str) -> CalendarAddress | None:
    """Whose address it is, when she still has an account here and may see what it leads to."""
    found = CalendarAddress.objects.select_related("person", "workspace__owner").filter(secret=secret).first()
    if found is None or not found.person.is_active or found.person.erased_at:
        return None
    if found.workspace is not None and not rules.may(found.person, rules.SEE, found.workspace):
        return None
    return found


def of_address(address: CalendarAddress) -> str:
    """The feed that the address leads to."""
    if address.workspace is not None:
        return _of_workspace(address.person, address.workspace)
    with override(language.form_for(address.person)):
        signed_up = attending.signed_up_to(address.person)
        return ical.feed(_recent(signed_up), _("Det jeg er påmeldt"), with_online=[event.pk for event in signed_up])


def of_county(county: Organisation) -> str:
    """What anyone may come to in the county."""
    with override(language.form_of(county)):
        open_to_all = Event.objects.for_anyone().filter(workspace__owner=county)
        return ical.feed(_recent(open_to_all), _("Arrangementer i {county}").format(county=county.name))


def _of_workspace(person: Person, workspace: Workspace) -> str:
    mine = attending.signed_up_to(person).filter(workspace=workspace)
    seen = rules.events_seen_by(person).filter(workspace=workspace)
    return ical.feed(_recent(seen), workspace.title, with_online=[event.pk for event in mine])


def _recent(events: QuerySet[Event]) -> QuerySet[Event]:
    """Cancelled ones stay: that is how a program learns of it."""
    since = timezone.now() - KEPT_FOR
    whole = events.select_related("workspace__owner", "municipality").prefetch_related("blocks")
    return whole.filter(ends_at__gte=since).order_by("starts_at", "pk")
