"""Who may, whatever language the page is in."""

import pytest
from django.utils.translation import override

from tests.people import INDRE_FOSEN, TRONDELAG, adviser, place
from vardevei.organisations import rules

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_register")]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_what_an_adviser_may_is_the_same_in_every_language(language):
    ola = adviser()

    with override(language):
        assert rules.may(ola, rules.IMPORT_CONTACTS, place(TRONDELAG))
        assert rules.may(ola, rules.EDIT_CONTACTS, place(INDRE_FOSEN))
