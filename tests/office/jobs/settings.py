"""The site's settings with the jobs on trial, for workers in processes of their own."""

from __future__ import annotations

import os

from gongkai_office.config.settings import *  # noqa: F403  # the site's, and one app more

INSTALLED_APPS = [*INSTALLED_APPS, "tests.office.jobs.trial"]  # noqa: F405  # of the settings above
GONGKAI_JOBS = {
    "hold": int(os.environ["GONGKAI_TRIAL_HOLD"]),
    "pause": 0.2,
    "memory": 1024,
    "grace": 1,
    "interruptions": 1,
}
