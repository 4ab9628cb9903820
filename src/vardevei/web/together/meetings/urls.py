"""Addresses of meetings. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.together.meetings import calling, items, pages, papers, people, sending, writing

urlpatterns = [
    path("arbeidsrom/<int:key>/moter/", pages.all_of, name="workspace-meetings"),
    path("arbeidsrom/<int:key>/moter/nytt/", calling.new, name="meeting-new"),
    path("arbeidsrom/<int:key>/vedtak.<str:kind>", papers.list_of_resolutions, name="workspace-resolutions"),
    path("mote/nytt/<str:number>/", calling.alone, name="meeting-alone"),
    path("mote/<int:key>/", pages.one, name="meeting"),
    path("mote/<int:key>/endre/", calling.change, name="meeting-change"),
    path("mote/<int:key>/pamelding/", calling.arrange, name="meeting-arrange"),
    path("mote/<int:key>/fjern/", calling.remove, name="meeting-remove"),
    path("mote/<int:key>/holdt/", calling.hold, name="meeting-hold"),
    path("mote/<int:key>/sak/", items.new, name="agenda-item-new"),
    path("mote/sak/<int:key>/", items.change, name="agenda-item"),
    path("mote/sak/<int:key>/flytt/", items.move, name="agenda-item-move"),
    path("mote/sak/<int:key>/fjern/", items.remove, name="agenda-item-remove"),
    path("mote/sak/<int:key>/ja/", items.take_on, name="agenda-item-take-on"),
    path("mote/sak/<int:key>/nei/", items.decline, name="agenda-item-decline"),
    path("mote/sak/<int:key>/vedtak/", writing.resolution, name="agenda-item-resolution"),
    path("mote/sak/<int:key>/oppfolging/", writing.followup, name="agenda-item-followup"),
    path("mote/vedtak/<int:key>/", writing.change_resolution, name="resolution"),
    path("mote/<int:key>/referat/", writing.editor, name="meeting-minutes"),
    path("mote/<int:key>/referat/naa/", writing.now, name="meeting-minutes-now"),
    path("mote/<int:key>/referat/godkjenn/", writing.approve, name="meeting-approve"),
    path("mote/<int:key>/referat/tillegg/", writing.add_to, name="meeting-add"),
    path("mote/<int:key>/oppmote/", people.attendance, name="meeting-people"),
    path("mote/<int:key>/oppmote/kom/", people.mark, name="meeting-came"),
    path("mote/<int:key>/oppmote/<int:attendee>/av/", people.take_off, name="meeting-take-off"),
    path("mote/<int:key>/send-saksliste/", sending.agenda, name="meeting-send-agenda"),
    path("mote/<int:key>/send-referat/", sending.minutes, name="meeting-send-minutes"),
    path("mote/<int:key>/<str:what>.<str:kind>", papers.document, name="meeting-document"),
    path("motepapirer/<uuid:token>/", papers.behind, name="meeting-papers"),
    path("motepapirer/<uuid:token>/<str:what>.<str:kind>", papers.document_behind, name="meeting-papers-document"),
]
