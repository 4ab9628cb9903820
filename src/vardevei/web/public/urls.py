"""Every public page. The name of an address is what templates and the menu use; see context.MENU."""

from django.urls import path

from vardevei.web.public import front, shell, sources
from vardevei.web.public.figures import downloads
from vardevei.web.public.figures import pages as figures
from vardevei.web.public.places import lists, one

urlpatterns = [
    path("", front.front, name="front"),
    path("figurer/", figures.figures, name="figures"),
    path("figurer/<slug:name>/", figures.figure, name="figure"),
    path("figurer/<slug:name>/data.<str:kind>", downloads.file, name="figure-file"),
    path("kommuner/", lists.municipalities, name="municipalities"),
    path("kommuner/liste.csv", lists.municipalities_csv, name="municipalities-csv"),
    path("kommuner/<str:reference>/", one.municipality, name="municipality"),
    path("fylker/", lists.counties, name="counties"),
    path("fylker/<str:reference>/", one.county, name="county"),
    path("endringer/", lists.what_changed, name="changes"),
    path("kilder/", sources.sources, name="sources"),
    path("kilder/<int:pk>/", sources.report, name="import"),
    path("kilder/<int:pk>/lagt-til-side.csv", sources.rejected_rows, name="set-aside"),
    path("sok/", lists.search, name="search"),
    path("om/", shell.about, name="about"),
    path("tilgjengelighet/", shell.accessibility, name="accessibility"),
    path("komponenter/", shell.gallery, name="gallery"),
]
