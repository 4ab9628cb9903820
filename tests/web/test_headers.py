"""What every answer carries, and what it does not."""

import re

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
PAGES = ["/", "/om/", "/tilgjengelighet/", "/komponenter/", "/en/om/"]


@pytest.mark.parametrize("path", [*PAGES, "/borte/"])
def test_answer_has_the_secure_headers(client, path: str) -> None:
    headers = client.get(path).headers

    policy = {part.split()[0]: part.split()[1:] for part in headers["Content-Security-Policy"].split(";")}
    assert policy["default-src"] == ["'self'"]
    assert policy["object-src"] == policy["base-uri"] == policy["frame-ancestors"] == ["'none'"]
    assert "script-src" not in policy
    assert "style-src" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert "geolocation=()" in headers["Permissions-Policy"]


@pytest.mark.parametrize("path", PAGES)
def test_page_gives_no_cookie_and_may_be_shared(client, path: str) -> None:
    answer = client.get(path)

    assert list(answer.cookies) == []
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_page_asked_for_with_a_cookie_is_not_shared() -> None:
    client = Client()
    client.cookies["anything"] = "1"

    assert client.get("/om/").headers["Cache-Control"] == "no-store"


def test_error_is_not_kept(client) -> None:
    assert client.get("/borte/").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("path", [*PAGES, "/borte/"])
def test_page_has_no_style_or_script_of_its_own(client, path: str) -> None:
    html = client.get(path).content.decode()

    assert re.findall(r"<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]*\ssrc=)", html) == []
    assert re.findall(r'(?:src|href|action)="((?:https?:)?//[^"]+\.(?:js|css|woff2?|svg|png))"', html) == []
