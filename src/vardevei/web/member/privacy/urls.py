"""Addresses under /min-side/. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.member.privacy import pages, profile

urlpatterns = [
    path("profil/", profile.page, name="profile"),
    path("det-vi-har/", pages.data, name="my-data"),
    path("det-vi-har/hent/", pages.take_out, name="my-data-out"),
    path("det-vi-har/slett/", pages.erase, name="my-erasure"),
    path("det-vi-har/bli/", pages.stay, name="my-erasure-withdraw"),
    path("sletting/<int:key>/", pages.answer, name="erasure"),
]
