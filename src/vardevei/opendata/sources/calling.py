"""The sources that calls are read from. Those of participations stand in the package itself."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vardevei.opendata.sources import eu_portal, eu_portal_asking
from vardevei.opendata.sources.announced import Announcements


@dataclass(frozen=True, slots=True)
class CallSource:
    """`page` is for people, `address` what a program asks. `tried`: whether it has been asked for real."""

    name: str
    title: str
    page: str
    address: str
    licence: str
    publisher: str
    read: Callable[[Path | str], Announcements]
    tried: bool = False


EU_PORTAL = CallSource(
    name=eu_portal.NAME,
    title="The EU Funding & Tenders Portal: open and coming calls",
    page="https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/calls-for-proposals",
    address=eu_portal_asking.ADDRESS,
    licence="CC BY 4.0",
    publisher="European Commission",
    read=eu_portal.read,
)
CALL_SOURCES = {EU_PORTAL.name: EU_PORTAL}
