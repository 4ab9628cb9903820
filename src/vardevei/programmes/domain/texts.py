"""What a programme is found by: its words, for searching."""

from vardevei.programmes.models import Programme

SEARCHED = ("pays_for", "fits", "applicants", "not_fits")


def texts(programme: Programme, form: str) -> list[str]:
    """The programme's name and the sentences on what it pays for and whom it fits, in the form of language."""
    told = programme.facts
    parts = [words for part in told.parts for words in (part.name, *(fact.words for fact in part.facts))]
    facts = [fact.words for fact in told.about(*SEARCHED)]
    return [words[form] for words in (told.name, *facts, *parts)]
