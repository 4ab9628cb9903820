"""Two sources may tell of one and the same participation. A person says whether they do."""

from django.db import models
from django.db.models import F, Q

from vardevei.core.personal import Personal
from vardevei.projects.models.participation import Participation
from vardevei.projects.models.signed import SIGNED, Signed


class Double(Signed):
    """A person's word on two participations: the same one told twice, or two. It wins over what imports find."""

    first = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="+", help_text="The older row")
    second = models.ForeignKey(Participation, on_delete=models.CASCADE, related_name="+")
    same = models.BooleanField()

    personal = Personal(SIGNED, others=("id", "first", "second", "same", "on_behalf_of", "on"))

    class Meta:
        ordering = ("-on", "-pk")
        constraints = [
            models.UniqueConstraint(name="one_word_on_each_pair", fields=["first", "second"]),
            models.CheckConstraint(name="a_pair_has_its_older_row_first", condition=Q(first__lt=F("second"))),
        ]

    def __str__(self) -> str:
        return f"{self.first} {'=' if self.same else '≠'} {self.second}"
