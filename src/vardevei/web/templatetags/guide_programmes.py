"""Filters for the programme guide: a fact in the reader's language, a source by its host."""

from django import template

from vardevei.opendata.programmes import TOPICS, Fact, Part, Programme
from vardevei.web.guide.programmes import telling, words

register = template.Library()
register.filter("said", telling.said)
register.filter("host", telling.host)
register.filter("cited", telling.cited)


@register.filter
def about(programme: Programme, topic: str) -> tuple[Fact, ...]:
    return programme.about(topic)


@register.filter
def by_topic(part: Part) -> list[tuple[object, list[Fact]]]:
    """The questions that the part answers, in order, each with its facts."""
    told = ((topic, [fact for fact in part.facts if fact.about == topic]) for topic in TOPICS)
    return [(words.TOPICS[topic], facts) for topic, facts in told if facts]
