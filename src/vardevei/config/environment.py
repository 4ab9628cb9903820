"""Every setting that can be given from outside: name, default, meaning. `docs/operate.md` prints this table."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Setting:
    name: str
    default: str
    meaning: str

    def value(self) -> str:
        return os.environ.get(self.name, self.default)


SETTINGS = [
    Setting(
        "VARDEVEI_DATA",
        "var",
        "Folder for the database, the mart and fetched files: all there is to back up. In a checkout, beside src.",
    ),
    Setting("VARDEVEI_DATABASE", "", "postgresql://user:password@host:port/name. Empty: SQLite in the data folder."),
    Setting("VARDEVEI_SECRET_KEY", "", "Signs cookies and links. Empty: made once and kept in the data folder."),
    Setting("VARDEVEI_HOSTS", "localhost,127.0.0.1,[::1]", "Host names the site answers to, with commas between."),
    Setting(
        "VARDEVEI_ADDRESS",
        "http://localhost:8000",
        "The public address, used in links that leave the site. While `make start` serves on another port, that one.",
    ),
    Setting("VARDEVEI_HTTPS", "no", "yes: secure cookies, redirect to https, and HSTS. Turn on behind TLS."),
    Setting("VARDEVEI_DEBUG", "no", "yes: error pages with details. Never on a public machine."),
    Setting(
        "VARDEVEI_MAIL",
        "",
        "The mail server: smtp://user:password@host:587 (STARTTLS; ?tls=no without) or smtps://user:password@host:465. "
        "Empty: letters are written as files in the data folder's mail/.",
    ),
    Setting("VARDEVEI_MAIL_FROM", "Vardevei <vardevei@localhost>", "Whom letters come from; bounces go there."),
    Setting(
        "VARDEVEI_PROXIES",
        "0",
        "How many proxies of yours stand in front, each adding to X-Forwarded-For. Tries to sign in are counted by the "
        "address found so; 0: the address that connects.",
    ),
    Setting("VARDEVEI_SIGN_IN", "", "JSON file with OpenID Connect providers, see sign-in.md. Empty: none."),
    Setting(
        "VARDEVEI_CALLS", "no", "yes: each night, ask the EU's portal for its open and coming calls over the network."
    ),
    Setting("VARDEVEI_CONTACT", "", "E-mail address that the accessibility statement and the error pages give."),
    Setting("VARDEVEI_OPERATOR", "", "Who runs this site, shown in the footer. Empty: nothing is claimed."),
]
_BY_NAME = {setting.name: setting for setting in SETTINGS}


def text(name: str) -> str:
    return _BY_NAME[name].value()


def address(data: Path) -> str:
    """The public address. `make start` tells the commands in other windows, in the data folder, what it serves at."""
    served = data / "served-at"
    if "VARDEVEI_ADDRESS" not in os.environ and served.exists():
        return served.read_text().strip()
    return text("VARDEVEI_ADDRESS").rstrip("/")


def yes(name: str) -> bool:
    return text(name).strip().lower() in {"yes", "true", "1", "on"}


def words(name: str) -> list[str]:
    return [word.strip() for word in text(name).split(",") if word.strip()]
