"""The file with OpenID Connect providers: read whole, or told what is wrong with it."""

import json
from pathlib import Path

import pytest

from vardevei.config import providers
from vardevei.opendata.problem import Problem

WHOLE = {
    "id": "id-porten",
    "name": "ID-porten",
    "kind": "id-porten",
    "issuer": "https://idporten.no",
    "client_id": "c0ffee",
    "secret_from": "A_SECRET",
}


def read(tmp_path: Path, *rows: object) -> list[providers.Provider]:
    file = tmp_path / "providers.json"
    file.write_text(json.dumps(list(rows)))
    return providers.read(str(file))


@pytest.fixture(autouse=True)
def _secret(monkeypatch) -> None:
    monkeypatch.setenv("A_SECRET", "hemmelig")


def test_no_file_is_no_provider() -> None:
    assert providers.read("") == []


def test_kind_fills_in_what_such_a_provider_wants(tmp_path) -> None:
    [one] = read(tmp_path, WHOLE)

    assert one.scopes == ("openid",)
    assert one.parameters == {"acr_values": "idporten-loa-substantial"}
    assert one.levels == ("idporten-loa-substantial", "idporten-loa-high")
    assert one.hosts == ("https://idporten.no", "https://login.idporten.no")
    assert one.app()["secret"] == "hemmelig"
    assert one.app()["settings"]["oauth_pkce_enabled"] is True


def test_what_the_file_says_wins(tmp_path) -> None:
    [one] = read(
        tmp_path, {**WHOLE, "parameters": {"acr_values": "idporten-loa-high"}, "levels": ["idporten-loa-high"]}
    )

    assert one.parameters == {"acr_values": "idporten-loa-high"}
    assert one.levels == ("idporten-loa-high",)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"issuer": ""}, "lacks issuer"),
        ({"issuer": "http://idporten.no"}, "must begin with https://"),
        ({"secret_from": "NOT_THERE"}, "NOT_THERE is empty"),
        ({"secret": "hemmelig"}, "unknown secret"),
        ({"kind": "bankid"}, "kind must be one of"),
        ({"id": "id/porten"}, "letters, digits and -"),
    ],
)
def test_what_is_wrong_is_told(tmp_path, change: dict, said: str) -> None:
    with pytest.raises(Problem, match=said):
        read(tmp_path, {**WHOLE, **change})


def test_file_that_is_no_list_or_has_doubles_or_is_not_there_is_told_of(tmp_path) -> None:
    with pytest.raises(Problem, match="cannot be read"):
        providers.read(str(tmp_path / "nothing.json"))
    with pytest.raises(Problem, match="must hold a list"):
        read(tmp_path, "id-porten")
    with pytest.raises(Problem, match="same id"):
        read(tmp_path, WHOLE, WHOLE)


def test_the_settings_in_the_docs_are_read_as_they_stand(tmp_path, monkeypatch) -> None:
    text = (Path(__file__).parents[2] / "docs" / "sign-in.md").read_text()
    blocks = [part.partition("```")[0] for part in text.split("```json\n")[1:]]

    found = []
    for block in blocks:
        for row in json.loads(block):
            monkeypatch.setenv(row["secret_from"], "hemmelig")
        file = tmp_path / "providers.json"
        file.write_text(block)
        found += providers.read(str(file))

    assert [one.kind for one in found] == ["id-porten", "ansattporten", "feide", "entra-id"]
