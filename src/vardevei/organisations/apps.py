from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    name = "vardevei.organisations"
    label = "organisations"
