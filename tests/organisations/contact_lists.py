"""What the tests of a county's own list share: lists made of a few rows, read, answered and put in."""

from collections.abc import Callable

from tests.organisations import contact_rows
from tests.people import TRONDELAG, place
from vardevei.organisations.imports.contact_lists import applying, comparing, reading
from vardevei.organisations.imports.contact_lists.plans import Plan, Question
from vardevei.organisations.models import ContactList, Role

SHAPES = {
    "xlsx": lambda county: reading.from_file(contact_rows.as_xlsx(), "liste.xlsx", county=county, by=None),
    "csv": lambda county: reading.from_file(contact_rows.as_csv(), "liste.csv", county=county, by=None),
    "pasted": lambda county: reading.from_text(contact_rows.pasted(), county=county, by=None),
}


def read(rows: list[list[str]], county: str = TRONDELAG) -> ContactList:
    text = "\n".join("\t".join(cells) for cells in rows)
    made = reading.from_text(text, county=place(county), by=None)
    return ContactList.objects.get(pk=made.pk)  # as it comes out of the database


def rows(*of: list[str]) -> list[list[str]]:
    return [["Kommune", "Navn", "E-post"], *of]


def planned(*of: list[str], county: str = TRONDELAG) -> Plan:
    return comparing.plan(read(rows(*of), county))


def first(question: Question) -> str:
    return question.choices[0].value


def answered(one: ContactList, choose: Callable[[Question], str] = first) -> Plan:
    """Every question answered, until there is none."""
    while (plan := comparing.plan(one)).open:
        answers = {q.key: choose(q) for item in plan.asked for q in item.questions if not q.answer}
        applying.decide(one, answers, by=None)
        one.refresh_from_db()
    return plan


def put_in(one: ContactList) -> ContactList:
    return applying.put_in(one, answered(one).seal(), by=None)


def state() -> list[tuple]:
    held = Role.objects.order_by("organisation", "person__name", "person__email")
    return list(held.values_list("organisation", "person__name", "person__email", "person__phone", "title", "end"))
