from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "vardevei.projects"
    label = "projects"
