"""All of Django's settings, in one file. What may differ between machines comes from environment.py."""

import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from csp.constants import NONE, SELF

from vardevei.config import environment, providers
from vardevei.opendata.data_folder import data_folder

PACKAGE = Path(__file__).resolve().parents[1]
PROJECT = PACKAGE.parents[1]
DATA = data_folder()
DATA.mkdir(parents=True, exist_ok=True)


def _secret_key() -> str:
    kept = DATA / "secret-key"
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(50))
    return kept.read_text().strip()


def _database() -> dict:
    address = environment.text("VARDEVEI_DATABASE")
    if not address:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA / "vardevei.sqlite3",
            # Readers never wait for the writer, and two writers queue instead of failing half-way.
            "OPTIONS": {
                "timeout": 20,
                "transaction_mode": "IMMEDIATE",
                "init_command": "pragma journal_mode=wal; pragma synchronous=normal; pragma cache_size=-20000;",
            },
        }
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,  # measured: 284 requests/s against 109 with a new connection each time
    }


SECRET_KEY = environment.text("VARDEVEI_SECRET_KEY") or _secret_key()
DEBUG = environment.yes("VARDEVEI_DEBUG")
ALLOWED_HOSTS = environment.words("VARDEVEI_HOSTS")
DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.admin.apps.SimpleAdminConfig",  # read-only, see web/admin.py
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "vardevei.core",
    "vardevei.organisations",
    "vardevei.workspaces",
    "vardevei.programmes",
    "vardevei.projects",
    "vardevei.library",
    "vardevei.guide",
    "vardevei.figures",
    "vardevei.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "vardevei.web.headers.Headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "vardevei.web.bodies.Bodies",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "vardevei.web.remembered.RememberedPages",
    "vardevei.web.sent.SentForms",
    "vardevei.web.access.SignIn",
    "vardevei.web.problems.Problems",
]

ROOT_URLCONF = "vardevei.web.urls"
WSGI_APPLICATION = "vardevei.web.wsgi.application"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates", PACKAGE / "web"],  # the second for components/tag.html
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "vardevei.web.context.shell",
            ],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",  # the read-only admin's own pages
                    ],
                )
            ],
        },
    }
]

AUTH_USER_MODEL = "core.Person"
LOGIN_URL = "account_login"
SESSION_COOKIE_AGE = 14 * 24 * 3600  # staff get a working day, see web/account/entering.py
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "name"]},
    },
]
# allauth speaks OpenID Connect and keeps sessions and second factors; the pages and the rules are ours (web/account).
PROVIDERS = providers.read(environment.text("VARDEVEI_SIGN_IN"))
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {
        "APPS": [provider.app() for provider in PROVIDERS],
        "provider_class": "vardevei.web.account.openid.provider.OpenIDConnect",
    }
}
SOCIALACCOUNT_ADAPTER = "vardevei.web.account.openid.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # a link we send ourselves proves the address
MFA_TOTP_ISSUER = "Vardevei"
MFA_TOTP_TOLERANCE = 1  # half a minute to each side, for phones whose clock is not quite right
ALLAUTH_TRUSTED_PROXY_COUNT = int(environment.text("VARDEVEI_PROXIES"))
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
MESSAGE_TAGS = {40: "danger"}  # an error, in Designsystemet's word
# Rate limits are counted here: all web processes must see the same numbers.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 200_000},  # so that nobody can crowd out the counts of tries
    }
}

# Bokmål is the source text; nynorsk and English are translations.
LANGUAGE_CODE = "nb"
LANGUAGES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "web" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Oslo"

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [
    PACKAGE / "web" / "static",
    ("designsystemet", PROJECT / "node_modules" / "@digdir" / "designsystemet-css" / "dist"),
    ("designsystemet-web", PROJECT / "node_modules" / "@digdir" / "designsystemet-web" / "dist" / "umd"),
    ("inter", PROJECT / "node_modules" / "@fontsource-variable" / "inter"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "vardevei.web.assets.Storage"},
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF, *(host for provider in PROVIDERS for host in provider.hosts)],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "vardevei.web.public.errors.csrf_failure"
if environment.yes("VARDEVEI_HTTPS"):
    SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Read by the web through django.conf, so that no room needs to know the environment.
VARDEVEI: dict[str, Any] = {
    "data": DATA,
    "address": environment.address(DATA),
    "mail": environment.text("VARDEVEI_MAIL"),
    "mail_from": environment.text("VARDEVEI_MAIL_FROM"),
    "contact": environment.text("VARDEVEI_CONTACT"),
    "operator": environment.text("VARDEVEI_OPERATOR"),
    "calls": environment.yes("VARDEVEI_CALLS"),
}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
