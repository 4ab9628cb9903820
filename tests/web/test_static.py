"""Static files as they are served for real: collected, hashed, compressed."""

import gzip
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from django.core.management import call_command
from django.template.loader import get_template
from django.test import Client

from vardevei.web.assets import Storage

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def collected(tmp_path_factory) -> Path:
    """Collecting also proves that every address inside every style sheet leads to a file."""
    from django.conf import settings
    from django.test import override_settings

    folder = tmp_path_factory.mktemp("static")
    storages = {**settings.STORAGES, "staticfiles": {"BACKEND": "vardevei.web.assets.Storage"}}
    with override_settings(STATIC_ROOT=folder, STORAGES=storages):
        call_command("collectstatic", interactive=False, verbosity=0)
    return folder


@pytest.fixture
def served(collected: Path, settings) -> Client:
    settings.STATIC_ROOT = collected
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "vardevei.web.assets.Storage"}}
    return Client()


def test_page_names_only_hashed_files_that_are_served_for_ever(served: Client) -> None:
    html = served.get("/").content.decode()

    files = sorted(set(re.findall(r'"(/static/[^"]+)"', html)))
    assert len(files) > 10
    for file in files:
        assert re.search(r"\.[0-9a-f]{12}\.", file), file
        answer = served.get(file)
        assert answer.status_code == 200
        assert "immutable" in answer.headers["Cache-Control"]


def test_fonts_in_the_style_sheet_lead_to_files(served: Client) -> None:
    sheet = re.search(r'"(/static/vardevei/fonts\.[0-9a-f]+\.css)"', served.get("/").content.decode())[1]

    css = b"".join(served.get(sheet).streaming_content).decode()

    fonts = re.findall(r'url\("([^"]+)"\)', css)
    assert [served.get(urljoin(sheet, font)).status_code for font in fonts] == [200, 200]


def test_style_sheets_are_compressed(collected: Path) -> None:
    sheet = collected / "designsystemet" / "src" / "index.css"

    assert gzip.decompress((collected / "designsystemet" / "src" / "index.css.gz").read_bytes()) == sheet.read_bytes()


def test_broken_page_uses_names_without_hash_that_exist(collected: Path) -> None:
    source = get_template("500.html").template.source

    files = re.findall(r'href="/static/([^"]+)"', source)
    assert len(files) == 4
    assert [(collected / file).is_file() for file in files] == [True] * 4


def test_unknown_file_is_an_error_once_files_are_collected(served: Client) -> None:
    with pytest.raises(ValueError, match="Missing staticfiles manifest entry"):
        Storage().stored_name("vardevei/no-such.css")


def test_before_collecting_the_plain_name_is_used(tmp_path: Path, settings) -> None:
    settings.STATIC_ROOT = tmp_path

    assert Storage(location=str(tmp_path)).url("vardevei/base.css") == "/static/vardevei/base.css"
