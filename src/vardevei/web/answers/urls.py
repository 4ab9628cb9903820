"""Addresses under /svar/ and /stopp/. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.answers import answering, stopping

urlpatterns = [
    path("svar/<str:token>/", answering.page, name="answer"),
    path("svar/<str:token>/takk/", answering.thanks, name="answer-thanks"),
    path("stopp/<str:token>/", stopping.page, name="stop-news"),
]
