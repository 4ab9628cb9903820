"""Linking a participant's name to the municipality or county council of the time. See `decide` and `rules`."""

from vardevei.opendata.linking.decide import folded_name, forget, link, link_many
from vardevei.opendata.linking.decision import Asked, Decision
from vardevei.opendata.linking.rules import RULES, SUFFIXES

__all__ = ["RULES", "SUFFIXES", "Asked", "Decision", "folded_name", "forget", "link", "link_many"]
