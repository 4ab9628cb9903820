"""Beginning, changing and closing a workspace."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, versioned
from vardevei.core.models import Person
from vardevei.organisations import permission
from vardevei.organisations.models import Organisation
from vardevei.workspaces import rules
from vardevei.workspaces.domain import asking
from vardevei.workspaces.enums import MemberState, Part, Visibility
from vardevei.workspaces.models import Member, Workspace


@transaction.atomic
def begin(
    owner: Organisation,
    *,
    title: str,
    purpose: str = "",
    visibility: Visibility | str = Visibility.MEMBERS,
    by: Person,
) -> Workspace:
    """A new workspace for the county; whoever begins it leads it."""
    permission.must(by, rules.BEGIN, owner)
    workspace = Workspace.objects.create(owner=owner, title=title, purpose=purpose, visibility=visibility, by=by)
    _lead(workspace, by)
    log.write(
        "workspace-begun",
        _("Arbeidsrommet «{title}» ble opprettet."),
        by=by,
        about=workspace,
        place=owner.pk,
        title=title,
    )
    return workspace


@transaction.atomic
def begin_alone(owner: Organisation, *, title: str, by: Person) -> Workspace:
    """One for a single event, survey or meeting: nobody has to think of a room. The tool's own verb writes the log."""
    permission.must(by, rules.BEGIN, owner)
    workspace = Workspace.objects.create(owner=owner, title=title, alone=True, by=by)
    _lead(workspace, by)
    return workspace


def _lead(workspace: Workspace, person: Person) -> None:
    Member.objects.create(
        workspace=workspace,
        person=person,
        named=True,
        part=Part.LEAD,
        state=MemberState.IN,
        added_by=person,
        answered_at=timezone.now(),
    )


@transaction.atomic
def change(
    workspace: Workspace,
    *,
    title: str,
    purpose: str,
    visibility: Visibility | str,
    by: Person,
    version: int | None = None,
) -> Workspace:
    """Call it something else, say more of what it is for, or let others see it. A single event's becomes a room."""
    rules.must(by, rules.RUN, workspace)
    seen = workspace.visibility
    workspace.title, workspace.purpose, workspace.visibility, workspace.alone = title, purpose, visibility, False
    versioned.save(workspace, ["title", "purpose", "visibility", "alone"], version)
    log.write(
        "workspace-changed",
        _("Arbeidsrommet «{title}» ble endret.")
        if seen == visibility
        else _("Arbeidsrommet «{title}» ble endret. Hvem som ser det: {visibility}."),
        by=by,
        about=workspace,
        place=workspace.owner_id,
        title=title,
        visibility=Visibility(visibility).label,
    )
    return workspace


@transaction.atomic
def archive(workspace: Workspace, *, by: Person) -> Workspace:
    """From now on it can be read and not changed, and who was asked and has not answered cannot say yes any more.
    Archiving twice changes nothing."""
    rules.must(by, rules.CLOSE, workspace)
    if not workspace.archived:
        workspace.archived_at, workspace.archived_by = timezone.now(), by
        _save(workspace)
        for asked in workspace.members.asked():
            asking.close(asked)
        _log("workspace-archived", _("Arbeidsrommet «{title}» ble arkivert."), workspace, by)
    return workspace


@transaction.atomic
def unarchive(workspace: Workspace, *, by: Person) -> Workspace:
    """Open it again."""
    rules.must(by, rules.CLOSE, workspace)
    if workspace.archived:
        workspace.archived_at = workspace.archived_by = None
        _save(workspace)
        _log("workspace-unarchived", _("Arbeidsrommet «{title}» ble åpnet igjen."), workspace, by)
    return workspace


def _save(workspace: Workspace) -> None:
    versioned.save(workspace, ["archived_at", "archived_by"])


def _log(act: str, text: object, workspace: Workspace, by: Person) -> None:
    log.write(act, text, by=by, about=workspace, place=workspace.owner_id, title=workspace.title)  # type: ignore[arg-type]
