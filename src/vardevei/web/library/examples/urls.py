"""Addresses of one example. `catalogue` and others come before it, so that their words are no slugs."""

from django.urls import path

from vardevei.web.library.examples import deciding, history, mine, one, proposing, revising, talking

urlpatterns = [
    path("eksempler/nytt/", proposing.new, name="example-new"),
    path("eksempler/sendt/", proposing.sent, name="example-sent"),
    path("eksempler/vis/", proposing.preview, name="example-preview"),
    path("eksempler/forslag/<str:token>/", mine.page, name="example-proposal"),
    path("eksempler/forslag/<str:token>/bekreft/", mine.confirm, name="example-proposal-confirm"),
    path("eksempler/forslag/<str:token>/endre/", mine.revise, name="example-proposal-revise"),
    path("eksempler/forslag/<str:token>/trekk/", mine.pull, name="example-proposal-pull"),
    path("eksempler/innlegg/<int:key>/fjern/", talking.remove, name="example-comment-remove"),
    path("eksempler/<slug:slug>/", one.page, name="example"),
    path("eksempler/<slug:slug>/endre/", revising.revise, name="example-revise"),
    path("eksempler/<slug:slug>/oversett/<str:form>/", revising.translate, name="example-translate"),
    path("eksempler/<slug:slug>/endringer/", history.page, name="example-history"),
    path("eksempler/<slug:slug>/vurder/", deciding.review, name="example-review"),
    path("eksempler/<slug:slug>/trekk/", deciding.withdraw, name="example-withdraw"),
    path("eksempler/<slug:slug>/bekreft/", deciding.confirm, name="example-confirm"),
    path("eksempler/<slug:slug>/sporsmal/", talking.write, name="example-comment"),
]
