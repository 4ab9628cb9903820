"""Addresses under /fylke/. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.county.log import pages, runs

urlpatterns = [
    path("alle/logg/", pages.of_site, name="site-log"),
    path("alle/logg/fil.<slug:kind>", pages.file_of_site, name="site-log-file"),
    path("<slug:number>/logg/", pages.of_county, name="county-log"),
    path("<slug:number>/logg/fil.<slug:kind>", pages.file_of_county, name="county-log-file"),
    path("alle/arbeid/", runs.of_site, name="site-runs"),
    path("arbeid/<int:pk>/", runs.run, name="run"),
    path("arbeid/<int:pk>/stopp/", runs.stop, name="run-stop"),
    path("arbeid/<int:pk>/fil/", runs.result, name="run-file"),
    path("<slug:number>/arbeid/", runs.of_county, name="county-runs"),
]
