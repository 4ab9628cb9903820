"""A text in three forms of language, and which translations the original has run away from."""

from vardevei.core.translated import out_of_date, said, said_in, written


def test_translation_is_out_of_date_when_the_original_is_changed() -> None:
    words = written(written({}, "nb", "Hei.", "nb"), "en", "Hello.", "nb")
    assert not out_of_date(words, "en", "nb")

    changed = written(words, "nb", "God dag.", "nb")

    assert out_of_date(changed, "en", "nb")
    assert not out_of_date(written(changed, "en", "Good day.", "nb"), "en", "nb")


def test_missing_form_is_said_in_the_other_norwegian_form_first() -> None:
    words = {"nn": "Hei, de.", "en": "Hello."}

    assert (said(words, "nb", "en"), said_in(words, "nb", "en")) == ("Hei, de.", "nn")
    assert said({"nb": "Hei."}, "en", "nb") == "Hei."
    assert said({}, "en", "nb") == ""
