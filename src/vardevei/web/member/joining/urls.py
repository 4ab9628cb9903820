"""Addresses under /min-side/. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.member.joining import answering, asking, inviting, people

urlpatterns = [
    path("bli-med/", asking.ask, name="join"),
    path("bli-med/<int:key>/trekk/", asking.withdraw, name="join-withdraw"),
    path("foresporsler/<int:key>/", answering.answer, name="join-request"),
    path("kommune/<str:number>/folk/", people.people, name="my-people"),
    path("kommune/<str:number>/folk/<int:key>/", people.person, name="my-person"),
    path("kommune/<str:number>/folk/<int:key>/slutt/", people.end, name="my-person-end"),
    path("kommune/<str:number>/folk/inviter/", inviting.invite, name="my-invite"),
    path("kommune/<str:number>/folk/invitasjoner/<int:key>/", inviting.invitation, name="my-invitation"),
]
