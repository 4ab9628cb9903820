"""The question in an invitation to a workspace: one press in the letter, without an account, says yes or no."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from vardevei.core.domain import answers, letters, questions
from vardevei.core.enums import LanguageForm
from vardevei.core.models import Answer, Letter, Person, Question
from vardevei.core.models.log import subject_of
from vardevei.core.models.question import Words
from vardevei.organisations.domain import language, roles
from vardevei.workspaces.domain import leads
from vardevei.workspaces.enums import MemberState, Visibility
from vardevei.workspaces.models import Member

CODE = "workspace-member"
OF_A_PERSON, OF_A_PLACE = _("Vil du være med i «{title}»?"), _("Skal {place} være med i «{title}»?")


def post(member: Member, *, by: Person, code: str = "workspace-invitation") -> int:
    """The letter with the question, to everyone who can answer it and has not; how many."""
    question = question_of(member) or _ask(member, by)
    answered = set(question.answers.values_list("person", flat=True))
    to = [person for person in receivers(member) if person.pk not in answered]
    for person in to:
        _write(code, member, question, person, by)
    return len(to)


def receivers(member: Member) -> Iterator[Person]:
    """Whom a letter reaches: the person, or the contacts of the organisation."""
    if member.named or member.organisation is None:
        people: list[Person | None] = [member.person]
    else:
        people = [role.person for role in roles.contacts_at(member.organisation)]
    yield from (one for one in people if one is not None and one.written_to() and not one.bounced_at)


def question_of(member: Member) -> Question | None:
    """What the member was asked last, while it can be answered."""
    asked = Question.objects.filter(code=CODE, about=subject_of(member), closed_at__isnull=True)
    return asked.order_by("-pk").first()


def close(member: Member) -> None:
    """The links in the letters open nothing more; whoever presses one is told so."""
    question = question_of(member)
    if question is not None:
        questions.close(question)


def answer(member: Member, value: str, *, by: Person) -> None:
    """Answered on the site: the same as pressing in the letter. A colleague without a letter answers all the same."""
    question = question_of(member)
    letter = Letter.objects.filter(question=question, to=by).order_by("-pk").first() if question else None
    if letter is None:
        _settle(member, yes=value == questions.YES)
        close(member)
    else:
        answers.answer(letter, value)


@questions.effect(CODE)
def answered(given: Answer) -> None:
    """Of a municipality with two contacts, one yes is enough. Who changes her mind is in, or out, by the last word."""
    member = Member.objects.select_for_update().get(pk=int(given.question.about.rpartition(":")[2]))
    last = dict(given.question.answers.order_by("at", "pk").values_list("person", "value"))
    _settle(member, yes=questions.YES in last.values())


def _settle(member: Member, *, yes: bool) -> None:
    if not yes:
        leads.must_remain(member)
    now = timezone.now()
    member.state = MemberState.IN if yes else MemberState.DECLINED
    member.answered_at, member.left_at = now, None if yes else now
    member.save(update_fields=["state", "answered_at", "left_at"])


def _ask(member: Member, by: Person) -> Question:
    return questions.ask(_words(member), by=by, code=CODE, about=member, place=place_of(member))


def _words(member: Member) -> Words:
    sentence = OF_A_PERSON if member.named else OF_A_PLACE
    found = {}
    for form in LanguageForm.values:
        with override(form):
            found[form] = str(sentence).format(title=member.workspace.title, place=member.organisation)
    return found


def _write(code: str, member: Member, question: Question, person: Person, by: Person) -> None:
    workspace, form = member.workspace, language.form_for(person, member.organisation)
    with override(form):
        sees = str(Visibility(workspace.visibility).label)
    letters.write(
        code,
        to=person,
        form=form,
        by=by,
        about=member,
        place=place_of(member),
        question=question,
        title=workspace.title,
        owner=workspace.owner,
        purpose=workspace.purpose.strip(),
        organisation="" if member.named else str(member.organisation),
        leads=member.part == "lead",
        sees=sees,
        link=f"/arbeidsrom/{workspace.pk}/",
    )


def place_of(member: Member) -> str:
    """Where the letter and the log are seen: nowhere when only those who are named may know of it."""
    if member.workspace.visibility == Visibility.NAMED:
        return ""
    return member.organisation_id or member.workspace.owner_id
