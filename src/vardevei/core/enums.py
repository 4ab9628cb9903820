"""Words that several rooms use."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LanguageForm(models.TextChoices):
    """The form a person or a municipality reads: the code is Django's language code."""

    BOKMAL = "nb", _("Bokmål")
    NYNORSK = "nn", _("Nynorsk")
    ENGLISH = "en", _("Engelsk")


class LetterState(models.TextChoices):
    """How far a letter has come."""

    WAITING = "waiting", _("Venter")
    SENDING = "sending", _("Sendes nå")
    SENT = "sent", _("Sendt")
    FAILED = "failed", _("Ikke levert")


class FailureReason(models.TextChoices):
    """Why a letter was given up."""

    REFUSED = "refused", _("Mottakerens e-posttjener tok ikke imot brevet.")
    GAVE_UP = "gave-up", _("E-posttjeneren tok ikke imot brevet, og vi har sluttet å prøve.")
    TOO_LATE = "too-late", _("Brevet var ikke til nytte lenger da e-posttjeneren svarte igjen.")
    NO_NEWS = "no-news", _("Mottakeren sa nei til nyheter før brevet ble sendt.")
    ERASED = "erased", _("Personen ble slettet før brevet ble sendt.")
    CAME_BACK = "came-back", _("Brevet ble sendt, men kom tilbake.")


class QuestionKind(models.TextChoices):
    """What an answer looks like."""

    CHOICE = "choice", _("Velg ett svar")
    TEXT = "text", _("Skriv et kort svar")


class FileKind(models.TextChoices):
    """What a kept file is, decided by its content."""

    PDF = "pdf", "PDF"
    DOCX = "docx", "Word"
    XLSX = "xlsx", "Excel"
    PPTX = "pptx", "PowerPoint"
    ODT = "odt", _("OpenDocument-tekst")
    ODS = "ods", _("OpenDocument-regneark")
    ODP = "odp", _("OpenDocument-presentasjon")
    CSV = "csv", "CSV"
    TXT = "txt", _("ren tekst")
    PNG = "png", _("PNG-bilde")
    JPEG = "jpeg", _("JPEG-bilde")
    WEBP = "webp", _("WebP-bilde")
    ZIP = "zip", "ZIP"
    OTHER = "other", _("noe annet")


class RunState(models.TextChoices):
    """How far long work has come."""

    WAITING = "waiting", _("Venter på tur")
    WORKING = "working", _("Arbeider")
    DONE = "done", _("Ferdig")
    FAILED = "failed", _("Stoppet av en feil")
    CANCELLED = "cancelled", _("Avbrutt")
