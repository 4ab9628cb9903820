"""Addresses under /fylke/. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.county.overview import documents, exports, municipality, pages, saved, sheets, writing

ONE = "kommune/<str:number>/"

urlpatterns = [
    path("", pages.choose_county, name="my-counties"),
    path("ark/", sheets.everybody, name="sheets-of-all"),
    path("<str:number>/ark/", sheets.all_of, name="sheets-of-county"),
    path("<str:number>/", pages.my_county, name="my-county"),
    path("<str:number>/oversikt.<str:kind>", exports.export, name="county-export"),
    path("<str:number>/visninger/", saved.save, name="saved-view-new"),
    path("<str:number>/visninger/<int:key>/slett/", saved.delete, name="saved-view-delete"),
    path(ONE, municipality.show, name="staff-municipality"),
    path(f"{ONE}kontakt/", writing.contact, name="dialogue-new"),
    path(f"{ONE}kontakt/<int:key>/", writing.change_contact, name="dialogue-change"),
    path(f"{ONE}kontakt/<int:key>/stryk/", writing.strike_contact, name="dialogue-strike"),
    path(f"{ONE}kontakt/<int:key>/slett/", writing.delete_contact, name="dialogue-delete"),
    path(f"{ONE}steg/", writing.step, name="step-new"),
    path(f"{ONE}steg/<int:key>/", writing.change_step, name="step-change"),
    path(f"{ONE}steg/<int:key>/gjort/", writing.finish_step, name="step-done"),
    path(f"{ONE}notat/", writing.note, name="place-note"),
    path(f"{ONE}dokument/", documents.add, name="place-document-new"),
    path(f"{ONE}dokument/<int:key>/", documents.send, name="place-document"),
    path(f"{ONE}dokument/<int:key>/ta-bort/", documents.remove, name="place-document-remove"),
    path(f"{ONE}ark.pdf", sheets.one, name="sheet"),
    path(f"{ONE}strategi/", writing.strategy, name="strategy-note"),
]
