from django.urls import path

from vardevei.web.guide.challenges import lists, one, pressing, suggesting, writing

urlpatterns = [
    path("utfordringer/", lists.challenges, name="challenges"),
    path("utfordringer/prov/", lists.attempt, name="challenges-try"),
    path("utfordringer/ny/", writing.new, name="challenge-new"),
    path("utfordringer/<int:key>/", one.challenge, name="challenge"),
    path("utfordringer/<int:key>/endre/", writing.edit, name="challenge-edit"),
    path("utfordringer/<int:key>/avslutt/", writing.close, name="challenge-close"),
    path("utfordringer/<int:key>/sok/", pressing.find, name="challenge-find"),
    path("utfordringer/<int:key>/frister.ics", one.calendar, name="challenge-calendar"),
    path("utfordringer/<int:key>/foresla/", suggesting.suggest, name="challenge-suggest"),
    path("utfordringer/treff/<int:key>/vurder/", pressing.judge, name="match-judge"),
    path("utfordringer/treff/<int:key>/folg/", pressing.follow, name="match-follow"),
    path("utfordringer/forslag/<int:key>/svar/", pressing.reply, name="suggestion-reply"),
]
