"""What people say to each other in a workspace."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person, Versioned
from vardevei.core.personal import DIALOGUE, IN_USE, SHORT, WITH_CASE, Gone, Kept, Personal
from vardevei.workspaces.enums import NoticeChoice
from vardevei.workspaces.models.workspace import Workspace


class Thread(models.Model):
    """One conversation: on the whole workspace, or on one thing in it, which has one only."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="threads")
    about = models.CharField(max_length=80, blank=True, help_text='What it is about: "workspaces.meeting:4"')
    title = models.CharField(max_length=200)
    begun_at = models.DateTimeField(default=timezone.now)
    latest_at = models.DateTimeField(default=timezone.now, help_text="When somebody last wrote in it")
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    personal = Personal(
        {
            "title": Kept(_("Vise hva samtalen handler om."), WITH_CASE),
            "by": Kept(_("Vise hvem som begynte samtalen."), WITH_CASE),
        },
        others=("id", "workspace", "about", "begun_at", "latest_at"),
    )

    class Meta:
        ordering = ("-latest_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                name="one_thread_about_a_thing", fields=["workspace", "about"], condition=~Q(about="")
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Contribution(Versioned):
    """What one person wrote. One that is withdrawn leaves a mark, and no words."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="contributions")
    answers = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    text = models.TextField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    edited_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    personal = Personal(
        {
            "text": Kept(_("La dem som er med, lese hva som ble sagt."), DIALOGUE),
            "by": Kept(_("Vise hvem som skrev."), WITH_CASE),
            "withdrawn_by": Kept(_("Vise hvem som trakk innlegget."), WITH_CASE),
        },
        others=("id", "version", "thread", "answers", "at", "edited_at", "withdrawn_at"),
        since="at",
    )

    class Meta:
        ordering = ("at", "pk")
        constraints = [
            models.CheckConstraint(
                name="a_withdrawn_contribution_has_no_words", condition=Q(withdrawn_at__isnull=True) | Q(text="")
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class EarlierText(models.Model):
    """What stood in a contribution before it was changed."""

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="earlier")
    text = models.TextField(blank=True)
    until = models.DateTimeField(default=timezone.now)

    personal = Personal(
        {"text": Kept(_("Vise hva som stod før innlegget ble endret."), DIALOGUE)},
        others=("id", "contribution", "until"),
        since="until",
        gone=Gone.DELETED,
    )

    class Meta:
        ordering = ("-until", "-pk")

    def __str__(self) -> str:
        return self.text[:60]


class Mention(models.Model):
    """Somebody whom a contribution is meant for in particular; read when the page with it has been opened."""

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="mentions")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)

    personal = Personal(
        {
            "person": Kept(_("Si fra til den som et innlegg er ment for."), DIALOGUE),
            "read_at": Kept(_("Vite om det er lest."), DIALOGUE),
        },
        others=("id", "contribution", "at"),
        since="at",
        gone=Gone.DELETED,
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_person_is_mentioned_once", fields=["contribution", "person"]),
        ]

    def __str__(self) -> str:
        return str(self.person)


class Notices(models.Model):
    """When one person wants to hear of what is said in one workspace. Without a row it is once a day."""

    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    choice = models.CharField(max_length=10, choices=NoticeChoice, default=NoticeChoice.DAILY)
    key = models.UUIDField(default=uuid4, unique=True, editable=False, help_text="Opens the page that stops them")

    personal = Personal(
        {
            "person": Kept(_("Vite hvem som vil ha varsler."), IN_USE),
            "choice": Kept(_("Vite når personen vil ha varsler."), IN_USE),
            "key": Kept(_("La personen stoppe varsler uten å logge inn."), IN_USE, secret=True),
        },
        others=("id", "workspace"),
        gone=Gone.DELETED,
    )

    class Meta:
        verbose_name_plural = "notices"
        constraints = [
            models.UniqueConstraint(name="one_choice_of_notices", fields=["workspace", "person"]),
            models.CheckConstraint(name="notice_choice_is_known", condition=Q(choice__in=NoticeChoice.values)),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_choice_display()}"


class Untold(models.Model):
    """A contribution that waits for one person's daily letter; gone when the letter is written."""

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    personal = Personal(
        {"person": Kept(_("Si fra én gang om dagen."), SHORT)},
        others=("id", "contribution", "at"),
        since="at",
        gone=Gone.DELETED,
    )

    class Meta:
        verbose_name_plural = "untold"
        constraints = [models.UniqueConstraint(name="told_once", fields=["contribution", "person"])]

    def __str__(self) -> str:
        return str(self.person)
