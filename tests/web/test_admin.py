"""Django's admin is a window: nothing can be written through it, and secrets cannot be seen."""

import pytest
from django.urls import reverse

from tests.people import administrator, adviser, somebody
from vardevei.core.domain import sign_in_links
from vardevei.core.models import Letter, Person
from vardevei.web.admin import site

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]
MODELS = [model for model, _admin in site._registry.items()]


def address(model: type, page: str, *args: object) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


@pytest.fixture
def inside(client):
    client.force_login(administrator())
    return client


def test_every_table_of_ours_has_its_window(inside) -> None:
    assert Person in MODELS
    assert inside.get(reverse("admin:index")).status_code == 200


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_nothing_can_be_written(inside, model: type) -> None:
    somebody("Kari Nes")
    row = model._default_manager.first()
    before = model._default_manager.count()

    assert inside.get(address(model, "changelist")).status_code == 200
    for path in [
        address(model, "add"),
        *([address(model, "change", row.pk), address(model, "delete", row.pk)] if row else []),
    ]:
        assert inside.post(path, {"post": "yes"}).status_code == 403
    inside.post(
        address(model, "changelist"), {"action": "delete_selected", "_selected_action": [row.pk] if row else []}
    )

    assert model._default_manager.count() == before


def test_password_hash_is_not_shown(inside) -> None:
    kari = somebody("Kari Nes")
    kari.set_password("en lang setning som jeg husker")
    kari.save()

    html = inside.get(address(Person, "change", kari.pk)).content.decode()

    assert "kari.nes@eksempel.no" in html
    assert kari.password not in html
    assert "pbkdf2" not in html


def test_link_in_a_waiting_letter_is_not_shown(inside) -> None:
    sign_in_links.send("kari.nes@eksempel.no", form="nb")
    letter = Letter.objects.get()

    html = inside.get(address(Letter, "change", letter.pk)).content.decode()

    assert letter.subject in html
    assert "/konto/inn/lenke/" not in html


def test_it_is_for_the_administrator_only(client) -> None:
    assert client.get(reverse("admin:index")).headers["Location"].startswith(reverse("account_login"))

    client.force_login(adviser())
    assert client.get(reverse("admin:index")).status_code == 403
    assert client.get(address(Person, "changelist")).status_code == 403


@pytest.mark.parametrize(("name", "ours"), [("login", "account_login"), ("password_change", "new-password")])
def test_its_own_ways_in_lead_to_ours(inside, name: str, ours: str) -> None:
    assert inside.get(reverse(f"admin:{name}")).headers["Location"] == reverse(ours)
