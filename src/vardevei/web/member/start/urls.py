"""Addresses under /min-side/. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.member.start import drafts, pages

urlpatterns = [
    path("", pages.start, name="start"),
    path("kladd/", drafts.save, name="draft-save"),
    path("kladd/<str:key>/forkast/", drafts.discard, name="draft-discard"),
]
