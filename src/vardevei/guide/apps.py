from django.apps import AppConfig


class GuideConfig(AppConfig):
    name = "vardevei.guide"
    label = "guide"
