"""Addresses under /konto/. The name of an address is what templates and tests use."""

from django.urls import path

from vardevei.web.account import by_link, invited, overview, second_factor, signing_in
from vardevei.web.account.openid import pages as openid

urlpatterns = [
    path("", overview.account, name="account"),
    path("inn/", signing_in.sign_in, name="account_login"),
    path("inn/sendt/", signing_in.link_sent, name="link-sent"),
    path("inn/passord/", signing_in.password, name="password"),
    path("inn/lenke/<str:token>/", by_link.sign_in_link, name="sign-in-link"),
    path("inn/kode/", second_factor.second_factor_page, name="second-factor"),
    path("inn/ny/", openid.first_time, name="vouched-for"),
    path("inn/<slug:provider>/ut/", openid.start, name="openid-start"),
    path("inn/<slug:provider_id>/tilbake/", openid.back, name="openid_connect_callback"),
    path("ut/", signing_in.sign_out, name="sign-out"),
    path("adresse/", overview.address, name="new-address"),
    path("adresse/sendt/", overview.address_sent, name="new-address-sent"),
    path("adresse/lenke/<str:token>/", by_link.new_address, name="new-address-link"),
    path("passord/", overview.new_password, name="new-password"),
    path("passord/bort/", overview.no_password, name="no-password"),
    path("koder/", second_factor.paper_codes, name="paper-codes"),
    path("koder/nye/", second_factor.new_paper_codes, name="new-paper-codes"),
    path("innlogging/<slug:provider>/bort/", overview.disconnect, name="openid-disconnect"),
    path("invitasjon/<str:token>/", invited.by_link, name="invitation-link"),
    path("invitasjoner/<int:key>/", invited.mine, name="invitation"),
    path("okter/", overview.end_session, name="end-session"),
]
