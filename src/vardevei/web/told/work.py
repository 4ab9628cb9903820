"""Problems with work."""

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {}
