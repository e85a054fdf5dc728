"""People as an app of the site."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People (账号)."""

    name = "gongkai_office.accounts"
    label = "accounts"
