"""Jobs as an app of the site."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    """Jobs (任务)."""

    name = "gongkai_office.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Find the jobs of all apps: their modules `background`."""
        autodiscover_modules("background")
