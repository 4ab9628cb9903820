"""The portal's calls of today, taken in at once: what the clock does each night."""

from pathlib import Path

from django.conf import settings

from vardevei.opendata.sources import eu_portal_asking
from vardevei.opendata.sources.calling import EU_PORTAL
from vardevei.opendata.sources.eu_portal_asking import USUAL, Patience
from vardevei.programmes.imports.calls.applying import apply
from vardevei.programmes.imports.calls.planning import plan
from vardevei.programmes.models import Intake


def fetch(address: str = EU_PORTAL.address, patience: Patience = USUAL) -> Path:
    """The answer, kept in the data folder. A portal that does not answer leaves the one of yesterday."""
    return eu_portal_asking.fetch(Path(settings.VARDEVEI["data"]) / "fetched", address, patience)


def update(address: str = EU_PORTAL.address, patience: Patience = USUAL) -> Intake:
    file = fetch(address, patience)
    return apply(plan(EU_PORTAL.read(file)), EU_PORTAL, file.name)
