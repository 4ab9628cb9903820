"""Which municipalities may fit a partner request, and because of what: the area, and what they have done before."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain.questions import in_all_forms
from vardevei.core.models.question import Words
from vardevei.guide.enums_partners import PartnerAnswer
from vardevei.guide.models import PartnerAsked, PartnerRequest
from vardevei.organisations.models import Organisation
from vardevei.programmes.domain import calls
from vardevei.projects.domain import found

AREA = {"yes": 4, "partly": 1, "unknown": 0, "no": -20}
SAME, OTHER, BEFORE = 3, 1, 2


@dataclass(slots=True)
class Hint:
    """`verdict`: may it use the programme ("" when none is named). `weight` puts the likeliest first."""

    municipality: Organisation
    verdict: str = ""
    because: list[Words] = field(default_factory=list)
    weight: int = 0

    def add(self, weight: int, words: Words) -> None:
        self.weight += weight
        self.because.append(words)


def of(request: PartnerRequest, municipalities: Iterable[Organisation]) -> dict[str, Hint]:
    """A hint for each, by its id. Two queries, whatever their number."""
    hints = {one.pk: Hint(one) for one in municipalities}
    for hint in hints.values():
        _area(hint, request)
    _participation(hints, request)
    _answers(hints, request)
    return hints


def ordered(hints: dict[str, Hint]) -> list[Hint]:
    """The likeliest first."""
    return sorted(hints.values(), key=lambda hint: (-hint.weight, hint.municipality.name))


def _area(hint: Hint, request: PartnerRequest) -> None:
    if request.programme is None:
        return
    year = min(timezone.localdate().year, request.programme.end or timezone.localdate().year)
    answer = calls.may_use(request.programme, hint.municipality, year)
    hint.verdict = answer.verdict
    hint.add(AREA[answer.verdict], dict(answer.because))


def _participation(hints: dict[str, Hint], request: PartnerRequest) -> None:
    told = found.on(timezone.localdate())
    family = request.programme.family if request.programme else ""
    for key, hint in hints.items():
        count = told.count(key)
        if not count:
            continue
        same = bool(family) and family in told.families.get(key, ())
        sentence = (
            _("Funnet i {n} prosjekter, også i dette programmet.") if same else _("Funnet i {n} prosjekter fra før.")
        )
        hint.add(SAME if same else OTHER, _said(sentence, n=count))


def _answers(hints: dict[str, Hint], request: PartnerRequest) -> None:
    said = PartnerAsked.objects.filter(municipality__in=hints, answer=PartnerAnswer.YES).exclude(request=request.pk)
    for key in said.order_by().values_list("municipality", flat=True).distinct():
        hints[key].add(BEFORE, _said(_("Har sagt ja til en partnerforespørsel før.")))


def _said(sentence: str | Promise, **values: object) -> Words:
    return {form: words.format(**values) for form, words in in_all_forms(sentence).items()}
