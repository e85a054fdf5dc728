"""Jobs as an app of the site."""

from __future__ import annotations

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Jobs (任务)."""

    name = "gongkai_office.jobs"
    label = "jobs"
