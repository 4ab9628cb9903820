"""Addresses of events and calendars. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.together.calendar import feeds, lists, one, programme, steps, writing

urlpatterns = [
    path("arrangementer/", lists.public, name="events"),
    path("arrangementer/min-kalender/", feeds.mine, name="my-calendar"),
    path("arrangementer/<str:number>.ics", feeds.of_county, name="events-feed"),
    path("kalender/<str:secret>.ics", feeds.secret, name="secret-calendar"),
    path("kalender/<int:pk>/ny-adresse/", feeds.renew, name="calendar-address-renew"),
    path("arbeidsrom/<int:key>/arrangementer/", lists.of_workspace, name="workspace-calendar"),
    path("arbeidsrom/<int:key>/arrangementer/nytt/", writing.new, name="workspace-event-new"),
    path("arbeidsrom/<int:key>/arrangementer/abonner/", feeds.of_workspace, name="workspace-calendar-subscribe"),
    path("arrangement/nytt/<str:number>/", writing.new_alone, name="event-new"),
    path("arrangement/<int:pk>/", one.page, name="event"),
    path("arrangement/<int:pk>/arrangement.ics", one.file, name="event-file"),
    path("arrangement/<int:pk>/endre/", writing.change, name="event-change"),
    path("arrangement/<int:pk>/publiser/", steps.publish, name="event-publish"),
    path("arrangement/<int:pk>/avlys/", steps.cancel, name="event-cancel"),
    path("arrangement/<int:pk>/kopier/", steps.copy, name="event-copy"),
    path("arrangement/<int:pk>/slett/", steps.discard, name="event-discard"),
    path("arrangement/<int:pk>/program/", programme.page, name="event-programme"),
    path("arrangement/<int:pk>/program/<int:block>/", programme.change, name="event-block"),
    path("arrangement/<int:pk>/program/<int:block>/slett/", programme.remove, name="event-block-remove"),
    path("arrangement/<int:pk>/medarrangorer/", programme.organisers, name="event-organisers"),
    path(
        "arrangement/<int:pk>/medarrangorer/<int:organiser>/slett/",
        programme.remove_organiser,
        name="event-organiser-remove",
    ),
]
