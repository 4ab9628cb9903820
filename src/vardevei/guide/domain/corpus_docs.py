"""What is searched: each record as a text, or as one in each form of language it is written in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from vardevei.core.enums import LanguageForm
from vardevei.library.models import Example
from vardevei.methods.retrieval import Doc
from vardevei.methods.retrieval.standing import standing
from vardevei.opendata import families
from vardevei.programmes.domain import texts
from vardevei.programmes.models import Call, Programme
from vardevei.projects.models import Project

SECTIONS = ("lead", "target_group", "problem", "steps", "what_failed", "transfer")


@dataclass(frozen=True, slots=True)
class Written:
    """A text and the record it is of; `facts` is what a list needs to tell of it without asking the database."""

    key: str
    title: str
    doc: Doc
    facts: dict[str, Any]


def calls() -> Iterator[Written]:
    """Those that one can apply to, now or later."""
    for call in Call.objects.lasting().order_by("pk").iterator():
        group = ". ".join(dict.fromkeys(text for text in (call.call_title, call.destination) if text))
        fields = {
            "title": call.title,
            "group": group,
            "keywords": ". ".join(call.topics),
            "programme": f"{call.programme_name}. {call.action_type}",
            "text": call.abstract,
        }
        fits = standing(call.identifier, f"{call.title} {call.abstract}", call.title)
        yield _written(call.key, call.language, fields, standing=fits, programme=call.programme_id)


def programmes() -> Iterator[Written]:
    """Told in each form; those that the built-in facts do not tell of are found by their name."""
    for programme in Programme.objects.order_by("pk"):
        for form in LanguageForm.values:
            title, *told = _told(programme, form)
            if title:
                yield _written(programme.code, form, {"title": title, "text": "\n".join(told)})


def _told(programme: Programme, form: str) -> list[str]:
    try:
        return texts.texts(programme, form)
    except KeyError:
        return [programme.name.get(form, "")]


def examples() -> Iterator[Written]:
    """Those that everybody can read, in the forms they are written in."""
    for example in Example.objects.public().order_by("pk"):
        said = example.published.texts if example.published else {}
        owners = ", ".join(example.published.facts.get("others", [])) if example.published else ""
        for form in LanguageForm.values:
            if title := said.get("title", {}).get(form):
                parts = [said[code][form] for code in SECTIONS if said.get(code, {}).get(form)]
                yield _written(example.slug, form, {"title": title, "text": "\n".join(parts)}, owners=owners)


def projects() -> Iterator[Written]:
    """Earlier and running projects, most of them with an English title."""
    found = Project.objects.filter(participations__gone_at__isnull=True).distinct().order_by("pk")
    for project in found.iterator():
        title = " – ".join(filter(None, (project.acronym, project.title))) or project.number
        fields = {"title": project.title or title, "keywords": project.topic, "programme": project.programme_part}
        family = families.name(project.family, "nb") if project.family in _families() else project.family
        made = _written(str(project.pk), "en", fields, family=family, code=project.family, number=project.number)
        yield Written(made.key, title, made.doc, made.facts)


def _families() -> set[str]:
    return {family.code for family in families.families()}


def _written(key: str, language: str, fields: dict[str, str], *, standing: float = 1.0, **facts: Any) -> Written:
    kept = {name: text for name, text in fields.items() if text}
    return Written(key, fields["title"], Doc(f"{key}|{language}", kept, language, standing), facts)


SOURCES = {"call": calls, "programme": programmes, "example": examples, "project": projects}


def of(kind: str) -> Iterable[Written]:
    """Everything of the kind that can be found."""
    return SOURCES[kind]()
