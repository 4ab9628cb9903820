"""What a person does with the account: arrive, change address and password, connect and disconnect ways in."""

from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import letters, log, people
from vardevei.core.models import Person, SignInLink
from vardevei.opendata.problem import Problem


@transaction.atomic
def arrive(link: SignInLink, *, name: str = "") -> Person:
    """Whoever the used link belongs to; somebody new is made. One whose account is closed is never let in."""
    new = not Person.objects.filter(email=link.email).exists()
    person = people.find_or_make(link.email, name)
    must_be_open(person)
    if new:
        log.write("person-arrived", _("{who} kom til Vardevei."), by=person, about=person, who=person)
    return person


def must_be_open(person: Person) -> None:
    """Raises for a person who has been erased, or whose account is closed."""
    if not person.is_active or person.erased_at:
        raise Problem(
            "account-closed",
            "This account is closed.",
            "An administrator has closed it, or the person has been erased.",
            "Write to whoever runs the site.",
        )


def signed_in(person: Person, how: str | Promise) -> None:
    """Written when somebody has come all the way in."""
    log.write("signed-in", _("{who} logget inn med {how}."), by=person, about=person, who=person, how=how)


def locked_out(person: Person, minutes: int) -> None:
    """Written when somebody has tried too often, so that the person and an administrator can see it."""
    text = _("Innlogging for {who} ble stengt i {minutes} minutter etter for mange forsøk.")
    log.write("locked-out", text, by=None, about=person, who=person, minutes=minutes)


@transaction.atomic
def set_password(person: Person, password: str | None) -> None:
    """A new password, or none. Other sessions end by themselves."""
    person.set_password(password)
    person.save(update_fields=["password"])
    text = _("{who} valgte et nytt passord.") if password else _("{who} tok bort passordet sitt.")
    log.write("password-set", text, by=person, about=person, who=person)


@transaction.atomic
def change_address(link: SignInLink, *, form: str) -> Person:
    """The person's address becomes the one that the used link has proved; the old one is told."""
    person = link.person
    if person is None:
        raise ValueError("The link is for signing in, not for a new address")
    must_be_open(person)
    must_be_free(link.email)
    if person.made_up:
        raise Problem(
            "made-up-address",
            "A made-up person cannot have a real address.",
            "Whoever has it could sign in as staff without a code.",
            "Make a person of your own: ask for a link with your address.",
        )
    if person.email:
        letters.write("address-changed", to=person, form=form, by=None, new=link.email)
    person.email = link.email
    person.save(update_fields=["email"])
    log.write("address-changed", _("{who} byttet e-postadresse."), by=person, about=person, who=person)
    return person


def must_be_free(email: str) -> None:
    """Raises when another person has the address."""
    if Person.objects.filter(email=email.strip().lower()).exists():
        raise Problem(
            "address-taken",
            "The address is in use.",
            "Another account has it.",
            "Sign in with that address instead, or write to whoever runs the site.",
        )


@transaction.atomic
def connect(person: Person, provider: str, subject: str, *, name: str) -> SocialAccount:
    """Let the person in by the provider from now on. Nothing but the provider's own key for her is kept."""
    kept, new = SocialAccount.objects.get_or_create(provider=provider, uid=subject, defaults={"user": person})
    if kept.user_id != person.pk:
        raise Problem(
            "connected-elsewhere",
            "This sign-in belongs to another account.",
            "Each can be connected to one account only.",
            "Sign in with it, and disconnect it there first.",
        )
    if new:
        text = _("{who} koblet til {provider} som måte å logge inn på.")
        log.write("provider-connected", text, by=person, about=person, who=person, provider=name)
    return kept


@transaction.atomic
def disconnect(person: Person, provider: str, *, name: str) -> None:
    """Take the provider away as a way in; never the last one."""
    ways = SocialAccount.objects.filter(user=person)
    if not person.email and ways.exclude(provider=provider).count() == 0:
        raise Problem(
            "last-way-in",
            "This is your only way in.",
            "You have no e-mail address here that a link can be sent to.",
            "Put in an e-mail address first.",
        )
    if ways.filter(provider=provider).delete()[0]:
        text = _("{who} koblet fra {provider} som måte å logge inn på.")
        log.write("provider-disconnected", text, by=person, about=person, who=person, provider=name)
