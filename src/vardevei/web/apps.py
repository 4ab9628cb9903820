from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "vardevei.web"
    label = "web"
