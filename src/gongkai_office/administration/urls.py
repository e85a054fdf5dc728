"""Addresses of the administration pages, each list in the module of its subject."""

from __future__ import annotations

from django.urls import include, path

from gongkai_office.administration import home

app_name = "administration"
urlpatterns = [
    path("", home.home, name="home"),
    path("files/", include("gongkai_office.administration.files.urls")),
    path("health/", include("gongkai_office.administration.health.urls")),
    path("access-review/", include("gongkai_office.administration.access_review.urls")),
    path("people/", include("gongkai_office.administration.people.urls")),
    path("log/", include("gongkai_office.administration.log.urls")),
    path("organs/", include("gongkai_office.administration.organs.urls")),
    path("", include("gongkai_office.administration.jobs.urls")),
    path("calendar/", include("gongkai_office.administration.calendar.urls")),
    path("conventions/", include("gongkai_office.administration.conventions.urls")),
    path("", include("gongkai_office.administration.notices.urls")),
]
