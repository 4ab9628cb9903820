"""Work that the queue and the clock do for this room."""

from tempfile import TemporaryFile

from django.utils.translation import gettext_lazy as _
from django_tasks import task

from vardevei.core.domain import files, works
from vardevei.core.domain.working import Track
from vardevei.core.models import KeptFile
from vardevei.workspaces.domain import followup_letters, notices, sign_up_clock, survey_sending, surveys, taking_out
from vardevei.workspaces.models import Workspace

LARGEST = 2000 * files.MEGABYTE


@task()
def remind() -> None:
    """Each morning: write to those whose follow-up is due soon or overdue."""
    followup_letters.remind()


@task()
def close_surveys() -> None:
    """Each night: surveys whose last day is over take no more answers."""
    surveys.close_those_over()


@task()
def remind_of_surveys() -> None:
    """Each morning: the reminders that were planned for the day."""
    survey_sending.remind_due()


def places() -> None:
    """Every few minutes: offered places that were not answered in time go to the next in line."""
    sign_up_clock.follow_events()
    sign_up_clock.pass_on_all()


def reminders() -> None:
    """Every few minutes: those who come to something near are reminded, each once."""
    sign_up_clock.remind_all()


@works.work("workspace-whole", title=_("Et arbeidsrom tas ut"))
def take_out(track: Track) -> KeptFile:
    """One archive with everything in a workspace, for the one who asked for it alone."""
    by = track.run.by
    assert by is not None  # a person asks for it, on the page of the workspace
    workspace = Workspace.objects.get(pk=track.values["workspace"])
    track.step(_("Samler det som er i arbeidsrommet."))
    with TemporaryFile() as file:
        for done, of in taking_out.write(workspace, file, form=track.values["form"], by=by):
            track.step(done=done, of=of)
        file.seek(0)
        return files.keep(file, f"arbeidsrom-{workspace.pk}.zip", by=by, kinds=files.ANYTHING, limit=LARGEST)


@task()
def tell_of_talk() -> None:
    """Each morning: one letter to each who has something to hear."""
    notices.tell_daily()
