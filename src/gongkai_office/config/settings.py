"""The site's settings, read from the environment (docs/reference/settings.md)."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import bootstrap_wrapper
import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from gongkai_office.config import environment as env
from gongkai_office.config import words

DEBUG = env.flag("DEBUG", default=False)
DEMO = env.flag("DEMO", default=False)
DATA = env.folder("DATA", Path("data"))

# Keys: one for sessions and links, one for digests of personal values in the log. The second must never change.
SECRET_KEY = env.text("SECRET_KEY")
GONGKAI_LOG_KEY = env.text("LOG_KEY").encode()
for _name, _key in (("SECRET_KEY", SECRET_KEY), ("LOG_KEY", GONGKAI_LOG_KEY)):
    if len(_key) < 50:
        raise ImproperlyConfigured(words.NO_KEY.format(name=env.PREFIX + _name))
GONGKAI_DIGEST = env.text("DIGEST", "sha256")
if GONGKAI_DIGEST not in hashlib.algorithms_available:
    raise ImproperlyConfigured(
        words.UNKNOWN_DIGEST.format(name="GONGKAI_DIGEST", said=GONGKAI_DIGEST, known="sha256、sha512、sm3")
    )

ALLOWED_HOSTS = list(env.several("HOSTS", ("localhost", "127.0.0.1")))
CSRF_TRUSTED_ORIGINS = list(env.several("ORIGINS"))

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "axes",
    "csp",
    "treebeard",
    "gongkai_office.pages",
    "gongkai_office.audit",
    "gongkai_office.organs",
    "gongkai_office.notices",
    "gongkai_office.files",
    "gongkai_office.jobs",
    "gongkai_office.accounts",
    "gongkai_office.administration",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "gongkai_office.audit.middleware.origin_of_acts",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "gongkai_office.config.urls"
WSGI_APPLICATION = "gongkai_office.config.wsgi.application"
FORM_RENDERER = "gongkai_office.pages.rendering.BootstrapForms"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "gongkai_office.administration.menu.menu",
            ],
            "builtins": ["gongkai_office.pages.templatetags.pages"],
        },
    }
]

DATABASES: dict[str, Any] = {
    "default": dj_database_url.config(default=f"sqlite:///{DATA / 'gongkai.sqlite3'}", conn_max_age=60)
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Two processes may write without ever meeting a locked database: a writer waits for the other.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "administration:home"
LOGOUT_REDIRECT_URL = "accounts:sign_in"

# People: what an administrator may be besides, and when an account that nobody uses is disabled (days; 0 for never).
GONGKAI_ADMINISTRATORS_ONLY_ADMINISTER = env.flag("ADMINISTRATORS_ONLY_ADMINISTER", default=True)
GONGKAI_UNUSED_DAYS = env.number("UNUSED_DAYS", 90)
GONGKAI_UNUSED_WARNING_DAYS = env.number("UNUSED_WARNING_DAYS", 7)

LANGUAGE_CODE = "zh-hans"
USE_I18N = True
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = env.folder("STATIC", DATA / "static")
STATICFILES_DIRS = [("bootstrap", bootstrap_wrapper.get_bootstrap_dir())]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA / "files"}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# What a page may load: nothing but what this site serves.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
HTTPS = env.flag("HTTPS", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
