"""The texts of letters: `<room>/letters/<code>.<form>.txt`, first line the subject, then a blank line, then the body.

They are Django templates without autoescape: what they make is plain text.
"""

import csv
from functools import cache
from pathlib import Path

from django.apps import apps
from django.template import Context, Engine, Template
from django.utils.translation import override

from vardevei.core.enums import LanguageForm

HOLE = "\0"  # no text that people write can hold it
PLAIN = Engine(autoescape=False, string_if_invalid=f"{HOLE}%s{HOLE}")


def folders() -> list[Path]:
    """The folder of letters of each room that has one."""
    ours = (Path(app.path) / "letters" for app in apps.get_app_configs() if app.name.startswith("vardevei."))
    return [folder for folder in ours if folder.is_dir()]


def codes() -> list[str]:
    """The codes of all letters, in the order of the alphabet."""
    return sorted({file.name.split(".")[0] for folder in folders() for file in folder.glob("*.txt")})


def facts() -> dict[str, dict[str, str]]:
    """When each letter is sent, to whom, and whether it is a notice or news: `<room>/letters/about.csv`."""
    found: dict[str, dict[str, str]] = {}
    for folder in folders():
        with (folder / "about.csv").open(encoding="utf-8") as file:
            found |= {row["code"]: row for row in csv.DictReader(file)}
    return dict(sorted(found.items()))


def source(code: str, form: str) -> str:
    """The text of a letter in a form of language, as it lies in its file."""
    name = f"{code}.{form}.txt"
    for folder in folders():
        if (folder / name).exists():
            return (folder / name).read_text(encoding="utf-8")
    raise LookupError(f"No room has the text letters/{name}: a letter needs one for each form of language.")


def render(code: str, form: str, values: dict[str, object]) -> tuple[str, str]:
    """Subject and body, with the values in their holes. Dates and numbers are written as the form does."""
    with override(LanguageForm(form).value):
        text = _template(code, form).render(Context(values, autoescape=False))
    if HOLE in text:
        raise KeyError(f"The letter {code} was written without the value {text.split(HOLE)[1]}")
    subject, _blank, body = text.partition("\n")
    return " ".join(subject.split()), body.strip() + "\n"


@cache
def _template(code: str, form: str) -> Template:
    return PLAIN.from_string(source(code, form))
