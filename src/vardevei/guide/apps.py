from django.apps import AppConfig


class GuideConfig(AppConfig):
    name = "vardevei.guide"
    label = "guide"

    def ready(self) -> None:
        """Whoever gets alerts is in use, though they never sign in. Answers to partner requests do what they say."""
        from vardevei.guide.domain import partner_asking, subscriptions  # noqa: F401
        from vardevei.organisations.domain import expiry

        expiry.KEPT_FOR.append(subscriptions.people)
