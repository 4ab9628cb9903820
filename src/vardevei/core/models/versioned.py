"""A record that two people may edit at once says which version it is, so that neither loses what she wrote."""

from django.db import models


class Versioned(models.Model):
    """`version` grows by one each time the record is saved from a form; a form sent over an older one is refused."""

    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True
