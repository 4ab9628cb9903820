"""Every rule that can decide, by its stable id, with the sentence the documentation prints."""

RULES = {
    "identifier": "The organisation number is that of a municipality or county council.",
    "verdict": "A person has decided this name before.",
    "empty-name": "There is no name to read.",
    "country-unknown": "The country is not given, and many names exist in several countries.",
    "other-country": "The organisation is not in Norway.",
    "place-and-kind": "The name is a place of the register beside a word for municipality or county council.",
    "other-spelling": "As place-and-kind, when ae, oe and aa are read as one letter.",
    "genitive": "As place-and-kind, with a genitive s on the place.",
    "joined": "The place and the word for municipality are written in one word.",
    "lost-letters": "Letters of the place were lost in an earlier system, and one place fits what is left.",
    "typo": "One letter is wrong, missing, extra or swapped, and one place is by far the likeliest.",
    "near": "The place is nearly spelt like one place and no other (score at least 84, margin at least 6).",
    "same-name": "Several places had the name that year, and nothing tells which.",
    "near-several": "Several places are nearly spelt like this. A person decides.",
    "unknown-place": "There is a word for municipality or county council, but no place it could belong to.",
    "several-places": "The name holds several municipalities or county councils.",
    "place-alone": "The name is only that of a place. A person decides whether the municipality is meant.",
    "enterprise": "A municipal or county enterprise (KF, FKF): part of the municipality in law, but another body.",
    "other-owner": "A word tells that it is something else: a company, a parish, a university, a state agency.",
    "municipal-task": "It does a task that only municipalities have; whose, only its organisation number can tell.",
    "no-kind": "No word says that it is a municipality or county council.",
}

SUFFIXES = {
    "+context": "The county, region, post code or town told which of several places it is.",
    "+predecessor": "The number is that of a later organisation; the one of the same name that year became part of it.",
    "+other-years": "The place did not have this name that year: the organisation whose name it is was chosen.",
    "+today": "The year is not given: the register of its last year was used.",
}
