"""The keys in the links of alerts: signed, so that no account is needed. Each opens one thing alone."""

from django.core.signing import BadSignature, Signer

from vardevei.core.models import Person
from vardevei.guide.models import Subscription
from vardevei.opendata.problem import Problem

SIGNER = Signer(salt="vardevei.guide.alerts", sep="~")
CONFIRM, STOP, STOP_ALL, MINE = "c", "s", "a", "m"


def confirm(subscription: Subscription) -> str:
    """The page where the receiver says yes."""
    return f"/varsler/bekreft/{_token(CONFIRM, subscription.pk)}/"


def stop(subscription: Subscription) -> str:
    """The page where one press stops this one."""
    return f"/varsler/stopp/{_token(STOP, subscription.pk)}/"


def stop_all(person: Person) -> str:
    """The page where one press stops all that the person gets."""
    return f"/varsler/stopp/{_token(STOP_ALL, person.pk)}/"


def mine(person: Person) -> str:
    """The page of the person's own alerts."""
    return f"/varsler/mine/{token_of(person)}/"


def token_of(person: Person) -> str:
    """What the links to the person's own alerts are made of."""
    return _token(MINE, person.pk)


def to_confirm(token: str) -> Subscription:
    """Which one is said yes to. Errors: "link-broken", "alert-gone"."""
    found = Subscription.objects.filter(pk=_read(token, CONFIRM)[1]).select_related("person").first()
    if found is None:
        raise _gone()
    return found


def to_stop(token: str) -> tuple[Person | None, list[Subscription]]:
    """Whose they are, and what is left of what the link stops; nothing when it has been done."""
    kind, key = _read(token, STOP, STOP_ALL)
    rows = Subscription.objects.filter(pk=key) if kind == STOP else Subscription.objects.filter(person=key)
    found = list(rows.select_related("person"))
    return (found[0].person if found else None), found


def owner(token: str) -> Person:
    """Whose alerts the link opens. Errors: "link-broken", "alert-gone"."""
    found = Person.objects.present().filter(pk=_read(token, MINE)[1]).first()
    if found is None:
        raise _gone()
    return found


def _token(kind: str, key: int) -> str:
    return SIGNER.sign(f"{kind}{key}")


def _read(token: str, *kinds: str) -> tuple[str, int]:
    try:
        read = SIGNER.unsign(token)
        kind, key = read[:1], int(read[1:])
    except (BadSignature, ValueError) as error:
        raise _broken() from error
    if kind not in kinds:
        raise _broken()
    return kind, key


def _broken() -> Problem:
    return Problem(
        "link-broken",
        "This link is not whole.",
        "Some mail programs break long links in two.",
        "Open the link from the letter again, or copy all of it.",
    )


def _gone() -> Problem:
    return Problem(
        "alert-gone",
        "This alert is no longer here.",
        "It was stopped, or nobody confirmed it in seven days.",
        "You are welcome to ask for it again.",
    )
