"""In which form of Norwegian a letter is written: the person's own choice, else the municipality's resolution."""

from vardevei.core.enums import LanguageForm
from vardevei.core.models import Person
from vardevei.opendata import attributes
from vardevei.organisations.models import Organisation

FORMS = {"bokmål": LanguageForm.BOKMAL, "nynorsk": LanguageForm.NYNORSK}


def form_for(person: Person | None, at: Organisation | None = None) -> LanguageForm:
    """The form to write to the person in; bokmål when neither she nor the municipality has chosen one."""
    if person and person.form:
        return LanguageForm(person.form)
    return form_of(at) if at else LanguageForm.BOKMAL


def form_of(organisation: Organisation) -> LanguageForm:
    """The form that the municipality or county has resolved to be written to in; bokmål when it is neutral."""
    return FORMS.get(attributes.language_form(organisation.place) or "", LanguageForm.BOKMAL)
