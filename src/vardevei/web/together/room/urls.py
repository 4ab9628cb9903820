from django.urls import path

from vardevei.web.together.room import pages

urlpatterns = [
    path("arbeidsrom/", pages.all_mine, name="workspaces"),
    path("arbeidsrom/nytt/<str:number>/", pages.new, name="workspace-new"),
    path("arbeidsrom/<int:key>/", pages.one, name="workspace"),
]
