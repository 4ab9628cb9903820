from django.urls import path

from vardevei.web.guide.alerts import asking, confirming, feeds, mine, stopping

urlpatterns = [
    path("varsler/", asking.ask, name="alerts"),
    path("varsler/sendt/", asking.sent, name="alerts-sent"),
    path("varsler/mine/", mine.own, name="alerts-own"),
    path("varsler/mine/<str:token>/", mine.page, name="alerts-mine"),
    path("varsler/mine/<str:token>/<int:pk>/", mine.change, name="alert-change"),
    path("varsler/bekreft/<str:token>/", confirming.page, name="alert-confirm"),
    path("varsler/stopp/<str:token>/", stopping.page, name="alert-stop"),
    path("varsler/<str:secret>/frister.ics", feeds.deadlines, name="alert-calendar"),
    path("varsler/<str:secret>/nytt.atom", feeds.changes, name="alert-atom"),
]
