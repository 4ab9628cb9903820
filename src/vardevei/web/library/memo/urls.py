"""Addresses of the memo. An edition keeps its address for ever."""

from django.urls import path

from vardevei.web.library.memo import contributing, editing, publishing, reading

urlpatterns = [
    path("notatet/", reading.newest, name="memo"),
    path("notatet/utgave/<int:number>/", reading.edition, name="memo-edition"),
    path("notatet/utgave/<int:number>/notatet.<str:kind>", reading.download, name="memo-download"),
    path("notatet/innspill/", contributing.all_of, name="memo-contributions"),
    path("notatet/innspill/<int:key>/", contributing.one, name="memo-contribution"),
    path("notatet/innspill/<int:key>/svar/", contributing.answer, name="memo-contribution-answer"),
    path("notatet/del/<slug:slug>/innspill/", contributing.give, name="memo-contribute"),
    path("notatet/skriv/", editing.all_of, name="memo-write"),
    path("notatet/skriv/ny/", editing.new, name="memo-section-new"),
    path("notatet/skriv/neste-utgave/", publishing.preview, name="memo-preview"),
    path("notatet/skriv/neste-utgave/gi-ut/", publishing.publish, name="memo-publish"),
    path("notatet/skriv/utkast.<str:kind>", publishing.draft, name="memo-draft"),
    path("notatet/skriv/del/<slug:slug>/", editing.write, name="memo-section"),
    path("notatet/skriv/del/<slug:slug>/innhold/", editing.set_up, name="memo-section-set-up"),
    path("notatet/skriv/del/<slug:slug>/flytt/", editing.move, name="memo-section-move"),
    path("notatet/skriv/del/<slug:slug>/ta-ut/", editing.remove, name="memo-section-remove"),
    path("notatet/skriv/del/<slug:slug>/sett-inn/", editing.put_back, name="memo-section-put-back"),
]
