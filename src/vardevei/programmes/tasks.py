"""What the clock does for this room."""

from django.conf import settings

from vardevei.programmes.imports.calls import fetching


def update_calls() -> None:
    """Take in the calls of today, where the settings say that there is a network to do it over."""
    if settings.VARDEVEI["calls"]:
        fetching.update()
