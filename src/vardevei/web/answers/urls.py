"""Addresses under /svar/ and /stopp/. The name of an address is what templates and tests use."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
