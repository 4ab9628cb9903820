"""What they have done: talked with municipalities, planned what comes next, written notes and a letter."""

from datetime import date, timedelta

from django.utils import timezone

from vardevei.core.domain import answers, people
from vardevei.core.domain.made_up import DOMAIN
from vardevei.core.domain.questions import NO, YES
from vardevei.core.models import Letter
from vardevei.demo.cast import Cast
from vardevei.organisations.domain import contacts, dialogue, joining, mailings, notes, steps
from vardevei.organisations.domain.mailing_texts import CONFIRM
from vardevei.organisations.enums import Channel
from vardevei.organisations.models import Organisation, Role
from vardevei.organisations.roles import CONTACT

TALKS = (
    (Channel.PHONE, "Snakket om hva som kan passe for kommunen. De vil se på det i ledergruppa. (eksempel)"),
    (Channel.MEETING, "Møte på rådhuset. Flom i sentrum er det de er mest opptatt av. (eksempel)"),
    (Channel.MAIL, "Sendte lenke til utlysningen om skoleutveksling. (eksempel)"),
    (Channel.VISIT, "Besøkte næringshagen sammen med ordføreren. (eksempel)"),
)
STEPS = ("Ring igjen etter ledermøtet", "Send eksempler fra nabokommuner", "Avtal et møte med skolesjefen")
SOMEBODY_ELSE = "Tuva Tangen (eksempel), tuva@eksempel.invalid"
NOTE = "Liten administrasjon: foretrekker telefon før klokka ti. Vil gjerne delta sammen med nabokommunene. (eksempel)"


def play(county: Organisation, cast: Cast) -> None:
    """Two years of work, spread over the municipalities so that every page has something to show."""
    for number, role in enumerate(cast.contacts):
        if number % 4:
            _talk(number, role, cast)
        if number % 3 == 0:
            _plan(number, role, cast)
        if number % 6 == 1:
            notes.write(_at(role), text=NOTE, by=cast.editor)
    _ask_all(county, cast)
    _newcomer(county)


def _ask_all(county: Organisation, cast: Cast) -> None:
    """A letter to all contacts, "are you still the contact?"; two in five have answered."""
    mailing = mailings.begin(county, by=cast.adviser, code=CONFIRM)
    mailing.save()
    mailings.send(mailing, by=cast.adviser)
    for number, letter in enumerate(Letter.objects.about(mailing).order_by("pk")):
        if number % 5 in (0, 3):
            answers.answer(letter, NO if number == 3 else YES, more=SOMEBODY_ELSE if number == 3 else "")


def _newcomer(county: Organisation) -> None:
    """Somebody asks to be the contact where there is none."""
    vacant = next((one.organisation for one in contacts.of_county(county) if one.vacant), None)
    if vacant:
        person = people.find_or_make(f"ny.{vacant.number}@{DOMAIN}", "Nora Nyansatt (eksempel)")
        joining.ask(person, vacant, CONTACT, reason="Jeg begynte som rådgiver i høst. (eksempel)")


def _talk(number: int, role: Role, cast: Cast) -> None:
    channel, text = TALKS[number % len(TALKS)]
    day = _day(-3 - (number * 17) % 400)
    dialogue.add(_at(role), channel=channel, day=day, whom=role.person.name, text=text, by=cast.adviser)


def _plan(number: int, role: Role, cast: Cast) -> None:
    """One in three is late, and one in four is done."""
    step = steps.plan(
        _at(role),
        what=f"{STEPS[number // 3 % len(STEPS)]} (eksempel)",
        due=_day(-6 if number % 9 == 0 else 5 + number),
        who=cast.adviser,
        by=cast.editor,
    )
    if number % 12 == 0:
        steps.finish(step, outcome="De er med. (eksempel)", by=cast.adviser)


def _at(role: Role) -> Organisation:
    assert role.organisation is not None  # a contact always has one
    return role.organisation


def _day(from_today: int) -> date:
    return timezone.localdate() + timedelta(days=from_today)
