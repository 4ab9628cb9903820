"""One page that a mayor reads in a minute: an accessible PDF for each municipality, in its form of Norwegian."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO
from zipfile import ZIP_STORED, ZipFile

import typst
from django.utils import timezone
from django.utils.translation import override

from vardevei.core import printing
from vardevei.core.enums import LanguageForm
from vardevei.figures.domain import material as of_all
from vardevei.figures.domain import sheet_words
from vardevei.figures.domain.material import Material
from vardevei.figures.domain.sheet_words import Room, Wish
from vardevei.opendata import attributes, places
from vardevei.opendata.places import Place
from vardevei.opendata.problem import Problem

__all__ = ["Wish", "form_of", "make", "make_each", "name_of", "of_county", "zipped"]

PAGE = Path(__file__).parents[1] / "sheet.typ"
# What does not fit on one page gets less room, until it does.
ROOMS = (Room(6, 5, 90), Room(5, 4, 60), Room(4, 3, 0), Room(2, 2, 0), Room(1, 1, 0))
TOO_LONG = "more than one page"
FORMS = {"bokmål": LanguageForm.BOKMAL, "nynorsk": LanguageForm.NYNORSK}


def make(place: Place, *, form: str = "", wish: Wish | None = None, material: Material | None = None) -> bytes:
    """The sheet as PDF/UA-1, never more than one page. `form` is "nb" or "nn"; without it, the municipality's own."""
    material, form = material or of_all.gather(), form or form_of(place)
    for room in ROOMS:
        with override(form):
            told = sheet_words.of(place, material, wish or Wish(), room)
        try:
            return printing.pdf(PAGE, "sheet", told)
        except typst.TypstError as error:
            if TOO_LONG not in str(error):
                raise
    raise Problem(
        "sheet-too-long",
        f"The sheet of {place.name()} does not fit on one page.",
        "A name or a contact is longer than the page has room for.",
        "Tell those who make the program which municipality it is.",
        name=place.name(),
    )


def make_each(them: Iterable[Place], *, form: str = "", wish: Wish | None = None) -> Iterator[tuple[Place, bytes]]:
    """The sheet of each, one at a time; what they are made of is gathered once."""
    material = of_all.gather()
    for place in them:
        yield place, make(place, form=form, wish=wish, material=material)


def zipped(them: Sequence[Place], file: IO[bytes], *, form: str = "", wish: Wish | None = None) -> Iterator[Place]:
    """Put the sheet of each into one archive; gives the municipality that has just been written."""
    with ZipFile(file, "w", ZIP_STORED) as archive:  # a PDF is packed already
        for place, made in make_each(them, form=form, wish=wish):
            archive.writestr(name_of(place), made)
            yield place


def of_county(number: str = "") -> list[Place]:
    """The municipalities of a county today, in the order of their numbers; without a number, all of them."""
    today = timezone.localdate()
    if number and not any(county.number(today) == number for county in places.on(today, "county")):
        raise Problem(
            "unknown-county",
            f"There is no county {number}.",
            "The register does not have that number today.",
            "Use the two digits of the county: 50 for Trøndelag.",
            number=number,
        )
    return [place for place in places.on(today) if place.number(today).startswith(number)]


def form_of(place: Place) -> LanguageForm:
    """The municipality's own form of Norwegian; of a neutral one, its county's; else bokmål."""
    county = places.by_number(place.number()[:2])
    own = FORMS.get(attributes.language_form(place) or "")
    return own or FORMS.get((attributes.language_form(county) if county else None) or "") or LanguageForm.BOKMAL


def name_of(place: Place) -> str:
    """ "5054-indre-fosen.pdf"; two municipalities may share a name, never a number."""
    plain = place.name().casefold().replace("æ", "ae").replace("ø", "o").replace("å", "a")
    return f"{place.number()}-{re.sub(r'[^a-z0-9]+', '-', plain).strip('-')}.pdf"
