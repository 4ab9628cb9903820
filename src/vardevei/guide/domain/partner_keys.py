"""The key in the link to a request that one has sent in: signed, so that no account is needed."""

from django.core.signing import BadSignature, Signer

from vardevei.guide.models import PartnerRequest
from vardevei.opendata.problem import Problem

SIGNER = Signer(salt="vardevei.guide.partner", sep="~")


def token(request: PartnerRequest) -> str:
    """What the sender's links carry."""
    return SIGNER.sign(str(request.pk))


def path(request: PartnerRequest) -> str:
    """The sender's own page."""
    return f"/partnersok/sendt/{token(request)}/"


def find(signed: str) -> PartnerRequest:
    """Errors: the link is not whole ("link-broken"); the request is gone ("partner-request-gone")."""
    try:
        key = int(SIGNER.unsign(signed))
    except (BadSignature, ValueError) as error:
        raise Problem(
            "link-broken",
            "This link is not whole.",
            "Some mail programs break long links in two.",
            "Open the link from the letter again, or copy all of it.",
        ) from error
    found = PartnerRequest.objects.filter(pk=key, sent_in=True).select_related("county", "by").first()
    if found is None:
        raise Problem(
            "partner-request-gone",
            "This partner request is no longer here.",
            "It was not confirmed within thirty days.",
            "You are welcome to send it again.",
        )
    return found
