"""Every page of a workspace, the same for everybody in it. Each tool has its own list of addresses."""

from django.urls import include, path

PARTS = [
    "answering",
    "calendar",
    "discussion",
    "files",
    "followups",
    "meetings",
    "results",
    "room",
    "signup",
    "surveys",
]

urlpatterns = [path("", include(f"vardevei.web.together.{part}.urls")) for part in PARTS]
