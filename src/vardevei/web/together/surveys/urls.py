"""Addresses of surveys, for those who make them. Answering has its own."""

from django.urls import path

from vardevei.web.together.surveys import asking, following, making, pages, previewing, questions, settings

urlpatterns = [
    path("arbeidsrom/<int:key>/undersokelser/", pages.all_of_them, name="workspace-surveys"),
    path("arbeidsrom/<int:key>/undersokelser/ny/", making.in_room, name="workspace-survey-new"),
    path("undersokelse-ny/<str:number>/", making.for_county, name="survey-new"),
    path("undersokelser/<int:key>/", pages.one, name="survey"),
    path("undersokelser/<int:key>/innstillinger/", settings.page, name="survey-settings"),
    path("undersokelser/<int:key>/fylker/", settings.counties, name="survey-counties"),
    path("undersokelser/<int:key>/forkast/", settings.discard, name="survey-discard"),
    path("undersokelser/<int:key>/vis/", previewing.page, name="survey-preview"),
    path("undersokelser/<int:key>/sporsmal/<str:kind>/", questions.new, name="survey-question-new"),
    path("undersokelser/<int:key>/endre/<int:question>/", questions.change, name="survey-question"),
    path("undersokelser/<int:key>/flytt/", questions.move, name="survey-move"),
    path("undersokelser/<int:key>/ny-side/", questions.new_page, name="survey-page-new"),
    path("undersokelser/<int:key>/side/<int:page>/", questions.change_page, name="survey-page"),
    path("undersokelser/<int:key>/hvem/", asking.page, name="survey-people"),
    path("undersokelser/<int:key>/hvem/kommuner/", asking.municipalities, name="survey-municipalities"),
    path("undersokelser/<int:key>/hvem/adresser/", asking.addresses, name="survey-addresses"),
    path("undersokelser/<int:key>/hvem/legg-til/", asking.add, name="survey-add"),
    path("undersokelser/<int:key>/hvem/ta-bort/", asking.remove, name="survey-remove"),
    path("undersokelser/<int:key>/send/", asking.send, name="survey-send"),
    path("undersokelser/<int:key>/apne/", following.open_it, name="survey-open"),
    path("undersokelser/<int:key>/svart/", following.page, name="survey-follow"),
    path("undersokelser/<int:key>/minn/", following.remind, name="survey-remind"),
    path("undersokelser/<int:key>/avslutt/", following.close, name="survey-close"),
    path("undersokelser/<int:key>/frist/", following.extend, name="survey-extend"),
]
