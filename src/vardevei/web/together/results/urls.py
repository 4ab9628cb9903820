from django.urls import path

from vardevei.web.together.results import downloads, pages

urlpatterns = [
    path("undersokelser/<int:key>/resultater/", pages.page, name="survey-results"),
    path("undersokelser/<int:key>/resultater/<str:kind>/", downloads.download, name="survey-results-file"),
]
