"""Whom a letter reaches, as the pages tell it."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vardevei.core.enums import LanguageForm
from vardevei.organisations.domain.receivers import Receiver
from vardevei.organisations.enums import LeftOut
from vardevei.organisations.models import Mailing, Organisation
from vardevei.web.alphabet import alphabetical


@dataclass(frozen=True, slots=True)
class Reach:
    """Everyone a letter is meant for."""

    receivers: list[Receiver]

    @property
    def reached(self) -> list[Receiver]:
        return [one for one in self.receivers if not one.left_out]

    @property
    def municipalities(self) -> int:
        return len({one.organisation.pk for one in self.reached})

    @property
    def left_out(self) -> list[tuple[str, list[Receiver]]]:
        """(reason, those it holds for), in a fixed order."""
        by_reason = [(str(why.label), [one for one in self.receivers if one.left_out == why]) for why in LeftOut]
        return [(why, those) for why, those in by_reason if those]

    @property
    def left_out_count(self) -> int:
        return len(self.receivers) - len(self.reached)

    def languages(self) -> list[str]:
        """The forms to write in: both Norwegian ones, and English when somebody has asked for it."""
        english = any(one.form == LanguageForm.ENGLISH for one in self.reached)
        return ["nb", "nn", *(["en"] if english else [])]

    def instead(self, mailing: Mailing) -> list[str]:
        """Sentences on who gets another form than their own, because theirs was not written."""
        counted = Counter((one.form, mailing.written_form(one.form)) for one in self.reached)
        sentence = _("{n} som leser {own}, får brevet på {other}, for det er ikke skrevet på {own}.")
        names = {form.value: str(form.label).lower() for form in LanguageForm}
        return [
            sentence.format(n=n, own=names[own], other=names[other])
            for (own, other), n in counted.items()
            if own != other
        ]

    def by_place(self) -> list[tuple[Organisation, list[Receiver], bool]]:
        """(municipality, its contacts, whether a letter can reach it), by name."""
        found: dict[str, list[Receiver]] = {}
        for one in self.receivers:
            found.setdefault(one.organisation.pk, []).append(one)
        ordered = sorted(found.values(), key=lambda those: alphabetical(those[0].organisation.name))
        return [(those[0].organisation, those, any(not one.left_out for one in those)) for those in ordered]
