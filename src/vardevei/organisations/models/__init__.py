from vardevei.organisations.models.organisation import Code, Name, Organisation
from vardevei.organisations.models.relations import BelongsTo, Succession
from vardevei.organisations.models.role import Role

__all__ = ["BelongsTo", "Code", "Name", "Organisation", "Role", "Succession"]
