"""A municipality or county council, as long as its territory is the same. The id is the register's ("3030-2020")."""

from django.db import models

from vardevei.core.personal import NOTHING
from vardevei.opendata.places import Place, by_id
from vardevei.organisations.enums import Kind, NameLanguage
from vardevei.organisations.models.period import Period, PeriodQuerySet


class Organisation(Period):
    """A municipality or county council, as long as its territory is the same."""

    id = models.CharField(primary_key=True, max_length=12)
    kind = models.CharField(max_length=20, choices=Kind)
    name = models.CharField(max_length=100, help_text="The last Norwegian name")
    number = models.CharField(max_length=4, help_text="The last number")

    objects = PeriodQuerySet.as_manager()

    personal = NOTHING

    class Meta(Period.Meta):
        ordering = ("number", "id")
        constraints = [
            *Period.Meta.constraints,
            models.CheckConstraint(name="organisation_kind_is_known", condition=models.Q(kind__in=Kind.values)),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def body(self) -> str:
        """The authority itself, as it signs: "Trøndelag fylkeskommune", "Oslo kommune", "Bergen kommune"."""
        council = self.kind == Kind.COUNTY and self.name != "Oslo"
        return f"{self.name} {'fylkeskommune' if council else 'kommune'}"

    @property
    def place(self) -> Place:
        """The same place in the open-data library, with all that is known of it."""
        return by_id(self.id)


class Name(Period):
    """An official name for a period, in Norwegian, Sámi or Kven."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="names")
    text = models.CharField(max_length=100)
    language = models.CharField(max_length=20, choices=NameLanguage)
    order = models.PositiveSmallIntegerField(help_text="Place in the full official name")

    objects = PeriodQuerySet.as_manager()

    personal = NOTHING

    class Meta(Period.Meta):
        ordering = ("organisation", "start", "order")

    def __str__(self) -> str:
        return self.text


class Code(Period):
    """The number an organisation had for a period: 0101, then 3001, then 3101."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="codes")
    number = models.CharField(max_length=4)

    objects = PeriodQuerySet.as_manager()

    personal = NOTHING

    class Meta(Period.Meta):
        ordering = ("organisation", "start")
        constraints = [
            *Period.Meta.constraints,
            models.UniqueConstraint(
                name="one_open_number_at_a_time",
                fields=["organisation"],
                condition=models.Q(end__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.number
