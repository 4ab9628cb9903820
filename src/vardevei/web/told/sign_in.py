"""Problems with sign-in."""

from vardevei.web.told.told import Told

TOLD: dict[str, Told] = {}
