"""Addresses under /fylke/. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.county.contacts import one, overview

urlpatterns = [
    path("<str:number>/kontakter/", overview.page, name="county-contacts"),
    path("<str:number>/kontakter/ledige/", overview.page, {"show": "ledige"}, name="county-contacts-vacant"),
    path("<str:number>/kontakter/i-retur/", overview.page, {"show": "retur"}, name="county-contacts-bounced"),
    path("<str:number>/kontakter/ny/", one.new, name="county-contact-new"),
    path("<str:number>/kontakter/<int:key>/", one.change, name="county-contact"),
    path("<str:number>/kontakter/<int:key>/slutt/", one.end, name="county-contact-end"),
]
