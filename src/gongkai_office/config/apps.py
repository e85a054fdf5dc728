"""Running the site as an app: its commands."""

from __future__ import annotations

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """How the site is run (运行)."""

    name = "gongkai_office.config"
    label = "config"
