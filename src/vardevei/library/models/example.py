"""A good example: a record with its revisions. Readers see the published one, whatever goes on behind it."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.models import Person, Versioned
from vardevei.core.personal import WITH_CASE, Kept, Personal
from vardevei.library.enums import ExampleState, Model
from vardevei.organisations.models import Organisation
from vardevei.programmes.models import Programme


class ExampleQuerySet(models.QuerySet["Example"]):
    def public(self) -> Self:
        """Those that everybody can read."""
        return self.filter(state=ExampleState.PUBLISHED).select_related("published")


class Example(Versioned):
    """Something that was done somewhere and that others can learn from: proposed, reviewed, revised and confirmed."""

    slug = models.SlugField(max_length=80, unique=True, help_text="Its own name in addresses; it never changes")
    county = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Whose editor looks at it; empty: the network's only",
    )
    state = models.CharField(max_length=12, choices=ExampleState, default=ExampleState.PROPOSAL)
    published = models.ForeignKey(
        "library.Revision", on_delete=models.PROTECT, null=True, blank=True, related_name="+", help_text="What is read"
    )
    confirmed_on = models.DateField(null=True, blank=True, help_text="When the owner last said that it still holds")
    asked_on = models.DateField(null=True, blank=True, help_text="When the owner was last asked whether it holds")
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_why = models.TextField(blank=True)
    built_in = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    # These follow the published revision (before that, the latest), so that a search asks one table.
    model = models.CharField(max_length=20, choices=Model, default=Model.OTHER)
    dimensions = models.JSONField(default=list, blank=True, help_text='["mobilise"], see enums.Dimension')
    organisations = models.ManyToManyField(Organisation, blank=True, related_name="examples")
    places = models.ManyToManyField(Organisation, blank=True, related_name="examples_here")
    programmes = models.ManyToManyField(Programme, blank=True, related_name="examples")

    objects = ExampleQuerySet.as_manager()

    personal = Personal(
        {
            "by": Kept(_("Fortelle den som foreslo eksempelet, hva som blir av det."), WITH_CASE),
            "withdrawn_why": Kept(_("Vise hvorfor eksempelet er trukket tilbake; kan nevne personer."), WITH_CASE),
        },
        others=(
            "id",
            "version",
            "slug",
            "county",
            "state",
            "published",
            "confirmed_on",
            "asked_on",
            "withdrawn_on",
            "built_in",
            "made_at",
            "model",
            "dimensions",
        ),
    )

    class Meta:
        ordering = ("slug",)
        constraints = [
            models.CheckConstraint(name="example_state_is_known", condition=Q(state__in=ExampleState.values)),
            models.CheckConstraint(name="example_model_is_known", condition=Q(model__in=Model.values)),
            models.CheckConstraint(
                name="a_published_example_has_something_to_read",
                condition=~Q(state=ExampleState.PUBLISHED) | Q(published__isnull=False),
            ),
            models.CheckConstraint(
                name="a_withdrawn_example_says_when_and_why",
                condition=~Q(state=ExampleState.WITHDRAWN) | (Q(withdrawn_on__isnull=False) & ~Q(withdrawn_why="")),
            ),
        ]

    def __str__(self) -> str:
        return self.slug
