"""Words for what is done together."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Visibility(models.TextChoices):
    """Who may see a workspace."""

    OPEN = "open", _("Åpent for alle")
    MEMBERS = "members", _("For dem som er med, og fylket")
    NAMED = "named", _("Bare for dem som er navngitt")


class Part(models.TextChoices):
    """What a member does in it."""

    LEAD = "lead", _("Leder")
    MEMBER = "member", _("Deltaker")


class MemberState(models.TextChoices):
    INVITED = "invited", _("Invitert, har ikke svart")
    IN = "in", _("Med")
    DECLINED = "declined", _("Sa nei")
    LEFT = "left", _("Ikke med lenger")


class MeetingState(models.TextChoices):
    """How far a meeting has come."""

    PLANNED = "planned", _("Planlagt")
    AGENDA_SENT = "agenda-sent", _("Sakslisten er sendt")
    HELD = "held", _("Holdt")
    APPROVED = "approved", _("Referatet er godkjent")


class ItemKind(models.TextChoices):
    """What an item on the agenda asks of those who meet."""

    INFORMATION = "information", _("Orientering")
    DISCUSSION = "discussion", _("Drøfting")
    DECISION = "decision", _("Vedtak")


class ItemState(models.TextChoices):
    """Whether an item is on the agenda, or somebody has proposed it."""

    PROPOSED = "proposed", _("Foreslått")
    ON = "on", _("På sakslisten")
    DECLINED = "declined", _("Ikke tatt med")


class Votes(models.TextChoices):
    """How a resolution was passed."""

    NOT_SAID = "not-said", _("Ikke oppgitt")
    UNANIMOUS = "unanimous", _("Enstemmig")
    MAJORITY = "majority", _("Flertall")


class Standing(models.TextChoices):
    """How somebody stands to a workspace: what one may do in it follows from this."""

    LEAD = "lead", _("Leder")
    MEMBER = "member", _("Deltaker")
    INVITED = "invited", _("Invitert")
    COUNTY = "county", _("Fylkets rådgivere")
    ANYONE = "anyone", _("Alle andre")


class SeenBy(models.TextChoices):
    """Who may see a file."""

    ROOM = "room", _("De som ser arbeidsrommet")
    LEADS = "leads", _("Bare de som leder")
    ANYONE = "anyone", _("Alle som har lenken")


class NoticeChoice(models.TextChoices):
    """When somebody wants a letter about what is said."""

    AT_ONCE = "at-once", _("Med en gang noen skriver")
    DAILY = "daily", _("Én gang om dagen, når noen har skrevet")
    MENTIONS = "mentions", _("Bare når noen varsler meg")
    NONE = "none", _("Aldri")


class FollowUpState(models.TextChoices):
    """How far something that was agreed on has come."""

    OPEN = "open", _("Åpen")
    DONE = "done", _("Gjort")
    DROPPED = "dropped", _("Droppet")


class EventState(models.TextChoices):
    """How far an event has come."""

    DRAFT = "draft", _("Kladd")
    PUBLISHED = "published", _("Publisert")
    CANCELLED = "cancelled", _("Avlyst")


class EventMode(models.TextChoices):
    """Where an event is."""

    PLACE = "place", _("På et sted")
    ONLINE = "online", _("På nett")
    BOTH = "both", _("På et sted og på nett")


class SurveyState(models.TextChoices):
    """How far a survey has come."""

    DRAFT = "draft", _("Ikke åpnet ennå")
    OPEN = "open", _("Åpen")
    CLOSED = "closed", _("Avsluttet")


class AnswerKind(models.TextChoices):
    """What an answer to a question in a survey looks like."""

    SHORT = "short", _("Kort tekst")
    LONG = "long", _("Lang tekst")
    NUMBER = "number", _("Tall")
    ONE = "one", _("Ett svar")
    MANY = "many", _("Flere svar")
    SCALE = "scale", _("Skala")
    DATE = "date", _("Dato")
    PLACE = "place", _("Kommune")
    ORGANISATION = "organisation", _("Virksomhet")


class AskedAs(models.TextChoices):
    """Why somebody is asked to answer a survey."""

    CONTACT = "contact", _("Kontakt for kommunen")
    MEMBER = "member", _("Er med i arbeidsrommet")
    CAME = "came", _("Var på arrangementet")
    ADDRESS = "address", _("Lagt til med adresse")
    LINK = "link", _("Kom med den åpne lenken")


class NotAsked(models.TextChoices):
    """Why somebody a survey is meant for gets no letter."""

    VACANT = "vacant", _("Kommunen har ingen kontakt")
    NO_ADDRESS = "no-address", _("Kontakten har ingen e-postadresse")
    BOUNCED = "bounced", _("Adressen virker ikke")
    ASKED = "asked", _("Er spurt allerede")


class SignUpState(models.TextChoices):
    """How somebody stands to an event."""

    INVITED = "invited", _("Invitert, har ikke svart")
    SIGNED_UP = "signed-up", _("Påmeldt")
    WAITING = "waiting", _("På venteliste")
    OFFERED = "offered", _("Tilbudt plass, har ikke svart")
    PASSED = "passed", _("Svarte ikke på tilbudet i tide")
    DECLINED = "declined", _("Kommer ikke")
    WITHDRAWN = "withdrawn", _("Meldt av")


class SignUpWho(models.TextChoices):
    """Who may sign up to an event."""

    ANYONE = "anyone", _("Alle")
    INVITED = "invited", _("Inviterte, og de som er med i arbeidsrommet")


class AskKind(models.TextChoices):
    """How a question to those who sign up is answered."""

    TEXT = "text", _("Med egne ord")
    ONE = "one", _("Ett valg av flere")
    MANY = "many", _("Ett eller flere valg")
    YES_NO = "yes-no", _("Ja eller nei")
