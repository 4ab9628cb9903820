"""The words of a county's letter: where they begin, and what is wrong with them before they can be sent."""

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import questions, texts, versioned
from vardevei.core.enums import LanguageForm
from vardevei.core.models import Person
from vardevei.opendata.problem import Problem
from vardevei.organisations import permission, rules
from vardevei.organisations.domain import merging
from vardevei.organisations.enums import Asked
from vardevei.organisations.models import Mailing

CONFIRM = "contact-confirm"
# The letters that are there from the beginning; each is a text to start from and a question that does something.
BUILT_IN = {CONFIRM: _("Er du fortsatt kontakt?")}
STILL_CONTACT = _("Er du fortsatt kontakt?")
WHO_THEN = _("Hvem er kontakt nå? Skriv navn og e-postadresse hvis du vet det.")
REMINDER = _("Påminnelse: {subject}")
GREETING = {"nb": "Hei {{ navn }},\n\n", "nn": "Hei {{ namn }},\n\n", "en": "Dear {{ navn }},\n\n"}
FIELDS = ("subject", "text", "question", "choices")
Fault = tuple[str, str | Promise]  # name of the field, and what is wrong


def start(mailing: Mailing) -> None:
    """Put in the words that the letter begins with."""
    for form in ("nb", "nn"):
        setattr(mailing, f"text_{form}", GREETING[form])
    if mailing.code in BUILT_IN:
        _built_in(mailing)


def _built_in(mailing: Mailing) -> None:
    asked = questions.in_all_forms(STILL_CONTACT)
    for form in LanguageForm.values:
        subject, _blank, text = texts.source(mailing.code, form).partition("\n")
        setattr(mailing, f"subject_{form}", subject)
        setattr(mailing, f"text_{form}", text.strip())
        setattr(mailing, f"question_{form}", asked[form])
    mailing.asks = Asked.YES_NO


@transaction.atomic
def write(mailing: Mailing, words: dict[str, object], *, by: Person) -> Mailing:
    """Put what was written into a draft; a letter that is sent stands as it was."""
    permission.must(by, rules.WRITE_LETTERS, mailing.county)
    if mailing.sent_at:
        raise Problem(
            "letter-sent-already",
            "The letter has been sent, so it can no longer be changed.",
            "It stands as the receivers got it.",
            "Write a new letter.",
        )
    for name, value in words.items():
        setattr(mailing, name, value)
    versioned.save(mailing, words)
    return mailing


def copy(source: Mailing, to: Mailing) -> None:
    """The same words in another letter."""
    for form in LanguageForm.values:
        for field in FIELDS:
            setattr(to, f"{field}_{form}", getattr(source, f"{field}_{form}"))
    to.deadline = source.deadline


def mark_as_reminder(mailing: Mailing) -> None:
    """ "Påminnelse: …" before the subject, in each form that is written."""
    marked = questions.in_all_forms(REMINDER)
    for form in LanguageForm.values:
        if subject := mailing.subject(form):
            setattr(mailing, f"subject_{form}", marked[form].format(subject=subject)[:200])


def faults(mailing: Mailing) -> list[Fault]:
    """All that must be put right before it can be sent."""
    return [*_words(mailing), *_question(mailing)]


def _words(mailing: Mailing) -> list[Fault]:
    found: list[Fault] = []
    for form in LanguageForm.values:
        subject, text = mailing.subject(form).strip(), mailing.text(form).strip()
        greeting = GREETING.get(form, "").strip()
        if subject and text in ("", greeting):
            found.append((f"text_{form}", _("Skriv teksten, eller ta bort emnet i denne målformen.")))
        if not subject and text not in ("", greeting):
            found.append((f"subject_{form}", _("Skriv emnet, eller ta bort teksten i denne målformen.")))
        for hole in merging.unknown([subject]):
            found.append((f"subject_{form}", _not_known(hole)))
        for hole in merging.unknown([text]):
            found.append((f"text_{form}", _not_known(hole)))
    if not any(mailing.subject(form).strip() for form in LanguageForm.values):
        found.append(("subject_nb", _("Skriv et emne og en tekst, på bokmål eller nynorsk.")))
    return found


def _not_known(hole: str) -> str:
    names = ", ".join(f"{{{{ {name} }}}}" for name in merging.HOLES)
    return str(_("Vi kan ikke fylle ut {hole}. Bruk en av disse: {names}.")).format(hole=hole, names=names)


def _question(mailing: Mailing) -> list[Fault]:
    if mailing.asks == Asked.NOTHING or mailing.question_id:
        return []
    found: list[Fault] = []
    asked = [form for form in LanguageForm.values if mailing.asked(form).strip()]
    if not asked:
        found.append(("question_nb", _("Skriv spørsmålet.")))
    if mailing.deadline and mailing.deadline < timezone.localdate():
        found.append(("deadline", _("Svarfristen er passert. Velg en dag som kommer.")))
    if mailing.asks == Asked.CHOICE:
        found += _choices(mailing)
    return found


def _choices(mailing: Mailing) -> list[Fault]:
    counts = {form: len(mailing.choices(form)) for form in LanguageForm.values if mailing.choices(form)}
    if max(counts.values(), default=0) < 2:
        return [("choices_nb", _("Skriv minst to svar å velge mellom, ett på hver linje."))]
    if len(set(counts.values())) > 1:
        form = list(counts)[-1]
        return [(f"choices_{form}", _("Skriv like mange svar i alle målformene, i samme rekkefølge."))]
    return []
