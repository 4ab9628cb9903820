"""Addresses under /min-side/. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.member.letters import pages

urlpatterns = [path("brev/<int:pk>/", pages.one, name="letter")]
