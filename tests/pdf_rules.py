"""Every rule of PDF/UA-1, checked by a program that did not make the document."""

import page


def check(made: bytes) -> None:
    report = page.validate_pdf_bytes(made, profile="ua1")
    assert [failure.rule_id for failure in report.failures] == []
    assert report.rules.passed == report.rules.total > 100
