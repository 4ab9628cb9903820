"""The one rule, where import-linter cannot see: a foreign key may be written as a text ("projects.Project")."""

import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Field, Model

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
LAYERS = next(contract["layers"] for contract in CONTRACTS if contract.get("exhaustive"))
FLOOR = {room.strip(" ()"): -number for number, layer in enumerate(LAYERS) for room in layer.split("|")}
DRAWERS = next(contract["containers"] for contract in CONTRACTS if contract["name"].startswith("Drawers"))


def room(model: type[Model]) -> str:
    """The room a model lives in, or "" for a model of Django's own."""
    package, _, rest = model.__module__.partition(".")
    return rest.partition(".")[0] if package == "vardevei" else ""


def relations() -> list[tuple[str, str, str]]:
    """(field, room it is in, room it points to) for every relation between our own models."""
    return [
        (f"{model.__name__}.{field.name}", room(model), room(field.related_model))
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, Field) and isinstance(field.related_model, type)
        if room(model) and room(field.related_model)
    ]


def allowed(here: str, there: str) -> bool:
    return here == there or FLOOR[there] < FLOOR[here]


def test_relations_point_to_the_same_room_or_downwards() -> None:
    upwards = [(field, here, there) for field, here, there in relations() if not allowed(here, there)]

    assert relations()
    assert upwards == []


@pytest.mark.parametrize(
    ("here", "there", "answer"),
    [("projects", "organisations", True), ("organisations", "projects", False), ("web", "cli", False)],
)
def test_the_rule_knows_up_from_down(here: str, there: str, answer: bool) -> None:
    assert allowed(here, there) is answer


def test_every_room_with_models_keeps_the_order_of_drawers() -> None:
    with_models = {f"vardevei.{path.parent.name}" for path in (ROOT / "src" / "vardevei").glob("*/models")}

    assert with_models <= set(DRAWERS)
