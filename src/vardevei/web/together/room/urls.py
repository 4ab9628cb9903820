"""Addresses of a workspace itself; its tools have their own."""

from django.urls import path

from vardevei.web.together.room import front, inviting, lists, people, settings

urlpatterns = [
    path("arbeidsrom/", lists.all_of_them, name="workspaces"),
    path("arbeidsrom/nytt/<str:number>/", lists.new, name="workspace-new"),
    path("arbeidsrom/<int:key>/", front.page, name="workspace"),
    path("arbeidsrom/<int:key>/svar/", front.answer, name="workspace-answer"),
    path("arbeidsrom/<int:key>/hvem/", people.page, name="workspace-members"),
    path("arbeidsrom/<int:key>/hvem/<int:member>/", people.one, name="workspace-member"),
    path("arbeidsrom/<int:key>/minn/", people.remind, name="workspace-remind"),
    path("arbeidsrom/<int:key>/inviter/", inviting.person, name="workspace-invite"),
    path("arbeidsrom/<int:key>/inviter/kommuner/", inviting.municipalities, name="workspace-invite-places"),
    path("arbeidsrom/<int:key>/innstillinger/", settings.page, name="workspace-settings"),
    path("arbeidsrom/<int:key>/arkiver/", settings.archive, name="workspace-archive"),
    path("arbeidsrom/<int:key>/apne/", settings.unarchive, name="workspace-unarchive"),
    path("arbeidsrom/<int:key>/kopier/", settings.copy, name="workspace-copy"),
    path("arbeidsrom/<int:key>/ta-ut/", settings.take_out, name="workspace-take-out"),
]
