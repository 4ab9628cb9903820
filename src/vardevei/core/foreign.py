"""Tables that other packages bring: what they hold of people, why, and how long. Named as Django names them."""

from django.utils.translation import gettext_lazy as _

from vardevei.core.personal import A_DAY, IN_USE, NOTHING, SHORT, Gone, Kept, Personal

_SIGN_IN = _("Logge inn.")
_OWN_SESSIONS = _("La personen se egne innlogginger, og logge ut andre steder.")

FOREIGN: dict[str, Personal] = {
    "account.EmailAddress": Personal(
        {
            "user": Kept(_("Vite hvem adressen tilhører."), IN_USE),
            "email": Kept(_("Logge inn med adressen."), IN_USE),
            "verified": Kept(_("Vite at personen har svart fra adressen."), IN_USE),
            "primary": Kept(_("Vite hvilken adresse vi skriver til."), IN_USE),
        },
        others=("id",),
        gone=Gone.DELETED,
    ),
    "account.EmailConfirmation": Personal(
        {
            "email_address": Kept(_("Bekrefte at adressen tilhører personen."), SHORT),
            "key": Kept(_("Bekrefte at adressen tilhører personen."), SHORT, secret=True),
        },
        others=("id", "created", "sent"),
        since="created",
        of=("email_address__user",),
        gone=Gone.DELETED,
    ),
    "socialaccount.SocialAccount": Personal(
        {
            "user": Kept(_SIGN_IN, IN_USE),
            "provider": Kept(_("Vite hvilken innloggingstjeneste personen bruker."), IN_USE),
            "uid": Kept(_("Kjenne igjen personen; tjenestens eget nummer, aldri fødselsnummer."), IN_USE),
            "extra_data": Kept(_("Alltid tomt: vi tar ikke vare på det tjenesten ellers sier."), IN_USE),
            "last_login": Kept(_("Finne innlogginger som ikke er i bruk."), IN_USE),
            "date_joined": Kept(_("Vite når tjenesten ble knyttet til personen."), IN_USE),
        },
        others=("id",),
        gone=Gone.DELETED,
    ),
    "socialaccount.SocialToken": Personal(
        {
            "account": Kept(_SIGN_IN, IN_USE),
            "token": Kept(_SIGN_IN, IN_USE, secret=True),
            "token_secret": Kept(_SIGN_IN, IN_USE, secret=True),
        },
        others=("id", "app", "expires_at"),
        of=("account__user",),
        gone=Gone.DELETED,
    ),
    "mfa.Authenticator": Personal(
        {
            "user": Kept(_("Spørre om engangskode ved innlogging."), IN_USE),
            "type": Kept(_("Vite hva slags engangskode personen bruker."), IN_USE),
            "data": Kept(_("Kontrollere engangskoden."), IN_USE, secret=True),
            "created_at": Kept(_("Vise når engangskoden ble satt opp."), IN_USE),
            "last_used_at": Kept(_("Vise når engangskoden sist ble brukt."), IN_USE),
        },
        others=("id",),
        gone=Gone.DELETED,
    ),
    "usersessions.UserSession": Personal(
        {
            "user": Kept(_OWN_SESSIONS, SHORT),
            "ip": Kept(_OWN_SESSIONS, SHORT),
            "user_agent": Kept(_OWN_SESSIONS, SHORT),
            "created_at": Kept(_OWN_SESSIONS, SHORT),
            "last_seen_at": Kept(_OWN_SESSIONS, SHORT),
            "session_key": Kept(_("Logge ut den ene innloggingen."), SHORT, secret=True),
            "data": Kept(_OWN_SESSIONS, SHORT),
        },
        others=("id",),
        since="last_seen_at",
        gone=Gone.DELETED,
    ),
    "sessions.Session": Personal(
        {
            "session_key": Kept(_("Kjenne igjen nettleseren."), A_DAY, secret=True),
            "session_data": Kept(_("Vite hvem som er logget inn."), A_DAY, secret=True),
        },
        others=("expire_date",),
        since="expire_date",
        gone=Gone.DELETED,
    ),
    # Its pages are read-only here, so nobody writes to this one; and no account of ours is in a group.
    "admin.LogEntry": NOTHING,
    "auth.Group": NOTHING,
    "auth.Permission": NOTHING,
    "contenttypes.ContentType": NOTHING,
    "socialaccount.SocialApp": NOTHING,
    # A task is given keys, never names.
    "django_tasks_database.DBTaskResult": NOTHING,
}
