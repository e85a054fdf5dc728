"""The administration pages as an app of the site."""

from __future__ import annotations

from django.apps import AppConfig


class AdministrationConfig(AppConfig):
    """Administration pages (管理)."""

    name = "gongkai_office.administration"
    label = "administration"
