"""What is new in the memo since an edition: sections, examples, figures and accepted contributions.

Each change is a kind and the words it is about, kept with the edition: {"kind": "example-added", "what": words, …}.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from vardevei.library.domain.memo_content import Content
from vardevei.library.models import Contribution

Change = dict[str, Any]
KINDS = (
    "section-added", "section-removed", "section-changed", "sections-reordered",
    "example-added", "example-revised", "example-withdrawn", "example-followed", "example-left",
    "figure-added", "figure-changed", "figure-removed", "contribution-accepted",
)  # fmt: skip
ITSELF = ("frozen", "read_at", "sha256")  # of a figure: when it was made, not what it says


def between(old: Content | None, new: Content, accepted: Iterable[Contribution] = ()) -> list[Change]:
    """In the order of KINDS. An edition without one before it has no changes but what it took in."""
    found = [] if old is None else [*_sections(old, new), *_examples(old, new), *_figures(old, new)]
    found += [_taken(one) for one in accepted]
    return sorted(found, key=lambda change: KINDS.index(change["kind"]))


def _sections(old: Content, new: Content) -> Iterator[Change]:
    before, after = _by_slug(old), _by_slug(new)
    yield from (_change("section-added", after[slug]) for slug in after if slug not in before)
    yield from (_change("section-removed", before[slug]) for slug in before if slug not in after)
    for slug, section in after.items():
        if slug in before and (forms := _forms(before[slug], section)):
            yield {**_change("section-changed", section), "forms": forms}
    if [slug for slug in before if slug in after] != [slug for slug in after if slug in before]:
        yield {"kind": "sections-reordered", "what": {}}


def _by_slug(content: Content) -> dict[str, Any]:
    return {section["slug"]: section for section in content["sections"]}


def _forms(before: dict[str, Any], after: dict[str, Any]) -> list[str]:
    """The forms of language in which it says something else; all of them when the sources are others."""
    if before["sources"] != after["sources"]:
        return ["nb", "nn", "en"]
    return [form for form in ("nb", "nn", "en") if _said(before, form) != _said(after, form)]


def _said(section: dict[str, Any], form: str) -> list[str]:
    return [section[name].get(form, "") for name in ("title", "text", "questions")]


def _examples(old: Content, new: Content) -> Iterator[Change]:
    before, after = _shown(old), _shown(new)
    for slug, example in after.items():
        if slug not in before:
            yield _example("example-added", example)
        elif before[slug]["revision"] != example["revision"]:
            yield {**_example("example-revised", example), "from": before[slug]["revision"], "to": example["revision"]}
    yield from (_example("example-withdrawn", before[slug]) for slug in before if slug not in after)
    for slug, example in after.items():
        yield from _followers(before.get(slug, {}), example)


def _followers(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Change]:
    """Who follows it now and did not, and who did. Also of a new example: that somebody follows it is news."""
    old, new = _who(before), _who(after)
    yield from ({**_example("example-followed", after), **new[who]} for who in new if who not in old)
    yield from ({**_example("example-left", after), "who": who} for who in old if who not in new)


def _who(example: dict[str, Any]) -> dict[str, Any]:
    told = ("who", "state", "on", "cause")
    return {one["who"]: {name: one[name] for name in told} for one in example.get("followers", [])}


def _shown(content: Content) -> dict[str, Any]:
    return {one["slug"]: one for section in content["sections"] for one in section["examples"]}


def _example(kind: str, example: dict[str, Any]) -> Change:
    return {"kind": kind, "what": example["texts"]["title"], "original": example["original"], "slug": example["slug"]}


def _figures(old: Content, new: Content) -> Iterator[Change]:
    before, after = _drawn(old), _drawn(new)
    yield from (_figure("figure-added", after[key]) for key in after if key not in before)
    yield from (_figure("figure-removed", before[key]) for key in before if key not in after)
    for key, figure in after.items():
        if key in before and _numbers(before[key]) != _numbers(figure):
            yield {**_figure("figure-changed", figure), "from": before[key]["sentence"], "to": figure["sentence"]}


def _drawn(content: Content) -> dict[str, Any]:
    return {section["slug"]: section["figure"] for section in content["sections"] if section["figure"]}


def _numbers(figure: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in figure.items() if key not in ITSELF}


def _figure(kind: str, figure: dict[str, Any]) -> Change:
    return {"kind": kind, "what": figure["title"]}


def _change(kind: str, section: dict[str, Any]) -> Change:
    return {"kind": kind, "what": section["title"], "original": section["original"], "slug": section["slug"]}


def _taken(one: Contribution) -> Change:
    """Without the name of the one who gave it: it stands beside the contribution, and goes when a person is erased."""
    section = one.section
    return {
        "kind": "contribution-accepted",
        "what": section.title,
        "original": section.original,
        "slug": section.slug,
        "text": one.text,
        "form": one.form,
        "answer": one.answer,
        "contribution": one.pk,
    }
