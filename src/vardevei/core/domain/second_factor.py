"""A code from an app, asked of staff who sign in by link or password; and codes on paper for when the app is gone."""

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem

APP, PAPER = Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES


def new_secret() -> str:
    """A secret for the app, as 32 letters and digits."""
    return totp.generate_totp_secret()


def is_set_up(person: Person) -> bool:
    """Whether the person has an app that makes codes."""
    return Authenticator.objects.filter(user=person, type=APP).exists()


@transaction.atomic
def set_up(person: Person, secret: str, code: str) -> None:
    """Begin to ask for codes, once the app has shown that it has the secret. Makes the codes on paper too."""
    if not totp.validate_totp_code(secret, code):
        raise _wrong()
    Authenticator.objects.filter(user=person).delete()
    totp.TOTP.activate(person, secret)
    _first_time(person, code)
    RecoveryCodes.activate(person)
    log.write("second-factor-set-up", _("{who} satte opp innlogging med kode."), by=person, about=person, who=person)


def check(person: Person, code: str) -> None:
    """Raises unless the code is the app's of this half-minute, or one on paper that has not been used."""
    for kept in Authenticator.objects.filter(user=person, type__in=[APP, PAPER]).order_by("-type"):
        if kept.wrap().validate_code(code) and _first_time(person, code):
            kept.record_usage()
            return
    raise _wrong()


def paper_codes(person: Person) -> list[str]:
    """The codes on paper that are left."""
    kept = Authenticator.objects.filter(user=person, type=PAPER).first()
    return kept.wrap().get_unused_codes() if kept else []


@transaction.atomic
def new_paper_codes(person: Person) -> None:
    """Ten new codes; the old ones open nothing any more."""
    Authenticator.objects.filter(user=person, type=PAPER).delete()
    RecoveryCodes.activate(person)
    log.write("paper-codes-made", _("{who} laget nye reservekoder."), by=person, about=person, who=person)


@transaction.atomic
def reset(person: Person, *, by: Person | None, why: str = "") -> bool:
    """Forget the app and the codes, for somebody who has lost both. False when there was nothing to forget."""
    if not Authenticator.objects.filter(user=person).delete()[0]:
        return False
    text = _("Innlogging med kode ble nullstilt for {who}.")
    log.write("second-factor-reset", text, by=by, about=person, why=why, who=person)
    return True


def _first_time(person: Person, code: str) -> bool:
    """Remembered for as long as the app's code could be used again, however it is written: 123-456 is 123456."""
    return cache.add(f"code-used:{person.pk}:{normalize_user_code(code)}", 1, 120)


def _wrong() -> Problem:
    return Problem(
        "wrong-code",
        "The code is not right.",
        "A code lasts half a minute and can be used once.",
        "Wait for the next one in the app. If it is wrong too, see that the phone's clock is right.",
    )
