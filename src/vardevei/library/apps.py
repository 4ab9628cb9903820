from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "vardevei.library"
    label = "library"
