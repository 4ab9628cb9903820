"""Bokmål has no prefix; the same address with /nn/ or /en/ in front is the same page in another language."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from vardevei.web import admin

urlpatterns = i18n_patterns(
    path("", include("vardevei.web.public.urls")),
    path("", include("vardevei.web.answers.urls")),
    path("konto/", include("vardevei.web.account.urls")),
    path("min-side/", include("vardevei.web.member.urls")),
    path("fylke/", include("vardevei.web.county.urls")),
    path("", include("vardevei.web.together.urls")),
    path("", include("vardevei.web.library.urls")),
    path("", include("vardevei.web.guide.urls")),
    path("innenfra/", admin.site.urls),
    prefix_default_language=False,
)

handler400 = "vardevei.web.public.errors.bad_request"
handler403 = "vardevei.web.public.errors.forbidden"
handler404 = "vardevei.web.public.errors.not_found"
handler500 = "vardevei.web.public.errors.server_error"
