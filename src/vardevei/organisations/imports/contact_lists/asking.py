"""One thing asked about an entry. What a person has answered stays answered."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from vardevei.organisations.imports.contact_lists.plans import SKIP, Beside, Choice, Item, Kind, Question


class Answers:
    def __init__(self, given: Mapping[str, str]) -> None:
        self.given = given

    def ask(self, item: Item, about: str, words: str, choices: list[Choice], *beside: Beside) -> str:
        """The answer; "" when there is none yet, and then the entry is doubtful."""
        key = f"{item.entry.key}:{about}"
        offered = (*choices, Choice(SKIP, _("Bruk ikke denne raden")))
        answer = self.given.get(key, "")
        answer = answer if answer in {choice.value for choice in offered} else ""
        item.questions.append(Question(key, words, offered, answer, beside))
        if not answer:
            item.kind = Kind.DOUBTFUL
        if answer == SKIP:
            item.kind, item.reason = Kind.SKIPPED, _("Du har valgt å ikke bruke raden.")
        return answer


def beside(item: Item) -> Beside:
    title = _("Rad {line}: {place}").format(line=item.entry.line, place=item.place)
    return Beside(title, item.told)


def called(item: Item) -> str:
    return item.told.name or item.told.email
