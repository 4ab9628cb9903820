"""One organisation's part in one project, as a source says it, and which municipality or county council it is."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from vardevei.core.models import Delivery
from vardevei.core.personal import NOTHING
from vardevei.organisations.models import Organisation
from vardevei.projects.enums import OURS, LinkState, Relation, Role
from vardevei.projects.models.project import Project


class ParticipationQuerySet(models.QuerySet):
    def standing(self) -> Self:
        """Still in the newest edition of its source."""
        return self.filter(gone_at__isnull=True)

    def once(self) -> Self:
        """Each part once, also when several sources tell of it."""
        return self.filter(same_as__isnull=True)

    def placed(self) -> Self:
        """By a municipality or county council itself, and we know which."""
        return self.filter(link_state=LinkState.PLACED, link_relation__in=OURS)

    def counted(self) -> Self:
        """What figures count: standing, once, and by a municipality or county council that we know."""
        return self.standing().once().placed()

    def doubtful(self) -> Self:
        """Waits for a person to say who it is."""
        return self.standing().filter(link_state=LinkState.DOUBTFUL)

    def of(self, organisation: Organisation) -> Self:
        return self.filter(organisation=organisation)

    def in_family(self, code: str) -> Self:
        return self.filter(project__family=code)

    def between(self, first: int, last: int) -> Self:
        """Signed (or begun) in these years, both included."""
        return self.filter(year__gte=first, year__lte=last)


class Participation(models.Model):
    """One organisation's part in one project. Never deleted: what a source no longer has gets `gone_at`."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="participations")
    source = models.CharField(max_length=50)
    key = models.CharField(max_length=300, help_text="The same in every edition of the source")
    delivery = models.ForeignKey(Delivery, on_delete=models.PROTECT, related_name="+")
    name = models.TextField(help_text="As printed in the source")
    organisation_number = models.CharField(max_length=9, blank=True)
    country = models.CharField(max_length=2)
    role = models.CharField(max_length=30, choices=Role, blank=True)
    signed = models.DateField(null=True, blank=True)
    start = models.DateField(null=True, blank=True)
    end = models.DateField(null=True, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Of signature, else of start")
    amount = models.DecimalField(max_digits=15, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, default="EUR")
    address_municipality = models.CharField(max_length=4, blank=True, help_text="In the borders the source uses")
    nuts = models.TextField(blank=True)
    post_code = models.CharField(max_length=10, blank=True)
    town = models.TextField(blank=True)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    link_state = models.CharField(max_length=10, choices=LinkState)
    link_relation = models.CharField(max_length=10, choices=Relation, default=Relation.NONE)
    link_rule = models.CharField(max_length=60, blank=True)
    link_score = models.FloatField(default=0)
    link_candidates = models.JSONField(default=list, blank=True)
    told = models.JSONField(
        default=dict, blank=True, help_text="What the source says in the fields that a person has corrected, as text"
    )
    gone_at = models.DateTimeField(null=True, blank=True)
    same_as = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="also")

    objects = ParticipationQuerySet.as_manager()

    personal = NOTHING

    class Meta:
        ordering = ("-year", "project", "key")
        indexes = [models.Index(fields=["organisation", "year"]), models.Index(fields=["link_state"])]
        constraints = [
            models.UniqueConstraint(name="one_participation_for_each_key", fields=["source", "key"]),
            models.CheckConstraint(
                name="a_placed_one_has_its_place", condition=Q(organisation__isnull=False) | ~Q(link_state="placed")
            ),
            models.CheckConstraint(
                name="a_doubtful_one_has_no_place", condition=Q(organisation__isnull=True) | ~Q(link_state="doubtful")
            ),
            models.CheckConstraint(name="link_state_is_known", condition=Q(link_state__in=LinkState.values)),
            models.CheckConstraint(
                name="an_amount_is_not_negative", condition=Q(amount__isnull=True) | Q(amount__gte=0)
            ),
            models.CheckConstraint(
                name="participation_ends_after_it_starts",
                condition=Q(start__isnull=True) | Q(end__isnull=True) | Q(end__gte=F("start")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} in {self.project}"
