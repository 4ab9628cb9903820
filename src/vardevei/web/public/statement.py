"""What the accessibility statement says. Change the date only when somebody has gone through the list again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Statement:
    tested: date
    untested: Sequence[str | Promise]
    shortcomings: Sequence[str | Promise]


STATEMENT = Statement(
    tested=date(2026, 11, 23),
    untested=[
        _("om sidene er lette å bruke med skjermleser. Ingen har prøvd dem med NVDA, JAWS eller VoiceOver"),
        _("om språket er lett nok å forstå for dem siden er laget for"),
        _("om sidene virker med talestyring, bryterstyring og forstørring over 400 prosent"),
        _("andre nettlesere enn Chromium"),
    ],
    shortcomings=[
        _(
            "Kommunekartet har små sekskanter. "
            "De samme lenkene står i listen over kommuner, der de er store nok til å treffe."
        ),
        _("Navn i fylkeskartet er forkortet og har liten skrift. Hele navnet leses opp og står i tabellen."),
        _("Samiske og kvenske navn leses opp med norsk uttale, fordi registeret ikke sier hvilket språk navnet er på."),
        _("Feilmeldinger fra programmet kan være på engelsk. De er merket som engelsk for skjermlesere."),
        _("Filer til nedlasting (CSV, Excel og JSON) er ikke prøvd med hjelpemidler."),
    ],
)
