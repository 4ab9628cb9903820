"""Addresses under /eksempler/. This part comes before the page of one example, so that its words are no slugs."""

from django.urls import path

from vardevei.web.library.catalogue import feed, files, pages, putting_in

urlpatterns = [
    path("eksempler/", pages.examples, name="examples"),
    path("eksempler/liste.<str:kind>", files.everything, name="examples-file"),
    path("eksempler/legg-inn-liste/", putting_in.page, name="examples-import"),
    path("eksempler/nye.atom", feed.newest, name="examples-feed"),
    path("eksempler/<slug:slug>/data.jsonld", files.described, name="example-data"),
]
