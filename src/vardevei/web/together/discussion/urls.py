from django.urls import path

from vardevei.web.together.discussion import notices, pages, writing

urlpatterns = [
    path("arbeidsrom/<int:key>/samtale/", pages.all_there, name="workspace-discussion"),
    path("arbeidsrom/<int:key>/samtale/ny/", writing.begin, name="thread-new"),
    path("arbeidsrom/<int:key>/samtale/varsler/", notices.choose, name="workspace-notices"),
    path("samtale/<int:key>/", pages.one, name="discussion-thread"),
    path("samtale/om/<str:about>/", pages.about, name="thread-about"),
    path("samtale/varsler/<uuid:token>/", notices.by_link, name="notices-link"),
    path("innlegg/<int:key>/endre/", writing.edit, name="contribution-edit"),
    path("innlegg/<int:key>/trekk/", writing.withdraw, name="contribution-withdraw"),
]
