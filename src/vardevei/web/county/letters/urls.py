"""Addresses under /fylke/. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.county.letters import downloads, pages, sending, writing

urlpatterns = [
    path("<str:number>/brev/", pages.all_letters, name="county-letters"),
    path("<str:number>/brev/mottakere/", writing.receivers, name="county-letter-receivers"),
    path("<str:number>/brev/nytt/", writing.new, name="county-letter-new"),
    path("brev/<int:pk>/", pages.one, name="county-letter"),
    path("brev/<int:pk>/skriv/", writing.change, name="county-letter-write"),
    path("brev/<int:pk>/send/", sending.send, name="county-letter-send"),
    path("brev/<int:pk>/prove/", sending.test, name="county-letter-test"),
    path("brev/<int:pk>/paminn/", sending.remind, name="county-letter-remind"),
    path("brev/<int:pk>/forkast/", sending.discard, name="county-letter-discard"),
    path("brev/<int:pk>/svar.<str:kind>", downloads.answers, name="county-letter-answers"),
]
