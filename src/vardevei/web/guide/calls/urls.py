from django.urls import path

from vardevei.web.guide.calls import changed, feeds, files, hand, lists, one

urlpatterns = [
    path("utlysninger/", lists.calls, name="calls"),
    path("utlysninger/frister.ics", feeds.deadlines, name="calls-calendar"),
    path("utlysninger/endret/", changed.page, name="calls-changed"),
    path("utlysninger/endret.atom", feeds.changes, name="calls-atom"),
    path("utlysninger/utlysninger.<str:kind>", files.calls, name="calls-file"),
    path("utlysninger/ny/", hand.new, name="call-new"),
    path("utlysninger/<slug:key>/", one.call, name="call"),
    path("utlysninger/<slug:key>/endre/", hand.edit, name="call-edit"),
    path("utlysninger/<slug:key>/trekk/", hand.withdraw, name="call-withdraw"),
    path("utlysninger/<slug:key>/frister.ics", feeds.of_call, name="call-calendar"),
    path("utlysninger/<slug:key>/utlysning.json", files.call, name="call-file"),
]
