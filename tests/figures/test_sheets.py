"""The mayor's sheet: one page for every municipality, accessible, in its form, with the site's own numbers."""

import io
from datetime import timedelta
from decimal import Decimal
from zipfile import ZipFile

import pypdf
import pytest
from click.testing import CliRunner
from django.utils import timezone
from django.utils.translation import override

from tests import pdf_rules, people
from vardevei.cli.main import group
from vardevei.core.domain import files, runs, working
from vardevei.core.models import Delivery, Run
from vardevei.figures.domain import mart, material, sheet_words, sheets
from vardevei.opendata import calculate, places
from vardevei.organisations.domain import steps
from vardevei.organisations.models import Organisation
from vardevei.projects.models import Participation, Project

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_site")]


def of(number: str):
    found = places.by_number(number)
    assert found
    return found


def read(made: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(made))


def text_of(number: str, **choices) -> str:
    said = read(sheets.make(of(number), **choices)).pages[0].extract_text()
    return " ".join(said.replace("\u00ad", "").split())


def filled(number: str, count: int) -> None:
    """A municipality with many projects whose words are as long as sources have them."""
    delivery, place = Delivery.objects.first(), Organisation.objects.get(pk=of(number).id)
    for spot in range(count):
        words = {"acronym": f"LANGT-AKRONYM-SOM-ALDRI-TAR-SLUTT-{spot}", "title": "Extraordinarily long titles " * 12}
        project = Project.objects.create(family="horizon-2020", number=f"{number}-{spot}", source="list", **words)
        Participation.objects.create(
            project=project, source="list", key=f"{number}-{spot}", delivery=delivery, name="Kommunen", country="NO",
            role="coordinator", year=2020, amount=Decimal("999999999.99"), organisation=place, link_state="placed",
            link_relation="itself",
        )  # fmt: skip


def test_every_rule_of_an_independent_checker_passes() -> None:
    """A full sheet in nynorsk, and one without anything."""
    filled("4601", 25)
    for number in ("4601", "5054"):
        pdf_rules.check(sheets.make(of(number)))


def test_every_municipality_has_one_tagged_page_in_its_own_form() -> None:
    neighbours = ("5054", "5001", "1120", "4601", "4204", "1580", "5501")
    for number in neighbours:
        filled(number, 25)
        people.contact(number, f"Anne Margrethe Kristoffersen-Bjørnstjerne von Øvrebø den {number}")

    langs = {}
    for place, made in sheets.make_each(sheets.of_county()):
        pdf = read(made)
        assert len(pdf.pages) == 1, place
        root = pdf.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"]
        assert pdf.metadata
        assert place.name() in str(pdf.metadata.title)
        langs[place.number()] = root["/Lang"]

    assert len(langs) == 357
    # Indre Fosen is bokmål, Time nynorsk; Bergen is neutral, and the facts do not hold what its county has resolved.
    assert [langs[number] for number in ("5054", "1121", "4601")] == ["nb-NO", "nn-NO", "nb-NO"]


def test_what_was_not_found_is_said_and_never_that_it_does_not_take_part() -> None:
    text = text_of("5054")

    assert "Indre Fosen er ikke funnet i kildene som er lastet inn." in text
    assert "Det betyr ikke at kommunen ikke deltar" in text
    assert "Lastet inn: Horisont 2020 2014–2021." in text
    assert "Norges forskningsråd" in text


def test_projects_stand_with_years_and_money_and_the_rest_is_counted() -> None:
    text = text_of("0301")

    assert "Oslo er funnet i 17 prosjekter" in text
    assert "MOVE21" in text
    assert "1 654 500 EUR" in text
    assert "De største vises. 11 prosjekter til er funnet." in text
    assert "Horisont 2020" in text


def test_nynorsk_is_nynorsk() -> None:
    from tests.web.test_translations import bokmaal_in

    with override("nn"):
        told = sheet_words.of(of("0301"), material.gather(), sheets.Wish(), sheets.ROOMS[0])

    own = [told["title"], told["lead"], told["more"], *told["heads"]["others"], told["beside"]["said"]]
    own += [piece["text"] for piece in told["foot"] if piece["lang"] == "nn"]
    assert [bokmaal_in(text) for text in own if bokmaal_in(text)] == []
    assert "funnen i 17 prosjekt" in told["lead"]


def test_shares_are_those_of_the_sites_figure() -> None:
    today = timezone.localdate()
    with calculate.open_mart(mart.folder().parent) as connection:
        figure = calculate.run("participation-by-county", connection, borders=str(today.year))
    rows = {row["county_number"]: row for row in figure.rows}

    gathered = material.gather()
    for county in places.on(today, "county"):
        here = gathered.here[county.id]
        assert len(here) == rows[county.number()]["municipalities"], county
        seen = sum(gathered.found.count(place.id) > 0 for place in here)
        assert seen == rows[county.number()]["municipalities_found"], county


def test_only_the_contacts_name_is_personal_and_the_step_only_when_wanted() -> None:
    ola, kari = people.adviser(), people.contact()
    type(kari).objects.filter(pk=kari.pk).update(phone="99 88 77 66")
    due = timezone.localdate() + timedelta(days=3)
    steps.plan(people.place("5054"), what="Sende utkast", due=due, who=ola, by=ola)

    plain, with_step = text_of("5054"), text_of("5054", wish=sheets.Wish(step=True))

    assert "Kari Nes" in plain
    assert "Ola Vik" in plain
    assert [words for words in ("99 88 77 66", "kari.nes@eksempel.no", "Sende utkast") if words in plain] == []
    assert "Neste steg: Sende utkast, innen" in with_step


def test_the_command_writes_a_countys_sheets(tmp_path) -> None:
    done = CliRunner().invoke(group, ["sheets", "--county", "03", "--out", str(tmp_path / "ark")])

    assert done.output == f"1 sheets in {tmp_path / 'ark'}\n"
    assert [path.name for path in (tmp_path / "ark").iterdir()] == ["0301-oslo.pdf"]


def test_long_work_makes_an_archive() -> None:
    asked = {"county": "03", "ring": None, "form": "nn", "step": False}
    run = runs.begin("sheets", by=people.administrator(), values=asked)

    working.carry_out(run.pk)

    done = Run.objects.get()
    assert (done.state, done.done, done.total) == ("done", 1, 1)
    with files.open(done.result) as file, ZipFile(file) as archive:
        assert archive.namelist() == ["0301-oslo.pdf"]
