"""Addresses under /min-side/. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.member.roles import pages

urlpatterns = [
    path("roller/", pages.staff_roles, name="staff-roles"),
    path("roller/gi/", pages.offer, name="staff-role-offer"),
    path("roller/<int:key>/avslutt/", pages.end, name="staff-role-end"),
    path("roller/invitasjoner/<int:key>/", pages.invitation, name="staff-invitation"),
]
