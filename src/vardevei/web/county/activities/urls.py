"""Addresses under /fylke/<number>/aktiviteter/. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.county.activities import pages

urlpatterns = [path("<str:number>/aktiviteter/", pages.page, name="county-activities")]
