from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "vardevei.organisations"
    label = "organisations"

    def ready(self) -> None:
        """Roles end before a person is erased, so that a municipality that is left empty is noticed; and answers to
        questions do what this room has registered."""
        from vardevei.core.domain import people
        from vardevei.organisations.domain import confirming, roles  # noqa: F401

        people.BEFORE_ERASING.append(roles.end_all)
