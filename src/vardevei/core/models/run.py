"""One piece of long work, from the press of a button to its result."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import RunState
from vardevei.core.models.kept_file import KeptFile
from vardevei.core.models.person import Person
from vardevei.core.personal import WITH_CASE, Kept, Personal

OPEN = (RunState.WAITING, RunState.WORKING)


class RunQuerySet(models.QuerySet["Run"]):
    def open(self) -> "RunQuerySet":
        """Waiting for its turn, or going on."""
        return self.filter(state__in=OPEN)

    def at_places(self, places: list[str]) -> "RunQuerySet":
        return self.filter(place__in=places)


class Run(models.Model):
    """Long work: what was asked for, how far it has come, what came out. Only one of a kind and key is open at a time.

    `sentence` is bokmål with holes, as in the log; the names in `counts` are bokmål words.
    """

    kind = models.SlugField(max_length=60)
    key = models.CharField(max_length=200, blank=True, help_text="What must not be done twice at the same time")
    place = models.CharField(max_length=12, blank=True, help_text="Id of the municipality or county it is for")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    values = models.JSONField(default=dict, help_text="What the work was given")
    file = models.ForeignKey(KeptFile, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    back = models.CharField(max_length=300, blank=True, help_text="Address of the page it was started from")

    state = models.CharField(max_length=10, choices=RunState, default=RunState.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(null=True, blank=True, help_text="Of how many, when that is known")
    sentence = models.TextField(blank=True)
    sentence_values = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    result = models.ForeignKey(KeptFile, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    asked_at = models.DateTimeField(default=timezone.now)
    queued_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    stop_asked_at = models.DateTimeField(null=True, blank=True)
    heartbeat = models.DateTimeField(null=True, blank=True)
    worker = models.CharField(max_length=120, blank=True, help_text="The process that has it, see core/alive.py")
    tries = models.PositiveSmallIntegerField(default=0)

    objects = RunQuerySet.as_manager()

    personal = Personal(
        {
            "by": Kept(_("Vise hvem som satte i gang arbeidet."), WITH_CASE),
            "values": Kept(_("Vite hva det ble bedt om, ved nøkkel og ikke ved navn."), WITH_CASE),
            "sentence_values": Kept(_("Vise hvor langt arbeidet er kommet."), WITH_CASE),
            "problems": Kept(_("Vise hva som ikke gikk."), WITH_CASE),
        },
        others=(
            *("id", "kind", "key", "place", "file", "back", "state", "done", "total", "sentence", "counts", "result"),
            *("asked_at", "queued_at", "started_at", "finished_at", "stop_asked_at", "heartbeat", "worker", "tries"),
        ),
    )

    class Meta:
        ordering = ("-asked_at", "-pk")
        indexes = [models.Index(fields=["place", "asked_at"]), models.Index(fields=["state"])]
        constraints = [
            models.UniqueConstraint(name="one_open_run", fields=["kind", "key"], condition=Q(state__in=OPEN)),
            models.CheckConstraint(name="run_state_is_known", condition=Q(state__in=RunState.values)),
            models.CheckConstraint(
                name="a_run_that_is_over_says_when",
                condition=Q(state__in=OPEN, finished_at__isnull=True)
                | (~Q(state__in=OPEN) & Q(finished_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="no_more_steps_than_there_are", condition=Q(total__isnull=True) | Q(done__lte=F("total"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}".strip()

    @property
    def is_open(self) -> bool:
        return self.state in OPEN
