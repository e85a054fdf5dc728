"""The site's settings for its tests: fixed keys, fast passwords, files in a folder of their own."""

from __future__ import annotations

import os
import tempfile

os.environ.setdefault("GONGKAI_SECRET_KEY", "only-for-tests-" * 4)
os.environ.setdefault("GONGKAI_LOG_KEY", "a-log-key-only-for-tests-" * 3)
os.environ.setdefault("GONGKAI_DATA", tempfile.mkdtemp(prefix="gongkai-tests-"))

from gongkai_office.config.settings import *  # noqa: F403  # the environment must stand first

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405  # of the settings above
WHITENOISE_AUTOREFRESH = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
GONGKAI_SECOND_FACTOR = False  # tests of the second factor switch it on
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}  # no test sees what another kept
