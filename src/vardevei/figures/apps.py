from django.apps import AppConfig


class FiguresConfig(AppConfig):
    name = "vardevei.figures"
    label = "figures"
