"""Addresses of the administration pages, each list in the module of its subject."""

from __future__ import annotations

from django.urls import include, path

from gongkai_office.administration import home

app_name = "administration"
urlpatterns = [
    path("", home.home, name="home"),
    path("inbox/", home.inbox, name="inbox"),
    path("health/", include("gongkai_office.administration.health.urls")),
    path("organs/", include("gongkai_office.administration.organs.urls")),
    path("", include("gongkai_office.administration.jobs.urls")),
]
