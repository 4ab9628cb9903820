"""A county writes to its municipalities: one letter for each contact, in the right form, sent once."""

import re
from datetime import date

import pytest
from django.utils import timezone

from tests import people
from tests.mail import MailServer
from vardevei.core.domain import answers
from vardevei.core.domain.sending import send_waiting
from vardevei.core.models import Letter, LogEntry
from vardevei.opendata.problem import Problem
from vardevei.organisations.domain import mailing_results, mailing_texts, mailings, merging
from vardevei.organisations.domain.receivers import receivers
from vardevei.organisations.enums import Asked, LeftOut
from vardevei.organisations.models import Mailing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
NYNORSK = "4647"  # Sunnfjord, in Vestland
BERGEN = "4601"


@pytest.fixture
def adviser():
    return people.adviser(people.VESTLAND)


def written(by, *, reminds: Mailing | None = None, **fields) -> Mailing:
    mailing = mailings.begin(people.place(people.VESTLAND), by=by)
    mailing.text_nn = ""
    texts = {"subject_nb": "Samling i {{ kommune }}", "text_nb": "Hei {{ navn }},\n\nvelkommen til {{ fylke }}."}
    for name, value in {**texts, **fields}.items():
        setattr(mailing, name, value)
    mailing.save()
    return mailing


def test_each_contact_gets_one_letter_in_the_form_of_the_municipality_or_of_the_person(adviser, mail_server) -> None:
    neutral = people.contact(BERGEN, "Berit Berg")
    people.contact(NYNORSK, "Nils Nyno")
    own_choice = people.contact("4640", "Eva Eng")
    own_choice.form = "nb"
    own_choice.save()
    mailing = written(adviser, subject_nn="Samling i {{ kommune }}", text_nn="Hei {{ namn }},\n\nvelkomen.")

    assert mailings.send(mailing, by=adviser) == 3
    assert mailings.send(mailing, by=adviser) == 3
    send_waiting()

    got = {mail["To"].addresses[0].display_name: mail for mail in mail_server.letters}
    assert {name: mail["Content-Language"] for name, mail in got.items()} == {
        "Berit Berg": "nb",
        "Nils Nyno": "nn",
        "Eva Eng": "nb",
    }
    assert got["Berit Berg"]["Subject"] == "Samling i Bergen"
    body = got["Nils Nyno"].get_body(("plain",)).get_content()
    assert " ".join(body.split()) == "Hei Nils Nyno, velkomen. Helsing Ola Vik Vestland fylkeskommune"
    assert {mail["Reply-To"] for mail in mail_server.letters} == {"ola.vik@eksempel.no"}
    assert len(mail_server.letters) == 3
    assert LogEntry.objects.at_place(people.place(BERGEN).pk).filter(act="letter-written").count() == 1
    assert neutral.letters.get().place == people.place(BERGEN).pk


def test_the_other_form_is_used_as_it_is_when_only_one_is_written(adviser) -> None:
    people.contact(NYNORSK, "Nils Nyno")
    mailing = written(adviser)

    letter = mailings.letter_for(mailing, receivers_reached(mailing)[0], by=adviser)

    assert (letter.form, letter.subject) == ("nb", "Samling i Sunnfjord")


def receivers_reached(mailing: Mailing):
    return [one for one in receivers(mailing) if not one.left_out]


def test_who_is_left_out_is_told_before_anything_is_sent(adviser) -> None:
    people.contact(BERGEN, "Berit Berg")
    gone = people.contact(NYNORSK, "Nils Nyno")
    gone.bounced_at = timezone.now()
    gone.save()
    quiet = people.contact("4640", "Eva Eng")
    quiet.no_news_since = timezone.now()
    quiet.save()
    nameless = people.contact("4602", "Kari Kinn")
    nameless.email = None
    nameless.save()

    told = {one.organisation.number: one.left_out for one in receivers(written(adviser, news=True))}

    assert told[BERGEN] == ""
    assert (told[NYNORSK], told["4640"], told["4602"]) == (LeftOut.BOUNCED, LeftOut.NO_NEWS, LeftOut.NO_ADDRESS)
    assert told["4611"] == LeftOut.VACANT
    assert receivers(written(adviser, news=False))[2].left_out != LeftOut.NO_NEWS


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"subject_nb": "", "text_nb": ""}, "subject_nb"),
        ({"text_nb": ""}, "text_nb"),
        ({"text_nn": "Hei"}, "subject_nn"),
        ({"text_nb": "Hei {{ kommunen }}"}, "text_nb"),
        ({"subject_nb": "Hei {{ navn"}, "subject_nb"),
        ({"asks": Asked.YES_NO}, "question_nb"),
        ({"asks": Asked.CHOICE, "question_nb": "Når?", "choices_nb": "Mandag"}, "choices_nb"),
        ({"asks": Asked.CHOICE, "question_nb": "Når?", "choices_nb": "A\nB", "choices_nn": "A\nB\nC"}, "choices_nn"),
        (
            {"asks": Asked.YES_NO, "question_nb": "Når?", "deadline": date(2020, 1, 1)},
            "deadline",
        ),
    ],
)
def test_a_letter_that_is_not_whole_is_not_sent(adviser, fields: dict, field: str) -> None:
    people.contact(BERGEN)
    mailing = written(adviser, **fields)

    assert [name for name, _ in mailing_texts.faults(mailing)] == [field]
    with pytest.raises(Problem) as refused:
        mailings.send(mailing, by=adviser)
    assert refused.value.code == "letter-not-whole"
    assert Letter.objects.count() == 0


def test_text_is_never_run_as_a_template() -> None:
    assert merging.unknown(["{{ navn|upper }} {% now %} }} {{ kommune }}"]) == ["{{ navn|upper }}", "}}"]
    assert merging.fill("{{navn}} {{ kommune }}", {"navn": "{{ kommune }}", "kommune": "Bø"}) == "{{ kommune }} Bø"


def test_braces_that_are_never_closed_are_looked_through_once() -> None:
    """Looked through anew from each space, this would take until tomorrow."""
    text = "{{" + " " * 50_000

    assert merging.unknown([text, text * 20]) == ["{{"]
    assert merging.fill(text, {"navn": "Kari"}) == text


def test_only_those_who_have_not_answered_are_reminded(adviser) -> None:
    for number, name in ((BERGEN, "Berit Berg"), (NYNORSK, "Nils Nyno"), ("4640", "Eva Eng")):
        people.contact(number, name)
    mailing = written(adviser, asks=Asked.CHOICE, question_nb="Hvilken dag?", choices_nb="Mandag\nTirsdag")
    mailings.send(mailing, by=adviser)
    first = Letter.objects.get(name="Berit Berg")
    answers.answer(answers.letter_of(re.findall(r"/svar/(.+)/", first.body)[1])[0], "2")

    reminder = mailings.remind(mailing, by=adviser)

    assert reminder.subject_nb == "Påminnelse: Samling i {{ kommune }}"
    assert mailings.send(reminder, by=adviser) == 2
    late = Letter.objects.about(reminder).get(name="Nils Nyno")
    answers.answer(late, "1")
    results = mailing_results.of(mailing)
    assert (results.answered, results.municipalities, results.unanswered) == (2, 3, 1)
    assert results.choices == [("Mandag", 1), ("Tirsdag", 1)]
    assert (mailing_results.of(reminder).answered, mailing_results.of(reminder).municipalities) == (1, 2)


def test_new_answers_and_lost_letters_wait_for_the_adviser_until_somebody_looks(
    adviser, mail_server: MailServer
) -> None:
    people.contact(BERGEN, "Berit Berg")
    people.contact(NYNORSK, "Nils Nyno")
    mailing = written(adviser, asks=Asked.YES_NO, question_nb="Kommer dere?")
    assert [one.kind for one in mailing_results.waiting_for(adviser)] == ["letter-draft"]
    mailings.send(mailing, by=adviser)
    assert list(mailing_results.waiting_for(adviser)) == []

    mail_server.answers = ["550 5.1.1 No such user"]
    send_waiting()
    answers.answer(Letter.objects.get(name="Nils Nyno"), "yes")

    assert [(one.kind, one.sentence) for one in mailing_results.waiting_for(adviser)] == [
        ("letter-answers", "1 nytt svar på «Samling i …»."),
        ("letter-failed", "1 brev av «Samling i …» kom ikke fram."),
    ]
    mailing_results.seen(mailing)
    assert list(mailing_results.waiting_for(adviser)) == []


def test_a_test_letter_goes_to_the_writer_and_opens_nothing(adviser, mail_server: MailServer) -> None:
    people.contact(BERGEN, "Berit Berg")
    mailing = written(adviser, asks=Asked.YES_NO, question_nb="Kommer dere?")

    mailings.try_on_myself(mailing, receivers_reached(mailing)[0], by=adviser)
    send_waiting()

    mail = mail_server.letters[0]
    assert (mail["To"], mail["Subject"]) == ("Ola Vik <ola.vik@eksempel.no>", "[Prøve] Samling i Bergen")
    token = re.findall(r"/svar/(.+)/", Letter.objects.get().body)[0]
    with pytest.raises(Problem) as refused:
        answers.letter_of(token)
    assert refused.value.code == "question-gone"


def test_another_county_may_not_write_here(adviser) -> None:
    with pytest.raises(Problem) as refused:
        mailings.begin(people.place(people.TRONDELAG), by=adviser)

    assert refused.value.code == "not-allowed"
