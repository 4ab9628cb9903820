"""Every page for a person who is signed in. Each part has its own list of addresses."""

from django.urls import include, path

PARTS = ["start", "letters", "joining", "privacy", "roles"]

urlpatterns = [path("", include(f"vardevei.web.member.{part}.urls")) for part in PARTS]
