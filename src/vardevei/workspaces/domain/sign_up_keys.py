"""The key in the links of a sign-up: signed, so that nobody can guess another's."""

from uuid import UUID

from django.core.signing import BadSignature, Signer

from vardevei.opendata.problem import Problem
from vardevei.workspaces.models import SignUp

SIGNER = Signer(salt="vardevei.workspaces.sign-up", sep="~")


def token(sign_up: SignUp) -> str:
    """What her links carry."""
    return SIGNER.sign(sign_up.key.hex)


def path(sign_up: SignUp, act: str = "") -> str:
    """Her own page, or the page where one press does the act."""
    return f"/pamelding/{token(sign_up)}/{f'{act}/' if act else ''}"


def find(signed: str) -> SignUp:
    """Whose link it is. Errors: it is not whole ("link-broken"); the sign-up is gone ("sign-up-gone")."""
    try:
        key = UUID(SIGNER.unsign(signed))
    except (BadSignature, ValueError) as error:
        raise Problem(
            "link-broken",
            "This link is not whole.",
            "Some mail programs break long links in two.",
            "Open the link from the letter again, or copy all of it.",
        ) from error
    found = SignUp.objects.filter(key=key).select_related("event__workspace__owner", "person", "organisation").first()
    if found is None:
        raise Problem(
            "sign-up-gone",
            "This sign-up is no longer here.",
            "The event was deleted, or it is long ago.",
            "You need not do anything.",
        )
    return found
