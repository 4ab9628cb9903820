"""A kept file is sent so that it can do no harm in the browser."""

import pytest
from django.test import RequestFactory

from vardevei.core.domain import files
from vardevei.web import downloads

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\nsome"


def sent(content: bytes, name: str, *, inline: bool = False, **options):
    kept = files.keep(content, name, by=None, **options)
    return downloads.send(RequestFactory().get("/"), kept, inline=inline)


def test_a_file_is_a_download_with_its_own_name_type_and_bytes() -> None:
    answer = sent(PDF, "Årsplan «2026».pdf")

    assert answer["Content-Disposition"] == "attachment; filename*=utf-8''%C3%85rsplan%20%C2%AB2026%C2%BB.pdf"
    assert (answer["Content-Type"], answer["Content-Length"]) == ("application/pdf", "13")
    assert b"".join(answer) == PDF


def test_no_browser_guesses_and_no_proxy_keeps_it() -> None:
    answer = sent(PDF, "plan.pdf")

    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-cache"
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("content", "name", "how"),
    [
        (PDF, "plan.pdf", "inline"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 9, "kart.png", "inline"),
        (b"en tekst", "notat.txt", "attachment"),
        (b"<html>", "side.html", "attachment"),
    ],
)
def test_only_pdf_and_pictures_are_shown(content: bytes, name: str, how: str) -> None:
    answer = sent(content, name, inline=True, kinds=files.ANYTHING)

    assert answer["Content-Disposition"].partition(";")[0] == how


def test_a_page_in_disguise_is_bytes_to_the_browser() -> None:
    assert sent(b"<html>", "side.html", kinds=files.ANYTHING)["Content-Type"] == "application/octet-stream"
