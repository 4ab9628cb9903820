"""Addresses of those who follow an example. What they say is read on the example's own page."""

from django.urls import path

from vardevei.web.library.adoptions import writing

urlpatterns = [
    path("eksempler/<slug:slug>/folg/", writing.follow, name="example-follow"),
    path("eksempler/folger/<int:key>/endre/", writing.change, name="adoption-change"),
    path("eksempler/folger/<int:key>/ta-tilbake/", writing.withdraw, name="adoption-withdraw"),
    path("eksempler/folger/<int:key>/dokument/", writing.document, name="adoption-document"),
]
