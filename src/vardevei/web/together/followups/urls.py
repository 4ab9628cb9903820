"""Addresses of follow-ups. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.together.followups import files, one, pages, writing

ROOM, ONE = "arbeidsrom/<int:key>/oppfolging/", "oppfolging/<int:key>/"

urlpatterns = [
    path(ROOM, pages.of_workspace, name="workspace-followups"),
    path(f"{ROOM}ny/", writing.new, name="followup-new"),
    path(f"{ROOM}liste.<str:kind>", files.of_workspace, name="workspace-followups-file"),
    path(ONE, one.show, name="followup"),
    path(f"{ONE}endre/", writing.change, name="followup-change"),
    path(f"{ONE}gjort/", writing.finish, name="followup-done"),
    path(f"{ONE}dropp/", writing.drop, name="followup-drop"),
    path(f"{ONE}apne/", writing.reopen, name="followup-reopen"),
]
