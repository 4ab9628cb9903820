"""Every page for a county council. Each part has its own list of addresses."""

from django.urls import include, path

PARTS = ["overview", "contacts", "letters", "participation", "activities", "challenges", "log"]

urlpatterns = [path("", include(f"vardevei.web.county.{part}.urls")) for part in PARTS]
