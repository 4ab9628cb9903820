"""Work that the queue does for this room."""

from tempfile import TemporaryFile

from django.utils.translation import gettext_lazy as _
from django_tasks import task

from vardevei.core.domain import files, works
from vardevei.core.domain.working import Track
from vardevei.core.models import KeptFile, Person
from vardevei.figures.domain import mart, sheets
from vardevei.projects.imports import uploads
from vardevei.projects.models import Upload

LARGEST = 200 * files.MEGABYTE  # 357 sheets are 16


@task()
def build_mart() -> str:
    """After an import or a correction: the figures follow the database. Harmless to run twice."""
    return mart.build().build


@works.work("sheets", title=_("Ark til ordførerne"))
def make_sheets(track: Track) -> KeptFile:
    """An archive with the sheets of a county, or of all municipalities when `county` is empty."""
    asked = track.values
    them = sheets.of_county(asked["county"])
    wish = sheets.Wish(ring=Person.objects.filter(pk=asked["ring"]).first(), step=asked["step"])
    with TemporaryFile() as file:
        for number, place in enumerate(sheets.zipped(them, file, form=asked["form"], wish=wish), 1):
            track.step(_("Laget arket for {place}."), done=number, of=len(them), place=place.name())
        file.seek(0)
        name = f"ark-{asked['county'] or 'alle'}.zip"
        return files.keep(file, name, by=track.run.by, kinds=files.ANYTHING, limit=LARGEST)


@works.work("source-upload", title=_("En kildefil tas i bruk"))
def take_into_use(track: Track) -> None:
    """The plan that was shown, and then the figures. Begun again, it finds done what was done."""
    upload = Upload.objects.get(pk=track.values["upload"])
    track.step(_("Leser filen og sammenligner på nytt."), done=0, of=2)
    uploads.take_into_use(upload, by=track.run.by, accept_gone=bool(track.values.get("accept_gone")))
    track.step(_("Regner ut tallene."), done=1)
    mart.build()
    track.step(_("Filen er tatt i bruk, og tallene er med."), done=2)
