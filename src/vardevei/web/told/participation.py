"""Problems with participation."""

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {}
