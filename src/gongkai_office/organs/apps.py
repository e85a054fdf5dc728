"""Organs as an app of the site."""

from __future__ import annotations

from django.apps import AppConfig


class OrgansConfig(AppConfig):
    """Organs (机关)."""

    name = "gongkai_office.organs"
    label = "organs"
