"""A letter as an e-mail message: plain text and the same text as simple HTML. One receiver, no tracking."""

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.html import escape, urlize
from django.utils.safestring import SafeString, mark_safe

from vardevei.core.domain import addresses
from vardevei.core.models import Letter

ADDRESS = re.compile(r"https?://\S+")
METHOD = re.compile(r"^METHOD:([A-Z]+)\r?$", re.MULTILINE)
CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
KEY = re.compile(r"/(svar|stopp|pamelding|varsler)/")
PAGE = """<!doctype html>
<html lang="{form}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{subject}</title></head>
<body>
{body}
</body></html>
"""


def message(letter: Letter) -> EmailMessage:
    """The message that is sent: the same each time it is made, so that a second copy is known by its Message-ID."""
    mail = EmailMessage(policy=SMTP)
    mail["Message-ID"] = message_id(letter)
    mail["Date"] = format_datetime(letter.written_at)
    mail["Subject"] = in_a_header(letter.subject)
    mail["From"] = settings.VARDEVEI["mail_from"]
    mail["To"] = _receiver(letter)
    if letter.reply_to:
        mail["Reply-To"] = letter.reply_to
    mail["Auto-Submitted"] = "auto-generated"
    if stop := letter.stop or (addresses.stop(letter.key, letter.form) if letter.news else ""):
        mail["List-Unsubscribe"] = f"<{stop}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.set_content(letter.body, cte="quoted-printable")
    mail.add_alternative(html(letter), subtype="html", cte="quoted-printable")
    if letter.calendar:
        _put_in_calendar(mail, letter.calendar)
    mail["Content-Language"] = letter.form  # last: a part that is added takes such headers with it
    return mail


def _put_in_calendar(mail: EmailMessage, entry: str) -> None:
    """Twice: as one of the ways to show the letter, which calendars read, and as a file, for all other programs."""
    found = METHOD.search(entry)
    method = {"method": found[1]} if found else {}
    mail.add_alternative(entry, subtype="calendar", cte="quoted-printable", params=method)
    content = entry.encode()
    mail.add_attachment(content, "text", "calendar", filename="invite.ics", params={"charset": "utf-8", **method})


def message_id(letter: Letter) -> str:
    """The name of the message among all messages, made from the letter's key."""
    host = urlsplit(settings.VARDEVEI["address"]).hostname or "localhost"
    return f"<{letter.key.hex}@{host}>"


def sender() -> str:
    """The bare address that letters come from and bounces go to."""
    return parseaddr(settings.VARDEVEI["mail_from"])[1]


def _receiver(letter: Letter) -> Address:
    return Address(display_name=in_a_header(letter.name), addr_spec=ascii_address(letter.address))


def in_a_header(text: str) -> str:
    """One line, and nothing that reads as an encoded word: Python decodes "=?utf-8?q?=0ABcc:…?=" into a header more."""
    return CONTROL.sub(" ", text).replace("=?", "= ?").strip()


def ascii_address(address: str) -> str:
    """The address with its host in the letters that every mail server takes: post@færder.no too."""
    user, _at, host = address.rpartition("@")
    return f"{user}@{host.encode('idna').decode()}"


def html(letter: Letter) -> str:
    """The text as HTML: paragraphs, and links with their own words."""
    return PAGE.format(form=letter.form, subject=escape(letter.subject), body=paragraphs(letter.body))


def paragraphs(body: str, *, keys: bool = True) -> SafeString:
    """The body of a letter as HTML. Without `keys`, links that answer or stop for the receiver are only words."""
    parts = (part.strip().splitlines() for part in body.split("\n\n") if part.strip())
    lines = ("<br>\n".join(_line(line, keys) for line in part) for part in parts)
    return mark_safe("\n".join(f"<p>{part}</p>" for part in lines))


def _line(line: str, keys: bool) -> str:
    """ "Ja: https://…" becomes a link with the words "Ja", when it leads to this site.

    Any other address stands in full: somebody else's words must not hide where a link leads.
    """
    words, separator, address = line.rpartition(": ")
    ours = address.startswith(f"{settings.VARDEVEI['address']}/")
    if not separator or not ours or not ADDRESS.fullmatch(address):
        return urlize(line, autoescape=True)
    if not keys and KEY.search(address):
        return f"<u>{escape(words)}</u>"
    return f'<a href="{escape(address)}">{escape(words)}</a>'
