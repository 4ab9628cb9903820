from django.apps import AppConfig


class WorkspacesConfig(AppConfig):
    name = "vardevei.workspaces"
    label = "workspaces"

    def ready(self) -> None:
        """Answers to questions in letters do what this room has registered; whoever is erased is in nothing."""
        from vardevei.core.domain import people
        from vardevei.workspaces.domain import followup_answers, members, survey_in_letter, survey_letting_go  # noqa: F401  # noqa: F401

        people.BEFORE_ERASING.append(members.leave_all)
