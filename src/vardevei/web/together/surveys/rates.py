"""How many have answered, always with the number that could: "4 av 33 kommuner (12 %)"."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from vardevei.web.numbers import percent
from vardevei.workspaces.domain import survey_counties
from vardevei.workspaces.domain.survey_counties import ALL, Seen
from vardevei.workspaces.models import Survey


@dataclass(frozen=True, slots=True)
class Rate:
    """`answered` of `asked`; of municipalities when one answer from each is enough. `by_link` came beside them."""

    answered: int
    asked: int
    places: bool
    by_link: int

    def __str__(self) -> str:
        if not self.asked:
            return _("{n} svar").format(n=self.by_link)
        said = _("{n} av {all} kommuner ({share})") if self.places else _("{n} av {all} ({share})")
        whole = said.format(n=self.answered, all=self.asked, share=percent(self.answered / self.asked))
        return _("{whole}, og {n} med den åpne lenken").format(whole=whole, n=self.by_link) if self.by_link else whole


def of(survey: Survey, seen: Seen = ALL) -> Rate:
    """Of those one may see; of all, when nothing is said."""
    asked = list(survey_counties.of(survey.respondents.invited(), seen).values_list("pk", "organisation", "answered"))
    invited = sum(answered for _pk, _place, answered in asked)
    done = survey_counties.of(survey.responses.done(), seen).count()
    by_link = max(done - invited, 0)
    if not survey.one_for_each:
        return Rate(invited, len(asked), False, by_link)
    places = {place or pk for pk, place, _answered in asked}
    through = {place or pk for pk, place, answered in asked if answered}
    return Rate(len(through), len(places), True, by_link)
