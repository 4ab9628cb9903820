from django.urls import path

from vardevei.web.guide.search import data, page, words

urlpatterns = [
    path("finn/", page.search, name="search-all"),
    path("finn/data.json", data.answer, name="search-data"),
    path("finn/ordliste/", words.overview, name="thesaurus"),
    path("finn/ordliste/ny/", words.new, name="concept-new"),
    path("finn/ordliste/<int:key>/", words.edit, name="concept"),
    path("finn/ordliste/<int:key>/ta-ut/", words.remove, name="concept-remove"),
    path("finn/ordliste/sok/<int:key>/legg-bort/", words.settle, name="miss-settle"),
]
