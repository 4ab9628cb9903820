"""From a name as Statistics Norway prints it ("Gáivuotna - Kåfjord - Kaivuono") to official names with languages."""

import re
from datetime import date

from vardevei.opendata.editions.answers import Answers
from vardevei.opendata.editions.tables import Tables

ADDED = re.compile(r"\s*\([^()]*\)\s*$")  # "Herøy (Nordland)": not part of the name
PLAIN = str.maketrans("ŋŊđĐŧŦ", "nNdDtT")  # letters that some of the lists lack
LANGUAGES = ("norwegian", "sami", "kven")


def parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"\s+[-–]\s+", ADDED.sub("", text)) if part.strip()]


def agrees(tables: Tables, place: str, day: date, text: str) -> bool:
    """Whether the place is called so on the day, letters that lists lack aside."""
    held = [row["name"].translate(PLAIN) for row in tables.names(place, day)]
    return held == [part.translate(PLAIN) for part in parts(text)]


def rename(tables: Tables, place: str, day: date, text: str, answers: Answers, note: str = "") -> None:
    """The place has the name from the day on; what it had ends the day before."""
    tables.close("names", place, day)
    for order, part in enumerate(parts(text), start=1):
        language = _language(tables, part, alone=len(parts(text)) == 1, answers=answers)
        tables.add("names", id=place, order=str(order), name=part, language=language, start=day.isoformat(), note=note)


def _language(tables: Tables, part: str, *, alone: bool, answers: Answers) -> str:
    known = {row["language"] for row in tables.rows["names"] if row["name"] == part}
    if len(known) == 1:
        return known.pop()
    if alone:
        return "norwegian"
    answered = answers.ask("language", part, f'Which language is the official name "{part}" in?', LANGUAGES)
    return answered[0] if answered else ""
