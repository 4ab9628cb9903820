"""Addresses under /fylke/. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.county.participation import by_hand, names, one, pages, pairs, uploads

HERE = "<str:number>/deltakelse/"

urlpatterns = [
    path(HERE, pages.overview, name="county-participation"),
    path(f"{HERE}ny/", by_hand.add, name="participation-add"),
    path(f"{HERE}dobbelt/", pairs.waiting, name="participation-pairs"),
    path(f"{HERE}fil/", uploads.new, name="participation-upload"),
    path(f"{HERE}fil/<int:pk>/", uploads.preview, name="participation-preview"),
    path(f"{HERE}fil/<int:pk>/kolonner/", uploads.columns, name="participation-columns"),
    path(f"{HERE}fil/<int:pk>/bruk/", uploads.take_into_use, name="participation-apply"),
    path(f"{HERE}fil/<int:pk>/forkast/", uploads.drop, name="participation-drop"),
    path(f"{HERE}navn/", names.queue, name="participation-names"),
    path(f"{HERE}navn/avgjort/", names.verdicts, name="participation-verdicts"),
    path(f"{HERE}navn/avgjort/<int:alias>/", names.take_back, name="participation-verdict-back"),
    path(f"{HERE}navn/<int:pk>/", names.judge, name="participation-name"),
    path(f"{HERE}<int:pk>/", one.show, name="participation-one"),
    path(f"{HERE}<int:pk>/endre/", by_hand.edit, name="participation-edit"),
    path(f"{HERE}<int:pk>/trekk/", by_hand.withdraw, name="participation-withdraw"),
    path(f"{HERE}<int:pk>/rett/<slug:field>/", one.correct, name="participation-correct"),
    path(f"{HERE}<int:pk>/angre/<int:correction>/", one.take_back, name="participation-take-back"),
    path(f"{HERE}<int:pk>/samme/<int:other>/", pairs.say, name="participation-same"),
    path(f"{HERE}<int:pk>/samme/angre/<int:double>/", pairs.undo, name="participation-same-undo"),
]
