"""The addresses of all pages."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("account/", include("gongkai_office.accounts.urls")),
    path("", include("gongkai_office.administration.urls")),
]
