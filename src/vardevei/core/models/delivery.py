"""One file that came in: where it came from, under which licence, and exactly which bytes it was."""

from django.db import models

from vardevei.core.personal import NOTHING


class Delivery(models.Model):
    """Imported rows point to their delivery, so that every number on a page can be followed back to a file."""

    source = models.SlugField(help_text="Name of the source, as in docs/sources.md")
    title = models.CharField(max_length=200)
    address = models.URLField(max_length=500, blank=True, help_text="Where the file is published")
    file_name = models.CharField(max_length=255)
    licence = models.CharField(max_length=200)
    publisher = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(help_text="Bytes")
    data_as_of = models.DateField(null=True, blank=True, help_text="The day the publisher says the data describe")
    received_at = models.DateTimeField(auto_now_add=True)

    personal = NOTHING

    class Meta:
        ordering = ("-received_at", "-pk")
        constraints = [
            models.CheckConstraint(
                name="delivery_sha256_is_whole", condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.file_name})"
