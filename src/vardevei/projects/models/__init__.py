from vardevei.projects.models.alias import Alias
from vardevei.projects.models.correction import Correction
from vardevei.projects.models.importing import Import, SetAside
from vardevei.projects.models.participation import Participation
from vardevei.projects.models.project import Project

__all__ = ["Alias", "Correction", "Import", "Participation", "Project", "SetAside"]
