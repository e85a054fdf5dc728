"""Local law as an app of the site."""

from __future__ import annotations

from django.apps import AppConfig


class LocalLawConfig(AppConfig):
    """Notices of holidays and local conventions (放假安排、本地口径)."""

    name = "gongkai_office.local_law"
    label = "local_law"
