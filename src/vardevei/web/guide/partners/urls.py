"""Addresses under /partnersok/. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.guide.partners import asking, lists, one, sent, writing

ONE = "partnersok/<int:key>/"

urlpatterns = [
    path("partnersok/", lists.requests, name="partner-requests"),
    path("partnersok/ny/", writing.new, name="partner-request-new"),
    path("partnersok/sendt/", sent.thanks, name="partner-request-sent"),
    path("partnersok/sendt/<str:token>/", sent.page, name="partner-request-mine"),
    path("partnersok/sendt/<str:token>/bekreft/", sent.confirm, name="partner-request-confirm"),
    path(ONE, one.page, name="partner-request"),
    path(f"{ONE}svar/", one.answer, name="partner-request-answer"),
    path(f"{ONE}endre/", writing.change, name="partner-request-change"),
    path(f"{ONE}kommuner/", asking.choose, name="partner-request-ask"),
    path(f"{ONE}minn/", asking.remind, name="partner-request-remind"),
    path(f"{ONE}avslutt/", writing.close, name="partner-request-close"),
]
