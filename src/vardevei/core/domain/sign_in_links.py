"""Links that let one address in, once: `token = sign_in_links.make("kari@…")`, and `use(token)` when it is pressed."""

from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.utils import timezone

from vardevei.core.domain import letters
from vardevei.core.models import Letter, Person, SignInLink
from vardevei.opendata.problem import Problem

LASTS = timedelta(minutes=15)
PATH, NEW_ADDRESS_PATH = "/konto/inn/lenke/{token}/", "/konto/adresse/lenke/{token}/"


def make(email: str, *, person: Person | None = None, next: str = "", lasts: timedelta = LASTS) -> str:
    """The secret of a new link to the address. `person` when it shall confirm that person's new address."""
    token = token_urlsafe(32)
    SignInLink.objects.create(
        email=email.strip().lower(),
        fingerprint=_fingerprint(token),
        person=person,
        next=next[:500],
        expires_at=timezone.now() + lasts,
    )
    return token


def send(email: str, *, form: str, next: str = "") -> None:
    """Write the letter with a link, to a known address and an unknown one alike."""
    address = email.strip().lower()
    known = Person.objects.filter(email=address, is_active=True).first()
    _post("sign-in", address, known, form, PATH.format(token=make(address, next=next)))


def send_to_new_address(person: Person, email: str, *, form: str) -> None:
    """Write the letter that confirms a new address, to that address."""
    token = make(email, person=person)
    _post("new-address", email.strip().lower(), None, form, NEW_ADDRESS_PATH.format(token=token))


def find(token: str) -> SignInLink:
    """The link, when it still opens; looking does not use it up. Else a Problem that says what became of it."""
    link = SignInLink.objects.filter(fingerprint=_fingerprint(token)).select_related("person").first()
    if link is None:
        raise Problem(
            "link-unknown",
            "We do not know this link.",
            "It may have been cut in two by the mail program, or be more than a day old.",
            "Copy the whole link from the letter, or ask for a new one.",
        )
    if link.used_at:
        raise Problem(
            "link-used",
            "This link has been used.",
            "Each link lets you in once.",
            "Ask for a new one on the sign-in page.",
        )
    if link.expires_at <= timezone.now():
        raise Problem(
            "link-old", "This link is too old.", "A link lasts 15 minutes.", "Ask for a new one on the sign-in page."
        )
    return link


def use(token: str) -> SignInLink:
    """The link, now used up. Of two presses at once only one gets it."""
    link, now = find(token), timezone.now()
    if not SignInLink.objects.filter(pk=link.pk, used_at__isnull=True, expires_at__gt=now).update(used_at=now):
        return find(token)
    return link


def used(token: str) -> SignInLink | None:
    """A link that has let somebody in already: for the second of two presses."""
    return SignInLink.objects.filter(fingerprint=_fingerprint(token), used_at__isnull=False).first()


def _post(code: str, address: str, to: Person | None, form: str, link: str) -> Letter:
    """A letter that goes at once, also to somebody we do not know; its link is not kept when it has been sent."""
    letter = letters.draft(
        code, to=to or Person(email=address), form=form, by=None, secret=("link",), link=link, address=address
    )
    letter.to, letter.address, letter.urgent = to, address, True
    letter.save()
    return letter


def _fingerprint(token: str) -> str:
    return sha256(token.encode()).hexdigest()
