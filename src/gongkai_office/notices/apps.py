"""Notices as an app of the site."""

from __future__ import annotations

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Notices (通知)."""

    name = "gongkai_office.notices"
    label = "notices"
