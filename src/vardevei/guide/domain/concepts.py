"""The thesaurus as it is searched with: the built-in file's concepts, and those that staff have added beside them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log, versioned
from vardevei.core.models import Person
from vardevei.guide import rules
from vardevei.guide.models import StaffConcept
from vardevei.methods.retrieval import norwegian
from vardevei.methods.retrieval.thesaurus import Concept, Thesaurus, built_in, concept
from vardevei.opendata.problem import Problem

SHORTEST = 2  # letters of a term; shorter ones would fire in every text


@dataclass(frozen=True, slots=True)
class Said:
    """What an editor has written: a term on each line."""

    name: str
    bokmal: str
    english: str
    nynorsk: str = ""


def thesaurus() -> Thesaurus:
    """The built-in concepts, and those that editors have added and not taken out."""
    added = list(StaffConcept.objects.in_use())
    return built_in().with_more(_concept(one) for one in added) if added else built_in()


def code(one: StaffConcept) -> str:
    """What it is called in a reading: never the name of one in the built-in file."""
    return f"own-{one.pk}"


@transaction.atomic
def add(said: Said, *, by: Person) -> StaffConcept:
    """From now on searches know these words."""
    rules.must(by, rules.EDIT_THESAURUS)
    made = StaffConcept(by=by, **_checked(said))
    made.save()
    log.write("concept-added", _("La «{name}» til i ordlisten."), by=by, about=made, name=made.name)
    return made


@transaction.atomic
def change(one: StaffConcept, said: Said, *, by: Person, version: int | None = None) -> None:
    """The words as they now stand, known to searches at once."""
    rules.must(by, rules.EDIT_THESAURUS)
    for name, value in _checked(said, but=one).items():
        setattr(one, name, value)
    one.by, one.changed_at = by, timezone.now()
    versioned.save(one, ["name", "bokmal", "nynorsk", "english", "by_id", "changed_at"], version)
    log.write("concept-changed", _("Endret «{name}» i ordlisten."), by=by, about=one, name=one.name)


@transaction.atomic
def remove(one: StaffConcept, *, by: Person) -> None:
    """Searches no longer know it. Pressed twice it is once."""
    rules.must(by, rules.EDIT_THESAURUS)
    if one.removed_at:
        return
    one.removed_at = one.changed_at = timezone.now()
    one.by = by
    one.save(update_fields=["removed_at", "changed_at", "by"])
    log.write("concept-removed", _("Tok «{name}» ut av ordlisten."), by=by, about=one, name=one.name)


def _concept(one: StaffConcept) -> Concept:
    nb, nn, en = (terms(text) for text in (one.bokmal, one.nynorsk, one.english))
    return concept(code(one), nb=nb, nn=nn, en=en, area=one.name)


def terms(text: str) -> list[str]:
    """The terms of a field with one on each line."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _checked(said: Said, but: StaffConcept | None = None) -> dict[str, str]:
    lists = {name: terms(getattr(said, name)) for name in ("bokmal", "nynorsk", "english")}
    _check_words(lists["bokmal"], lists["english"], (*lists["bokmal"], *lists["nynorsk"]))
    name = said.name.strip()
    others = StaffConcept.objects.in_use().filter(name__iexact=name)
    if (others.exclude(pk=but.pk) if but else others).exists():
        raise Problem(
            "concept-name-taken",
            f"There is already a concept called {name}.",
            "Two of the same name cannot be told apart in the list.",
            "Add the words to that one, or choose another name.",
        )
    return {"name": name, **{key: "\n".join(dict.fromkeys(words)) for key, words in lists.items()}}


def _check_words(bokmal: list[str], english: list[str], every: Iterable[str]) -> None:
    short = [term for term in every if sum(map(len, norwegian.words(term))) < SHORTEST]
    weights = [term for term in english if "^" in term or not any(letter.isalpha() for letter in term)]
    if not bokmal or not english or short or weights:
        wrong = ", ".join((*short, *weights))
        raise Problem(
            "concept-words",
            "The concept was not kept.",
            f"These are no words to search for: {wrong}." if wrong else "It lacks Norwegian or English words.",
            "Write at least one Norwegian word and one English, a term on each line.",
        )
