"""Open files that participations are read from. Each source is one module here with a SOURCE."""

from vardevei.opendata.sources import cordis, forskningsradet, listing
from vardevei.opendata.sources.mapping import Mapping, guess_mapping, load, save
from vardevei.opendata.sources.rows import Grant, Reading, Rejected
from vardevei.opendata.sources.source import Source

SOURCES: dict[str, Source] = {source.name: source for source in (forskningsradet.SOURCE, cordis.SOURCE, listing.SOURCE)}

__all__ = ["SOURCES", "Grant", "Mapping", "Reading", "Rejected", "Source", "guess_mapping", "load", "save"]
