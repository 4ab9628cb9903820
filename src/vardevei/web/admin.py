"""Django's admin as a window, not a door: the administrator sees every table and changes nothing in it.

Changes go through the verbs, which check, log and write letters. Secrets and password hashes are not shown.
"""

from typing import Any

from django.apps import apps
from django.contrib.admin.options import ModelAdmin
from django.contrib.admin.sites import AdminSite
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from vardevei.organisations import rules
from vardevei.web import access
from vardevei.web.account.signing_in import sign_out

# A letter that waits has a link that signs somebody in; a draft is for the one who writes it.
SECRET = {"password", "fingerprint", "secrets", "body", "data"}


class Window(ModelAdmin):
    """A table to look into."""

    actions = None
    list_per_page = 50
    show_full_result_count = False

    def get_list_display(self, request: HttpRequest) -> Any:
        return ["__str__", *[name for name in _shown(self.model) if name != "id"][:5]]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return _shown(self.model)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        """Nobody can ask in the address how a secret begins: ?password__startswith=a, ?to__password__contains=b."""
        return not SECRET & set(lookup.split("__")) and super().lookup_allowed(lookup, value, request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.admin_site.has_permission(request)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.admin_site.has_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def _shown(model: type[Model]) -> list[str]:
    return [field.name for field in model._meta.concrete_fields if field.name not in SECRET]


class Windows(AdminSite):
    """All tables of our own rooms."""

    site_header = site_title = _("Vardevei innenfra")
    index_title = _("Tabeller, bare til å se i")
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """For an administrator who is signed in all the way."""
        who = access.signed_in(request)
        return rules.may(who, rules.ADMINISTER)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """A visitor is sent to our own sign-in page; one who is not an administrator is told why not."""
        inner = super().admin_view(view, cacheable)

        def window(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            access.require(request, rules.ADMINISTER)
            answer: HttpResponse = inner(request, *args, **kwargs)
            return answer

        return window

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        return redirect("account_login")

    def logout(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return sign_out(request)

    def password_change(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return redirect("new-password")


site = Windows(name="admin")
for model in apps.get_models():
    if model.__module__.startswith("vardevei."):
        site.register(model, Window)
