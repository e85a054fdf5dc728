"""Files as an app of the site."""

from __future__ import annotations

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Files (文件)."""

    name = "gongkai_office.files"
    label = "files"
