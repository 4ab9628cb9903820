from vardevei.organisations.models.organisation import Code, Name, Organisation
from vardevei.organisations.models.relations import BelongsTo, Succession

__all__ = ["BelongsTo", "Code", "Name", "Organisation", "Succession"]
