"""Addresses under /fylke/. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.county.log import runs

urlpatterns = [
    path("alle/arbeid/", runs.of_site, name="site-runs"),
    path("arbeid/<int:pk>/", runs.run, name="run"),
    path("arbeid/<int:pk>/stopp/", runs.stop, name="run-stop"),
    path("arbeid/<int:pk>/fil/", runs.result, name="run-file"),
    path("<slug:number>/arbeid/", runs.of_county, name="county-runs"),
]
