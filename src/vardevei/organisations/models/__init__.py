from vardevei.organisations.models.contact_list import ContactList, CountyColumns, ListedRow
from vardevei.organisations.models.dialogue import DialogueEntry, NextStep, Note, StrategyNote
from vardevei.organisations.models.document import PlaceDocument
from vardevei.organisations.models.erasure_request import ErasureRequest
from vardevei.organisations.models.invitation import Invitation
from vardevei.organisations.models.join_request import JoinRequest
from vardevei.organisations.models.mailing import Mailing
from vardevei.organisations.models.organisation import Code, Name, Organisation
from vardevei.organisations.models.relations import BelongsTo, Succession
from vardevei.organisations.models.role import Role
from vardevei.organisations.models.view import SavedView

__all__ = [
    "BelongsTo",
    "Code",
    "ContactList",
    "CountyColumns",
    "DialogueEntry",
    "ErasureRequest",
    "Invitation",
    "JoinRequest",
    "ListedRow",
    "Mailing",
    "Name",
    "NextStep",
    "Note",
    "Organisation",
    "PlaceDocument",
    "Role",
    "SavedView",
    "StrategyNote",
    "Succession",
]
