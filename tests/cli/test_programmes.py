"""What a municipality may use, from the command line."""

import json

from click.testing import CliRunner

from vardevei.cli.programmes import programmes


def test_a_municipality_gets_a_verdict_and_a_reason_for_each_programme():
    told = CliRunner().invoke(programmes, ["--municipality", "5054", "--year", "2026", "--format", "json"])

    rows = {row["code"]: row for row in json.loads(told.output)}
    assert rows["interreg-oks-2021"]["may_use"] == "no"
    assert rows["interreg-sverige-norge-2021"]["because"] == "Indre Fosen ligger i programområdet (Trøndelag)."


def test_a_number_nobody_has_is_refused():
    told = CliRunner().invoke(programmes, ["--municipality", "9999"])

    assert "9999" in str(told.exception)
