"""Everything about a person as a file: JSON for a machine, a page for a human being."""

import json
from dataclasses import asdict
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language

from vardevei.core.models import Person
from vardevei.web.member.privacy import shown


def pack(person: Person) -> bytes:
    """A zip with `vardevei.json` and `vardevei.html`, made of the same parts as the page shows."""
    parts = list(shown.parts(person))
    told = {"made": timezone.now().isoformat(), "parts": [asdict(part) for part in parts]}
    page = render_to_string(
        "member/privacy/takeout.html", {"parts": parts, "person": person, "language": get_language()}
    )
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("vardevei.json", json.dumps(told, ensure_ascii=False, indent=1))
        archive.writestr("vardevei.html", page)
    return packed.getvalue()
