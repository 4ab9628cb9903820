from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "vardevei.programmes"
    label = "programmes"
