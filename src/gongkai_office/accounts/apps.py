"""People as an app of the site."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """People (账号)."""

    name = "gongkai_office.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Have the settings of this room checked."""
        from gongkai_office.accounts import checks

        self.checks = (checks.roles_exist, checks.resets_have_time)
