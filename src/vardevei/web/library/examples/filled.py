"""Between the form of an example and its content: what the form begins with, and what it gives."""

from typing import Any

from django.utils.translation import get_language

from vardevei.core import translated
from vardevei.library import sections
from vardevei.library.domain.contents import Content
from vardevei.library.models import Revision
from vardevei.organisations.models import Organisation
from vardevei.web.library.examples.forms import ROWS, ExampleForm

FACTS = ("organisations", "others", "places", "since", "until", "programmes", "model", "dimensions")


def initial(revision: Revision | None) -> dict[str, Any]:
    """What stands now, in the language it was written in."""
    if revision is None:
        return {"original": get_language() or "nb"}
    form, facts = revision.original, revision.facts
    contact = facts.get("contact") or {}
    told = {one.code: revision.texts.get(one.code, {}).get(form, "") for one in sections.TEXTS}
    rows = {
        f"{kind}_{at}_{key}": _plain(row.get(key), form)
        for kind in ROWS
        for at, row in enumerate(getattr(revision, kind))
        for key, _label, _longest in ROWS[kind]
    }
    return {
        **told,
        **rows,
        **{name: facts[name] for name in FACTS if name in facts},
        **{f"{kind}_count": len(getattr(revision, kind)) for kind in ROWS},
        "contact": Organisation.objects.filter(pk=contact.get("organisation") or "").first(),
        "contact_name": contact.get("name", ""),
        "source": translated.said(revision.source, form, form) if revision.source else "",
        "not_stated": revision.not_stated,
    }


def content(form: ExampleForm, original: str = "") -> Content:
    """What was filled in. A section with an answer is stated, whatever the boxes say."""
    data = form.cleaned_data
    rows = {kind: _rows(data, form.rows[kind], kind) for kind in ROWS}
    texts = {one.code: data[one.code] for one in sections.TEXTS}
    contact = data.get("contact")
    facts = {name: data[name] for name in FACTS if data.get(name) not in (None, "")}
    facts["contact"] = {"organisation": contact.pk} if contact else {}
    if data.get("contact_name"):
        facts["contact"]["name"] = data["contact_name"]
    answered = {*(code for code, text in texts.items() if text.strip()), *(kind for kind, some in rows.items() if some)}
    return Content(
        texts=texts,
        original=original or data["original"],
        resources=rows["resources"],
        evidence=rows["evidence"],
        links=rows["links"],
        facts=facts,
        not_stated=[code for code in data["not_stated"] if code not in answered],
        source=data["source"],
        note=data.get("note", ""),
    )


def _rows(data: dict[str, Any], names: list[list[str]], kind: str) -> list[dict[str, str]]:
    """The rows that say something; a link without a name is called by its address, and only addresses are links."""
    found = []
    for row in names:
        said = {name.rpartition("_")[2]: data.get(name, "").strip() for name in row}
        if "address" in said and said["address"] and not said["address"].startswith(("http://", "https://")):
            said["address"] = f"https://{said['address']}"
        first = "title" if kind == "links" else "what"
        said[first] = said[first] or said.get("address", "")
        if said[first] and (kind != "links" or said["address"]):
            found.append(said)
    return found


def _plain(value: Any, form: str) -> str:
    return translated.said(value, form, form) if isinstance(value, dict) else str(value or "")
