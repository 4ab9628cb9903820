"""Where letters leave the house: a mail server, or a folder when none is set up."""

import smtplib
import ssl
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol, Self
from urllib.parse import parse_qs, unquote, urlsplit

from django.conf import settings

from vardevei.core.domain.messages import sender

SECONDS = 20
LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class Down(Exception):
    """The server cannot take any letter now. `midway` when it went away while it was being given one."""

    def __init__(self, said: str, *, midway: bool = False) -> None:
        self.midway = midway
        super().__init__(said)


class Later(Exception):
    """The server will take this letter another time."""


class Refused(Exception):
    """The server will never take this letter. `address` when it is the receiver's address that does not work."""

    def __init__(self, said: str, *, address: bool) -> None:
        self.address = address
        super().__init__(said)


class Post(Protocol):
    def send(self, mail: EmailMessage, to: str) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(self, *error: object) -> None: ...


def office() -> Post:
    """The mail server of the settings, or the folder."""
    return Server(settings.VARDEVEI["mail"]) if settings.VARDEVEI["mail"] else Folder(folder())


def folder() -> Path:
    """Where letters lie as files when there is no mail server."""
    return Path(settings.VARDEVEI["data"]) / "mail"


def forget(message_id: str) -> None:
    """Take a letter away that lies as a file."""
    Folder(folder()).file(message_id).unlink(missing_ok=True)


def leaves_the_house(address: str) -> bool:
    """Whether the mail server is to have it. No address under .invalid exists: those of the demonstration are."""
    return not address.endswith(".invalid")


class Folder:
    """Each letter is a file that a mail program can open."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def send(self, mail: EmailMessage, to: str) -> None:
        self.place.mkdir(parents=True, exist_ok=True)
        self.file(str(mail["Message-ID"])).write_bytes(mail.as_bytes())

    def file(self, message_id: str) -> Path:
        return self.place / f"{message_id.strip('<>').partition('@')[0]}.eml"


class Server:
    """One connection for a whole round of letters; made when the first is sent, and again after it was lost."""

    def __init__(self, address: str) -> None:
        self.address = urlsplit(address)
        self.options = parse_qs(self.address.query)
        self.connection: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self.connection is not None:
            try:
                self.connection.quit()
            except (smtplib.SMTPException, OSError):
                self.connection.close()

    def send(self, mail: EmailMessage, to: str) -> None:
        connection = self._connected()
        try:
            connection.send_message(mail, from_addr=sender(), to_addrs=[to])
        except smtplib.SMTPRecipientsRefused as error:
            raise _answer(*next(iter(error.recipients.values())), receiver=True) from error
        except smtplib.SMTPSenderRefused as error:
            raise Down(f"{error.smtp_code} {_text(error.smtp_error)}") from error
        except smtplib.SMTPResponseException as error:
            raise _answer(error.smtp_code, error.smtp_error, receiver=False) from error
        except (smtplib.SMTPException, OSError) as error:
            self.connection = None
            raise Down(str(error), midway=True) from error

    def _connected(self) -> smtplib.SMTP:
        if self.connection is None:
            try:
                self.connection = self._connect()
            except (smtplib.SMTPException, OSError) as error:
                raise Down(str(error)) from error
        return self.connection

    def _connect(self) -> smtplib.SMTP:
        host, user = self.address.hostname or "localhost", self.address.username
        if self.address.scheme == "smtps":
            connection: smtplib.SMTP = smtplib.SMTP_SSL(
                host, self.address.port or 465, timeout=SECONDS, context=ssl.create_default_context()
            )
        else:
            connection = smtplib.SMTP(host, self.address.port or 587, timeout=SECONDS)
            if self.options.get("tls", ["no" if host in LOOPBACK else "yes"]) != ["no"]:
                connection.starttls(context=ssl.create_default_context())
        if user:
            connection.login(unquote(user), unquote(self.address.password or ""))
        return connection


def _answer(code: int, text: bytes | str, *, receiver: bool) -> Exception:
    said = f"{code} {_text(text)}"
    if code < 500:
        return Down(said) if code == 421 else Later(said)
    # 5.7.x is the server's opinion of us, not of the address; so is "log in first".
    about_us = _text(text).startswith("5.7.") or code in {530, 535}
    return Down(said) if about_us and receiver else Refused(said, address=receiver)


def _text(said: bytes | str) -> str:
    return said.decode(errors="replace") if isinstance(said, bytes) else said
