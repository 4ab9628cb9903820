"""What is found for a challenge is kept, so that people can judge it, follow it and come back to it."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vardevei.core.domain import log
from vardevei.core.models import Person
from vardevei.guide.domain import matching
from vardevei.guide.models import Match
from vardevei.organisations.permission import must
from vardevei.projects import rules
from vardevei.projects.models import Challenge


@transaction.atomic
def find(challenge: Challenge) -> list[Match]:
    """Look anew. What is no longer found stays where somebody follows or has judged it; the rest goes."""
    found = matching.for_challenge(challenge.text, challenge.municipality, form=challenge.language)
    before = {(one.kind, one.key): one for one in challenge.matches.all()}
    ranks: dict[str, int] = {}
    kept = []
    for hit in found:
        ranks[hit.kind] = ranks.get(hit.kind, 0) + 1
        match = before.pop((str(hit.kind), hit.key), None) or Match(challenge=challenge, kind=hit.kind, key=hit.key)
        match.title, match.rank, match.stands = hit.title, ranks[hit.kind], True
        match.because = _because(hit)
        match.save()
        kept.append(match)
    _let_go([one.pk for one in before.values()])
    return kept


@transaction.atomic
def follow(match: Match, *, by: Person) -> Match:
    """The municipality wants to hear when it changes."""
    must(by, rules.WRITE_CHALLENGE, match.challenge.municipality_id)
    if match.followed_at is None:
        match.followed_at, match.followed_by = timezone.now(), by
        match.save(update_fields=["followed_at", "followed_by"])
        _log("match-followed", match, by)
    return match


@transaction.atomic
def stop(match: Match, *, by: Person) -> Match:
    """No more word of it."""
    must(by, rules.WRITE_CHALLENGE, match.challenge.municipality_id)
    if match.followed_at is not None:
        match.followed_at = match.followed_by = None
        match.save(update_fields=["followed_at", "followed_by"])
        _log("match-left", match, by)
    return match


def _because(hit: matching.Hit) -> dict[str, object]:
    pairs = [list(pair) for pair in hit.words]
    return {"sentence": hit.sentence, "words": pairs, "language": hit.language, "more": hit.more}


def _let_go(keys: list[int]) -> None:
    gone = Match.objects.filter(pk__in=keys)
    gone.filter(followed_at__isnull=True, verdicts__isnull=True).delete()
    gone.update(stands=False)


def _log(act: str, match: Match, by: Person) -> None:
    sentences = {
        "match-followed": _("{organisation} følger «{title}»."),
        "match-left": _("{organisation} følger ikke «{title}» lenger."),
    }
    about = match.challenge.municipality
    log.write(
        act, sentences[act], by=by, about=match.challenge, place=about.pk, organisation=about.body, title=match.title
    )
