"""Addresses under /min-side/. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.member.start import pages

urlpatterns = [path("", pages.start, name="start")]
