"""What is kept about a person, in words: each table with its rows, why each thing is kept and how long."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vardevei.core.domain import log, records
from vardevei.core.models import LogEntry, Person
from vardevei.core.personal import Kept
from vardevei.web.numbers import day, moment

# What a table is called on the page. A new table with personal data needs its words here: a test asks for them.
TABLES = {
    "core.Person": gettext_lazy("Navn, adresse og konto"),
    "core.Answer": gettext_lazy("Svar på spørsmål i brev"),
    "core.Draft": gettext_lazy("Kladder"),
    "core.KeptFile": gettext_lazy("Filer"),
    "core.Letter": gettext_lazy("Brev"),
    "core.LogEntry": gettext_lazy("Logg: det du har gjort, og det som er gjort med deg"),
    "core.Question": gettext_lazy("Spørsmål i brev"),
    "core.Run": gettext_lazy("Langt arbeid"),
    "core.SignInLink": gettext_lazy("Lenker for innlogging"),
    "guide.Match": gettext_lazy("Treff du følger"),
    "guide.Suggestion": gettext_lazy("Forslag til kommuner, og svar på dem"),
    "guide.Verdict": gettext_lazy("Vurderinger av treff"),
    "guide.SearchMiss": gettext_lazy("Søk som ikke fant noe"),
    "guide.StaffConcept": gettext_lazy("Begreper i ordlisten"),
    "guide.Sent": gettext_lazy("Det du har fått varsel om"),
    "guide.Subscription": gettext_lazy("Varsler du har bedt om"),
    "guide.PartnerAsked": gettext_lazy("Svar på partnerforespørsler"),
    "guide.PartnerRequest": gettext_lazy("Partnerforespørsler"),
    "library.Adoption": gettext_lazy("Eksempler dere følger"),
    "library.AdoptionStep": gettext_lazy("Hvor langt dere er kommet med et eksempel"),
    "library.Comment": gettext_lazy("Spørsmål og svar om eksempler"),
    "library.Contribution": gettext_lazy("Innspill til notatet"),
    "library.Edition": gettext_lazy("Utgaver av notatet"),
    "library.Example": gettext_lazy("Eksempler du har foreslått"),
    "library.Remark": gettext_lazy("Det du har sagt til innspill"),
    "library.Review": gettext_lazy("Avgjørelser om eksempler"),
    "library.Revision": gettext_lazy("Det du har skrevet i eksempler"),
    "library.Section": gettext_lazy("Deler av notatet"),
    "library.Strategy": gettext_lazy("Strategier og vedtak"),
    "organisations.ContactList": gettext_lazy("Lister med kontakter"),
    "organisations.CountyColumns": gettext_lazy("Kolonner i fylkets liste"),
    "organisations.DialogueEntry": gettext_lazy("Fylkets kontaktlogg"),
    "organisations.ErasureRequest": gettext_lazy("Ønsker om å bli slettet"),
    "organisations.Invitation": gettext_lazy("Invitasjoner"),
    "organisations.JoinRequest": gettext_lazy("Forespørsler om å få være med"),
    "organisations.ListedRow": gettext_lazy("Rader i lister med kontakter"),
    "organisations.Mailing": gettext_lazy("Utsendinger"),
    "organisations.NextStep": gettext_lazy("Neste steg"),
    "organisations.Note": gettext_lazy("Fylkets notater"),
    "organisations.PlaceDocument": gettext_lazy("Dokumenter om kommuner"),
    "organisations.Role": gettext_lazy("Roller"),
    "organisations.SavedView": gettext_lazy("Lagrede visninger"),
    "organisations.StrategyNote": gettext_lazy("Notater om strategi"),
    "programmes.Call": gettext_lazy("Utlysninger lagt inn for hånd"),
    "projects.Alias": gettext_lazy("Avgjørelser om navn"),
    "projects.ByHand": gettext_lazy("Deltakelser lagt inn for hånd"),
    "projects.Challenge": gettext_lazy("Utfordringer du har skrevet"),
    "projects.Correction": gettext_lazy("Rettelser"),
    "projects.Double": gettext_lazy("Avgjørelser om dobbelte"),
    "projects.Upload": gettext_lazy("Opplastede kildefiler"),
    "projects.Unsure": gettext_lazy("Usikre navn"),
    "workspaces.Contribution": gettext_lazy("Innlegg i samtaler"),
    "workspaces.EarlierText": gettext_lazy("Innlegg før de ble endret"),
    "workspaces.FileVersion": gettext_lazy("Utgaver av filer i arbeidsrom"),
    "workspaces.Mention": gettext_lazy("Innlegg som er ment for deg"),
    "workspaces.Notices": gettext_lazy("Varsler fra samtaler"),
    "workspaces.Thread": gettext_lazy("Samtaler"),
    "workspaces.Untold": gettext_lazy("Varsler som venter"),
    "workspaces.Workspace": gettext_lazy("Arbeidsrom"),
    "workspaces.Member": gettext_lazy("Arbeidsrom du er med i"),
    "workspaces.WorkspaceFile": gettext_lazy("Filer i arbeidsrom"),
    "workspaces.Event": gettext_lazy("Arrangementer"),
    "workspaces.Block": gettext_lazy("Poster i programmet"),
    "workspaces.CalendarAddress": gettext_lazy("Adresser til kalenderen din"),
    "workspaces.FollowUp": gettext_lazy("Oppfølginger"),
    "workspaces.Addition": gettext_lazy("Tillegg til referater"),
    "workspaces.AgendaItem": gettext_lazy("Saker på møter"),
    "workspaces.Attendee": gettext_lazy("Oppmøte på møter"),
    "workspaces.Meeting": gettext_lazy("Møter"),
    "workspaces.Resolution": gettext_lazy("Vedtak i møter"),
    "workspaces.Respondent": gettext_lazy("Undersøkelser du er spurt om å svare på"),
    "workspaces.ResponseAnswer": gettext_lazy("Svar i undersøkelser"),
    "workspaces.Survey": gettext_lazy("Undersøkelser"),
    "workspaces.SurveyCounty": gettext_lazy("Fylker som er med i undersøkelser"),
    "workspaces.SignUp": gettext_lazy("Påmeldinger og invitasjoner til arrangementer"),
    "workspaces.SignUpAnswer": gettext_lazy("Svar på spørsmål ved påmelding"),
    "workspaces.SignUpNeed": gettext_lazy("Behov du har sagt fra om ved påmelding"),
    "account.EmailAddress": gettext_lazy("Adresser for innlogging"),
    "account.EmailConfirmation": gettext_lazy("Bekreftelser av adresser"),
    "mfa.Authenticator": gettext_lazy("Engangskoder"),
    "socialaccount.SocialAccount": gettext_lazy("Andre måter å logge inn på"),
    "socialaccount.SocialToken": gettext_lazy("Nøkler hos innloggingstjenester"),
    "usersessions.UserSession": gettext_lazy("Innlogginger"),
    "sessions.Session": gettext_lazy("Innlogginger i nettlesere"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """One thing about the person: its field, its value in words, why it is kept and how long."""

    field: str
    value: str
    purpose: str
    limit: str


@dataclass(frozen=True, slots=True)
class Part:
    """One table. `rows` have all that is kept of the person; `count` where the person only did something."""

    code: str
    title: str
    count: int
    rows: list[list[Said]]
    about: bool

    @property
    def limits(self) -> list[str]:
        """How long the things in it are kept, each sentence once."""
        return list(dict.fromkeys(said.limit for row in self.rows for said in row))


def parts(person: Person) -> Iterator[Part]:
    """All that is kept, the person's own row first. Secrets are said to be there, not shown."""
    for found in records.of(person):
        title = str(TABLES.get(found.code, found.model._meta.verbose_name_plural))
        rows = list(_rows(found, person))
        yield Part(found.code, title, len(rows), rows if found.about else [], found.about)


def _rows(found: records.Found, person: Person) -> Iterator[list[Said]]:
    if found.model is LogEntry:
        kept = found.personal.fields["by"]
        for entry, sentence in log.sentences(found.rows):
            yield [_said("text", f"{moment(entry.at)}: {sentence}", kept), *_why(entry, found.personal.fields["why"])]
        return
    for row in found.rows:
        told = ((name, _value(row, name, kept), kept) for name, kept in found.shown.items())
        yield [_said(name, value, kept) for name, value, kept in told if value]


def _why(entry: LogEntry, kept: Kept) -> list[Said]:
    return [_said("why", entry.why, kept)] if entry.why else []


def _said(name: str, value: str, kept: Kept) -> Said:
    return Said(name, value, str(kept.purpose), str(kept.limit.sentence))


def _value(row: models.Model, name: str, kept: Kept) -> str:
    value: Any = getattr(row, name)
    if value in (None, "", [], {}):
        return ""
    if kept.secret:
        return _("Finnes, men vises ikke: den kan åpne noe.")
    choices = dict(row._meta.get_field(name).flatchoices)  # type: ignore[union-attr]
    return str(choices[value]) if isinstance(value, str) and value in choices else _in_words(value)


def _in_words(value: Any) -> str:
    if isinstance(value, bool):
        return _("Ja") if value else _("Nei")
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, dict):
        return "\n".join(f"{name}: {_in_words(inside)}" for name, inside in value.items())
    if isinstance(value, list):
        return ", ".join(map(_in_words, value))
    return day(value) if isinstance(value, date) else str(value)
