"""The addresses that letters carry: links to pages, signed links to answer, and to stop news."""

from datetime import date
from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.utils.formats import date_format
from django.utils.translation import get_language

from vardevei.core.enums import LanguageForm
from vardevei.opendata.problem import Problem


def absolute(path: str, form: str) -> str:
    """The whole address of a page, in the form of language; what is whole already stays."""
    if not path.startswith("/"):
        return path
    prefix = "" if form == settings.LANGUAGE_CODE else f"/{form}"
    return f"{settings.VARDEVEI['address']}{prefix}{path}"


def answer(key: UUID, value: str, form: str) -> str:
    """The link that answers a letter's question with a value; an empty value opens the question."""
    return absolute(f"/svar/{token_of(key, value)}/", form)


def token_of(key: UUID, value: str) -> str:
    """What an answering link carries: the letter and the answer, signed."""
    return _signer("answer").sign(f"{key.hex}.{value}")


def stop(key: UUID, form: str) -> str:
    """The link that stops news to the receiver of a letter."""
    return absolute(f"/stopp/{_signer('stop').sign(key.hex)}/", form)


def read_answer(token: str) -> tuple[UUID, str]:
    """The letter's key and the value that an answering link carries."""
    key, _dot, value = _read("answer", token).partition(".")
    return UUID(key), value


def read_stop(token: str) -> UUID:
    """The letter's key that a stopping link carries."""
    return UUID(_read("stop", token))


def day(when: date | None) -> str:
    """A day in words, in the language in use."""
    english = get_language() == LanguageForm.ENGLISH
    return date_format(when, "j F Y" if english else "j. F Y") if when else ""


def _signer(what: str) -> Signer:
    return Signer(salt=f"vardevei.letters.{what}", sep="~")


def _read(what: str, token: str) -> str:
    try:
        return _signer(what).unsign(token)
    except BadSignature as error:
        raise Problem(
            "link-broken",
            "This link is not whole.",
            "Some mail programs break long links in two.",
            "Open the link from the letter again, or copy all of it.",
        ) from error
