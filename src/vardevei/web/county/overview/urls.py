"""Addresses under /fylke/. The name of an address is what templates and tests use."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
