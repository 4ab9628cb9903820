"""The public address: what is set, else where `make start` serves, else the usual port."""

from pathlib import Path

import pytest

from vardevei.config import environment


@pytest.mark.parametrize(
    ("given", "served", "address"),
    [
        (None, None, "http://localhost:8000"),
        (None, "http://localhost:8921", "http://localhost:8921"),
        ("https://vardevei.example.no/", "http://localhost:8921", "https://vardevei.example.no"),
    ],
)
def test_links_lead_to_where_the_site_is(given, served, address, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.delenv("VARDEVEI_ADDRESS", raising=False)
    if given:
        monkeypatch.setenv("VARDEVEI_ADDRESS", given)
    if served:
        (tmp_path / "served-at").write_text(served)

    assert environment.address(tmp_path) == address
