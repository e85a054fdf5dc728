"""The log as an app of the site."""

from __future__ import annotations

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The log (日志)."""

    name = "gongkai_office.audit"
    label = "audit"
