from django.urls import path

from vardevei.web.together.answering import front, others, pages

urlpatterns = [
    path("undersokelse/<str:token>/", front.page, name="survey-answer"),
    path("undersokelse/<str:token>/takk/", front.thanks, name="survey-answer-thanks"),
    path("undersokelse/<str:token>/hvem/", others.who, name="survey-answer-who"),
    path("undersokelse/<str:token>/kollega/", others.colleague, name="survey-answer-pass-on"),
    path("undersokelse/<str:token>/<int:number>/", pages.page, name="survey-answer-page"),
]
