"""Every page of the library: examples, who followed whom, strategies, the memo. Each part has its own addresses."""

import pkgutil
from pathlib import Path

from django.urls import include, path

PARTS = sorted(found.name for found in pkgutil.iter_modules([str(Path(__file__).parent)]) if found.ispkg)

urlpatterns = [path("", include(f"{__package__}.{part}.urls")) for part in PARTS]
