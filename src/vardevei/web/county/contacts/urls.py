"""Addresses under /fylke/. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.county.contacts import files, listed, one, overview, put_in

urlpatterns = [
    path("<str:number>/kontakter/", overview.page, name="county-contacts"),
    path("<str:number>/kontakter/ledige/", overview.page, {"show": "ledige"}, name="county-contacts-vacant"),
    path("<str:number>/kontakter/i-retur/", overview.page, {"show": "retur"}, name="county-contacts-bounced"),
    path("<str:number>/kontakter/ny/", one.new, name="county-contact-new"),
    path("<str:number>/kontakter/fil/<str:columns>.<str:kind>", files.taken_out, name="county-contacts-file"),
    path("<str:number>/kontakter/liste/", put_in.page, name="county-contacts-put-in"),
    path("<str:number>/kontakter/liste/<int:key>/", listed.page, name="county-contact-list"),
    path("<str:number>/kontakter/liste/<int:key>/kolonner/", listed.columns, name="county-contact-list-columns"),
    path("<str:number>/kontakter/liste/<int:key>/valg/", listed.decide, name="county-contact-list-decide"),
    path("<str:number>/kontakter/liste/<int:key>/legg-inn/", listed.apply, name="county-contact-list-apply"),
    path("<str:number>/kontakter/liste/<int:key>/forkast/", listed.drop, name="county-contact-list-drop"),
    path("<str:number>/kontakter/liste/<int:key>/avvist.csv", files.rejected, name="county-contact-list-rejected"),
    path("<str:number>/kontakter/<int:key>/", one.change, name="county-contact"),
    path("<str:number>/kontakter/<int:key>/slutt/", one.end, name="county-contact-end"),
]
