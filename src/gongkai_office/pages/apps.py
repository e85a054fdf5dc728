"""The shared parts of pages as an app of the site."""

from __future__ import annotations

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Frame, forms and look of all pages."""

    name = "gongkai_office.pages"
    label = "pages"
