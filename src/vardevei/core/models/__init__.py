from vardevei.core.models.delivery import Delivery
from vardevei.core.models.draft import Draft
from vardevei.core.models.kept_file import KeptFile
from vardevei.core.models.letter import Letter
from vardevei.core.models.log import LogEntry
from vardevei.core.models.made_up import MadeUp
from vardevei.core.models.person import Person
from vardevei.core.models.question import Answer, Question
from vardevei.core.models.run import Run
from vardevei.core.models.sign_in_link import SignInLink
from vardevei.core.models.tick import Tick
from vardevei.core.models.versioned import Versioned

__all__ = [
    "Answer",
    "Delivery",
    "Draft",
    "KeptFile",
    "Letter",
    "LogEntry",
    "MadeUp",
    "Person",
    "Question",
    "Run",
    "SignInLink",
    "Tick",
    "Versioned",
]
