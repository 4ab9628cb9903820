from django.apps import AppConfig


class LibraryConfig(AppConfig):
    name = "vardevei.library"
    label = "library"

    def ready(self) -> None:
        """Answers to questions in letters do what this room has registered."""
        from vardevei.library.domain import confirmations  # noqa: F401
