"""Every page that helps somebody find the way: programmes, calls, searching, challenges, alerts."""

import pkgutil
from pathlib import Path

from django.urls import include, path

PARTS = sorted(found.name for found in pkgutil.iter_modules([str(Path(__file__).parent)]) if found.ispkg)

urlpatterns = [path("", include(f"{__package__}.{part}.urls")) for part in PARTS]
