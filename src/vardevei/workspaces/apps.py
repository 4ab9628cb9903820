from django.apps import AppConfig


class WorkspacesConfig(AppConfig):
    name = "vardevei.workspaces"
    label = "workspaces"
