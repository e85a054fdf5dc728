"""The site's settings, read from the environment (docs/reference/settings.md)."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any

import bootstrap_wrapper
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from gongkai_office.config import environment as env
from gongkai_office.config import words
from gongkai_office.config.logs import logging_of
from gongkai_office.config.storing import limits_of_files, mail_settings, rules_of_notices, storage_of_files

DEBUG = env.flag("DEBUG")
DEMO = env.flag("DEMO")
DATA = env.folder("DATA")

# Keys: one for sessions and links, one for digests of personal values in the log. The second must never change.
SECRET_KEY = env.text("SECRET_KEY")
SECRET_KEY_FALLBACKS = list(env.several("OLD_SECRET_KEYS"))
GONGKAI_LOG_KEY = env.text("LOG_KEY").encode()
for _name, _key in (("SECRET_KEY", SECRET_KEY), ("LOG_KEY", GONGKAI_LOG_KEY)):
    if len(_key) < 50:
        raise ImproperlyConfigured(words.NO_KEY.format(name=env.PREFIX + _name))
GONGKAI_DIGEST = env.one_of("DIGEST", *sorted({"sha256", "sha512", "sm3"} & hashlib.algorithms_available))

# A probe on the machine itself names no domain.
ALLOWED_HOSTS = [*env.several("HOSTS"), "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = list(env.several("ORIGINS"))
GONGKAI_PROXIES = env.networks("PROXIES")
GONGKAI_MONITORS = env.networks("MONITORS")
GONGKAI_MONITOR_TOKEN = env.text("MONITOR_TOKEN")
GONGKAI_MIN_DISK = env.number("MIN_DISK")
GONGKAI_MAX_QUEUE_MINUTES = env.number("MAX_QUEUE_MINUTES")

INSTALLED_APPS = [
    "gongkai_office.pages",  # first, so that its templates of forms stand before Django's own
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
    "gongkai_office.audit",
    "gongkai_office.organs",
    "gongkai_office.local_law",
    "gongkai_office.notices",
    "gongkai_office.files",
    "gongkai_office.jobs",
    "gongkai_office.accounts",
    "gongkai_office.administration",
    "gongkai_office.config",
]

MIDDLEWARE = [
    "gongkai_office.config.proxies.real_sender",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "gongkai_office.audit.middleware.origin_of_acts",
    "gongkai_office.administration.health.measuring.measured",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "gongkai_office.accounts.middleware.nothing_is_kept",
    "gongkai_office.accounts.middleware.htmx_leaves",
    "gongkai_office.accounts.middleware.sessions_end",
    "gongkai_office.accounts.middleware.first_things_first",
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
                "gongkai_office.accounts.context.idle",
                "gongkai_office.administration.menu.menu",
            ],
            "builtins": ["gongkai_office.pages.templatetags.pages"],
        },
    }
]

GONGKAI_BACKUPS = env.folder("BACKUPS", DATA / "backups")
GONGKAI_KEEP_BACKUPS = env.number("KEEP_BACKUPS")
GONGKAI_MAX_BACKUP_HOURS = env.number("MAX_BACKUP_HOURS")
GONGKAI_DRILL_DATABASE_URL = env.text("DRILL_DATABASE_URL")
DATABASES: dict[str, Any] = {"default": env.database(DATA / "gongkai.sqlite3")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Two processes may write without ever meeting a locked database: a writer waits for the other. What was
    # committed outlives a power cut.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    }
# Background work: the names are those of jobs/limits.py.
GONGKAI_JOBS = {
    "at_once": env.number("JOB_AT_ONCE"),
    "hold": env.number("JOB_HOLD"),
    "pause": env.number("JOB_PAUSE"),
    "memory": env.number("JOB_MEMORY"),
    "grace": env.number("JOB_GRACE"),
    "kept_days": env.number("JOB_KEPT_DAYS"),
    "failures_kept_days": env.number("JOB_FAILURES_KEPT_DAYS"),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "gongkai_office.accounts.backends.Passwords"]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "administration:home"
LOGOUT_REDIRECT_URL = "accounts:sign_in"

# Signing in: an account is shut after so many failures, an address after many more, for so many minutes (0: until
# the security administrator unlocks it). Common conventions of graded protection (等级保护), each to be set.
AXES_FAILURE_LIMIT = env.number("SIGN_IN_TRIES")
GONGKAI_SIGN_IN_TRIES_OF_ADDRESS = env.number("SIGN_IN_TRIES_OF_ADDRESS")
AXES_COOLOFF_TIME = timedelta(minutes=env.number("SIGN_IN_LOCKED_MINUTES")) or None
AXES_LOCK_OUT_AT_FAILURE = AXES_FAILURE_LIMIT > 0
AXES_LOCKOUT_PARAMETERS = ["username", "ip_address"]
AXES_HANDLER = "gongkai_office.accounts.lockout.Lockout"
AXES_USERNAME_CALLABLE = "gongkai_office.accounts.lockout.typed_name"
AXES_CLIENT_IP_CALLABLE = "gongkai_office.accounts.lockout.address"
AXES_WHITELIST_CALLABLE = "gongkai_office.accounts.lockout.is_elsewhere"
AXES_LOCKOUT_CALLABLE = "gongkai_office.accounts.lockout.answered"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True  # the log of this site has it
AXES_VERBOSE = False

# Passwords: length, kinds of characters, how many of the last may not come back, days until one must be changed,
# hours for which an administrator's one-time password holds; 0 for off.
GONGKAI_PASSWORDS_REMEMBERED = env.number("PASSWORDS_REMEMBERED")
GONGKAI_PASSWORD_DAYS = env.number("PASSWORD_DAYS")
GONGKAI_ONE_TIME_PASSWORD_HOURS = env.number("ONE_TIME_PASSWORD_HOURS")
GONGKAI_RESET_HOURS = env.number("RESET_HOURS")  # for which an administrator's account may wait to be reset
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "gongkai_office.accounts.passwords.Length", "OPTIONS": {"length": env.number("PASSWORD_LENGTH")}},
    {"NAME": "gongkai_office.accounts.passwords.Kinds", "OPTIONS": {"kinds": env.number("PASSWORD_KINDS")}},
    {"NAME": "gongkai_office.accounts.passwords.Rows", "OPTIONS": {"length": 4}},
    {"NAME": "gongkai_office.accounts.passwords.NotAboutOneself"},
    {"NAME": "gongkai_office.accounts.passwords.NotCommon"},
    {
        "NAME": "gongkai_office.accounts.passwords.NotUsedBefore",
        "OPTIONS": {"count": GONGKAI_PASSWORDS_REMEMBERED},
    },
]

# Second factor: who must have it, by role.
GONGKAI_SECOND_FACTOR = env.flag("SECOND_FACTOR", default=not DEMO)
GONGKAI_SECOND_FACTOR_ROLES = env.several("SECOND_FACTOR_ROLES")
OTP_TOTP_ISSUER = words.ISSUER

# Sessions: minutes without a request, hours in all; 0 for off. The cookie goes when the browser is closed.
GONGKAI_IDLE_MINUTES = env.number("IDLE_MINUTES")
GONGKAI_SESSION_HOURS = env.number("SESSION_HOURS")
SESSION_ENGINE = "gongkai_office.accounts.sessions"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = (GONGKAI_SESSION_HOURS or 24) * 3600  # until when a row is kept
SESSION_COOKIE_SAMESITE = "Lax"  # strict would lose the session on the way back from single sign-on

# Single sign-on of a city (OpenID Connect): on where a client is named. Accounts are matched, never made.
OIDC_RP_CLIENT_ID = env.text("OIDC_CLIENT_ID")
GONGKAI_OIDC = bool(OIDC_RP_CLIENT_ID)
OIDC_RP_CLIENT_SECRET = env.text("OIDC_CLIENT_SECRET")
GONGKAI_OIDC_ISSUER = env.text("OIDC_ISSUER")
OIDC_OP_AUTHORIZATION_ENDPOINT = env.text("OIDC_AUTHORIZATION_ENDPOINT")
OIDC_OP_TOKEN_ENDPOINT = env.text("OIDC_TOKEN_ENDPOINT")
OIDC_OP_USER_ENDPOINT = env.text("OIDC_USER_ENDPOINT")
OIDC_OP_JWKS_ENDPOINT = env.text("OIDC_KEYS_ENDPOINT")
OIDC_RP_SIGN_ALGO = env.text("OIDC_ALGORITHM")
OIDC_RP_SCOPES = env.text("OIDC_SCOPES")
GONGKAI_OIDC_TITLE = env.text("OIDC_TITLE")
GONGKAI_OIDC_CLAIM = env.text("OIDC_CLAIM")
GONGKAI_OIDC_MATCH = env.one_of("OIDC_MATCH", "single_sign_on", "username")
GONGKAI_OIDC_CLAIMS = env.text("OIDC_CLAIMS")
GONGKAI_OIDC_IS_SECOND_FACTOR = env.flag("OIDC_IS_SECOND_FACTOR")
GONGKAI_OIDC_LEEWAY = env.number("OIDC_LEEWAY")
OIDC_AUTHENTICATION_CALLBACK_URL = "accounts:single_sign_on_callback"
OIDC_TOKEN_USE_BASIC_AUTH = env.flag("OIDC_BASIC_AUTH")
OIDC_VERIFY_SSL: bool | str = env.text("OIDC_CA_FILE") or True
OIDC_TIMEOUT = 10
OIDC_USE_PKCE = True
OIDC_CREATE_USER = False
if GONGKAI_OIDC:
    AUTHENTICATION_BACKENDS.append("gongkai_office.accounts.single_sign_on.SingleSignOn")
    for _name in ("OIDC_ISSUER", "OIDC_AUTHORIZATION_ENDPOINT", "OIDC_TOKEN_ENDPOINT", "OIDC_KEYS_ENDPOINT"):
        if not env.text(_name):
            raise ImproperlyConfigured(words.NO_ADDRESS.format(name=env.PREFIX + _name))

# The log is never deleted; the file outside to which its head goes daily.
GONGKAI_HEADS = env.folder("HEADS", DATA / "heads.jsonl")

# People: what an administrator may be besides, and how many days after being one of another kind; when an unused
# account is disabled (days; 0 for never).
GONGKAI_ADMINISTRATORS_ONLY_ADMINISTER = env.flag("ADMINISTRATORS_ONLY_ADMINISTER")
GONGKAI_ADMINISTRATOR_CHANGE_DAYS = env.number("ADMINISTRATOR_CHANGE_DAYS")
GONGKAI_ROOT_ORGAN = env.number("ROOT_ORGAN")  # whose people run the whole installation; 0: the first at the top
GONGKAI_UNUSED_DAYS = env.number("UNUSED_DAYS")
GONGKAI_UNUSED_WARNING_DAYS = env.number("UNUSED_WARNING_DAYS")

LANGUAGE_CODE = "zh-hans"
USE_I18N = True
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = env.folder("STATIC", DATA / "static")
STATICFILES_DIRS = [("bootstrap", bootstrap_wrapper.get_bootstrap_dir())]
STORAGES = {
    "default": storage_of_files(DATA),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

FILES = limits_of_files()
NOTICES = rules_of_notices()
globals().update(mail_settings())
FILE_UPLOAD_HANDLERS = [
    "gongkai_office.files.uploading.BoundedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

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
HTTPS = env.flag("HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
# What Django would warn of: that HTTPS is off (W004, W012, W016) or DEBUG on (W018), which our own check says; that
# the proxy's work is not done here, sending people to HTTPS (W008); that nothing is said about the domain's other
# sites (W005, W021), which are not ours.
SILENCED_SYSTEM_CHECKS = [f"security.W{number}" for number in ("004", "005", "008", "012", "016", "018", "021")]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
LOGGING = logging_of(
    env.one_of("LOG_LEVEL", "DEBUG", "INFO", "WARNING", "ERROR"), env.one_of("LOG_FORMAT", "json", "text")
)
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
