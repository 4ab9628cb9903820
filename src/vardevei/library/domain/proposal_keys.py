"""The key in the link to one's own proposal: signed, for one person and one example, so that no account is needed."""

from django.core.signing import BadSignature, Signer

from vardevei.core.models import Person
from vardevei.library.models import Example
from vardevei.opendata.problem import Problem

SIGNER = Signer(salt="vardevei.library.proposal", sep="~")


def token(example: Example, person: Person) -> str:
    """What the person's links carry."""
    return SIGNER.sign(f"{example.pk}-{person.pk}")


def path(example: Example, person: Person) -> str:
    """The page of the person's own proposal."""
    return f"/eksempler/forslag/{token(example, person)}/"


def find(signed: str) -> tuple[Example, Person]:
    """Whose link it is, and to what. Errors: it is not whole ("link-broken"); it is gone ("proposal-gone")."""
    try:
        example, person = (int(part) for part in SIGNER.unsign(signed).split("-"))
    except (BadSignature, ValueError) as error:
        raise Problem(
            "link-broken",
            "This link is not whole.",
            "Some mail programs break long links in two.",
            "Open the link from the letter again, or copy all of it.",
        ) from error
    found = Example.objects.filter(pk=example).select_related("county", "published").first()
    who = Person.objects.present().filter(pk=person).first()
    if found is None or who is None:
        raise Problem(
            "proposal-gone",
            "This proposal is no longer here.",
            "It was not confirmed within thirty days, or whoever wrote it has been erased.",
            "You are welcome to write it again.",
        )
    return found, who
