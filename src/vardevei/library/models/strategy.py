"""A strategy or a resolution: who adopted what, when, and the document itself."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.enums import LanguageForm
from vardevei.core.models import KeptFile, Person, Versioned
from vardevei.core.personal import WITH_CASE, Kept, Personal
from vardevei.library.enums import StrategyKind
from vardevei.library.models.example import Example
from vardevei.organisations.models import Organisation
from vardevei.programmes.models import Programme


class StrategyQuerySet(models.QuerySet["Strategy"]):
    def standing(self) -> Self:
        """Those that nobody has taken back."""
        return self.filter(withdrawn_at__isnull=True)

    def valid_on(self, day: date) -> Self:
        """Adopted by the day, as far as is known, and not run out."""
        begun = Q(adopted_on__isnull=True) | Q(adopted_on__lte=day)
        return self.filter(begun, Q(valid_until__isnull=True) | Q(valid_until__gte=day))


class Strategy(Versioned):
    """A strategy or a resolution that a municipality or a county has adopted."""

    kind = models.CharField(max_length=14, choices=StrategyKind)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="strategies")
    title = models.JSONField(help_text="Words, see core/translated.py")
    about = models.JSONField(default=dict, blank=True, help_text="Words: what it says, in short")
    original = models.CharField(max_length=2, choices=LanguageForm, default=LanguageForm.BOKMAL)
    adopted_on = models.DateField(null=True, blank=True, help_text="Empty: the source does not say")
    adopted_by = models.CharField(max_length=120, blank=True, help_text='"Kommunestyret"')
    case_number = models.CharField(max_length=40, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    address = models.URLField(max_length=500, blank=True, help_text="Where it lay when it was registered")
    file = models.ForeignKey(
        KeptFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="Empty: not kept"
    )
    themes = models.JSONField(default=list, blank=True, help_text='["climate"], see enums.Theme')
    inspired_by = models.ManyToManyField(Example, blank=True, related_name="inspired")
    inspired_by_organisations = models.ManyToManyField(Organisation, blank=True, related_name="inspired")
    programmes = models.ManyToManyField(Programme, blank=True, related_name="strategies")
    source = models.JSONField(default=dict, blank=True, help_text="Words: where this comes from, when not from itself")
    built_in = models.CharField(max_length=40, blank=True, help_text="Its name among those that come with the program")
    made_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    reminded_of = models.DateField(null=True, blank=True, help_text="The last day that was reminded of")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.CharField(max_length=300, blank=True)

    objects = StrategyQuerySet.as_manager()

    personal = Personal(
        {
            "by": Kept(_("Vise hvem som registrerte strategien."), WITH_CASE),
            "withdrawn_why": Kept(_("Vise hvorfor strategien er tatt bort; kan nevne personer."), WITH_CASE),
        },
        others=(
            "id",
            "version",
            "kind",
            "organisation",
            "title",
            "about",
            "original",
            "adopted_on",
            "adopted_by",
            "case_number",
            "valid_until",
            "address",
            "file",
            "themes",
            "source",
            "built_in",
            "made_at",
            "reminded_of",
            "withdrawn_at",
        ),
    )

    class Meta:
        ordering = ("organisation__name", "-adopted_on", "pk")
        constraints = [
            models.CheckConstraint(name="strategy_kind_is_known", condition=Q(kind__in=StrategyKind.values)),
            models.CheckConstraint(
                name="a_strategy_ends_after_it_begins",
                condition=Q(valid_until__isnull=True)
                | Q(adopted_on__isnull=True)
                | Q(valid_until__gte=F("adopted_on")),
            ),
            models.CheckConstraint(
                name="a_withdrawn_strategy_says_why",
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_why=""),
            ),
            models.UniqueConstraint(
                name="a_built_in_strategy_is_there_once", fields=["built_in"], condition=~Q(built_in="")
            ),
        ]

    def __str__(self) -> str:
        return str(self.title.get(self.original, ""))
