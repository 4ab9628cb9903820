from vardevei.projects.models.alias import Alias, Unsure
from vardevei.projects.models.by_hand import ByHand, Partner
from vardevei.projects.models.challenge import Challenge
from vardevei.projects.models.correction import Correction
from vardevei.projects.models.double import Double
from vardevei.projects.models.importing import Import, SetAside
from vardevei.projects.models.participation import Participation
from vardevei.projects.models.project import Project
from vardevei.projects.models.upload import Upload

__all__ = [
    "Alias",
    "ByHand",
    "Challenge",
    "Correction",
    "Double",
    "Import",
    "Participation",
    "Partner",
    "Project",
    "SetAside",
    "Unsure",
    "Upload",
]
