"""Signing in. The addresses are ours, the names django-allauth's."""

from django.urls import include, path

urlpatterns = [path("", include("allauth.urls"))]
