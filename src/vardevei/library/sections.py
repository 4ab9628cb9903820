"""The sections of an example, each with the short question that it answers."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class ExampleSection:
    """`code` is the key in `Revision.texts`, or the field of the revision. `counted`: one of the ten to fill in."""

    code: str
    heading: Any  # words that are translated when they are read
    question: Any
    text: bool = True
    counted: bool = True


TITLE = ExampleSection("title", _("Tittel"), _("Hva heter eksempelet, i noen få ord?"), counted=False)
LEAD = ExampleSection("lead", _("Kort fortalt"), _("Hva ble gjort, og hva kom ut av det?"), counted=False)
TARGET_GROUP = ExampleSection("target_group", _("For hvem"), _("Hvem er dette for?"))
PROBLEM = ExampleSection("problem", _("Utfordringen"), _("Hva ville dere løse?"))
STEPS = ExampleSection("steps", _("Slik gjorde de det"), _("Hva ble gjort, steg for steg?"))
RESOURCES = ExampleSection("resources", _("Det kostet"), _("Hvor mye folk, penger og tid gikk med?"), text=False)
EVIDENCE = ExampleSection("evidence", _("Det virket"), _("Hva viser at det virket?"), text=False)
WHAT_FAILED = ExampleSection("what_failed", _("Dette virket ikke"), _("Hva ville dere gjort annerledes?"))
TRANSFER = ExampleSection("transfer", _("Passer det hos oss?"), _("Hva skal til for å gjøre det et annet sted?"))
LINKS = ExampleSection("links", _("Lenker og dokumenter"), _("Hvor kan en lese mer?"), text=False)
PERIOD = ExampleSection("period", _("Når"), _("Når begynte det, og når sluttet det?"), text=False)
CONTACT = ExampleSection("contact", _("Kontakt"), _("Hvem kan en spørre?"), text=False)

SECTIONS = (
    TITLE,
    LEAD,
    TARGET_GROUP,
    PROBLEM,
    STEPS,
    RESOURCES,
    EVIDENCE,
    WHAT_FAILED,
    TRANSFER,
    LINKS,
    PERIOD,
    CONTACT,
)
TEXTS = tuple(section for section in SECTIONS if section.text)
COUNTED = tuple(section for section in SECTIONS if section.counted)
BY_CODE = {section.code: section for section in SECTIONS}
