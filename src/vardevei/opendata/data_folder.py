"""Where this installation keeps what it makes: the database, the mart, a fetched edition of the register."""

import os
from pathlib import Path

SETTING = "VARDEVEI_DATA"
CHECKOUT = Path(__file__).resolve().parents[3]


def data_folder() -> Path:
    """What VARDEVEI_DATA says; else `var` in the checkout, wherever the command is called from; else `var` here."""
    given = os.environ.get(SETTING)
    if given:
        return Path(given).expanduser().resolve()
    return (CHECKOUT if (CHECKOUT / "pyproject.toml").exists() else Path.cwd()) / "var"
