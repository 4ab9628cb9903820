"""Addresses of sign-up. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.together.signup import (
    attendance,
    downloads,
    inviting,
    listed,
    mine,
    options,
    questions,
    signing_up,
    writing,
)

urlpatterns = [
    path("arrangement/<int:key>/meld-pa/", signing_up.myself, name="sign-up"),
    path("arrangement/<int:key>/meld-pa/kollega/", signing_up.colleague, name="sign-up-colleague"),
    path("arrangement/<int:key>/meldt-pa/", signing_up.received, name="sign-up-received"),
    path("arrangement/<int:key>/pamelding/", options.page, name="sign-up-options"),
    path("arrangement/<int:key>/pamelding/sporsmal/", questions.new, name="sign-up-question-new"),
    path("arrangement/<int:key>/pamelding/sporsmal/<int:question>/", questions.change, name="sign-up-question"),
    path(
        "arrangement/<int:key>/pamelding/sporsmal/<int:question>/slett/",
        questions.drop,
        name="sign-up-question-drop",
    ),
    path("arrangement/<int:key>/pameldte/", listed.page, name="sign-ups"),
    path("arrangement/<int:key>/pameldte.<str:kind>", downloads.file, name="sign-ups-file"),
    path("arrangement/<int:key>/pameldte/<int:pk>/meld-av/", listed.sign_off, name="sign-up-off"),
    path("arrangement/<int:key>/pameldte/brev/", writing.page, name="sign-ups-letter"),
    path("arrangement/<int:key>/inviter/", inviting.page, name="event-invite"),
    path("arrangement/<int:key>/inviter/paminn/", inviting.remind, name="event-invite-remind"),
    path("arrangement/<int:key>/oppmote/", attendance.page, name="attendance"),
    path("arrangement/<int:key>/oppmote/ny/", attendance.walk_in, name="attendance-walk-in"),
    path("arrangement/<int:key>/oppmote/<int:pk>/", attendance.mark, name="attendance-mark"),
    path("pamelding/<str:token>/", mine.page, name="my-sign-up"),
    path("pamelding/<str:token>/endre/", mine.change, name="my-sign-up-change"),
    path("pamelding/<str:token>/kommer/", mine.come, name="my-sign-up-come"),
    path("pamelding/<str:token>/kommer-ikke/", mine.stay_away, name="my-sign-up-stay-away"),
]
