from django.apps import AppConfig


class WorkspacesConfig(AppConfig):
    name = "vardevei.workspaces"
    label = "workspaces"

    def ready(self) -> None:
        """Answers to invitations do what this room has registered; whoever is erased is in nothing any longer."""
        from vardevei.core.domain import people
        from vardevei.workspaces.domain import members

        people.BEFORE_ERASING.append(members.leave_all)
