"""The addresses of all pages."""

from __future__ import annotations

from django.urls import include, path

from gongkai_office.administration.health import views as health

handler500 = "gongkai_office.config.error_pages.server_error"
urlpatterns = [
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
    path("metrics", health.metrics, name="metrics"),
    path("account/", include("gongkai_office.accounts.urls")),
    path("", include("gongkai_office.administration.urls")),
]
