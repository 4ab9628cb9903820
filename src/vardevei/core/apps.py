from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "vardevei.core"
    label = "core"
