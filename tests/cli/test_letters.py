"""Letters from the terminal."""

import pytest
from click.testing import CliRunner

from tests.mail import MailServer, free_port
from vardevei.cli.letters import mail_test
from vardevei.opendata.problem import Problem

pytestmark = pytest.mark.django_db


def test_test_letter_goes_through_the_mail_server(mail_server: MailServer) -> None:
    done = CliRunner().invoke(mail_test, ["drift@eksempel.no", "--form", "nn"])

    assert done.output == "Sent: drift@eksempel.no\n"
    assert mail_server.letters[0]["Subject"] == "Prøve frå Vardevei"


def test_server_that_is_down_is_told_with_its_own_words(settings) -> None:
    settings.VARDEVEI = {**settings.VARDEVEI, "mail": f"smtp://127.0.0.1:{free_port()}"}

    done = CliRunner().invoke(mail_test, ["drift@eksempel.no"])

    assert isinstance(done.exception, Problem)
    assert done.exception.code == "mail-not-sent"
    assert "Connection refused" in done.exception.why
