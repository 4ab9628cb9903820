"""Addresses of the register. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.library.strategies import lists, one, share, writing

ONE = "strategier/<int:key>/"

urlpatterns = [
    path("strategier/", lists.strategies, name="strategies"),
    path("strategier/liste.<str:kind>", lists.file, name="strategies-file"),
    path("strategier/andel/", share.show, name="strategies-share"),
    path("strategier/andel/data.<str:kind>", share.file, name="strategies-share-file"),
    path("strategier/ny/", writing.new, name="strategy-new"),
    path(ONE, one.show, name="strategy"),
    path(f"{ONE}dokument/", one.document, name="strategy-document"),
    path(f"{ONE}endre/", writing.change, name="strategy-change"),
    path(f"{ONE}ta-bort/", writing.withdraw, name="strategy-withdraw"),
]
