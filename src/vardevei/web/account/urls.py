"""Addresses under /konto/. The name of an address is what templates and tests use."""

from django.urls import include, path

urlpatterns = [path("", include("allauth.urls"))]
