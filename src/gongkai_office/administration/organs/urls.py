"""Addresses of the pages of organs."""

from __future__ import annotations

from django.urls import include, path

from gongkai_office.administration.organs import views

urlpatterns = [
    path("", views.organs, name="organs"),
    path("add/", views.add_at_top, name="add_organ"),
    path("", include("gongkai_office.administration.organs.lists.urls")),
    path("<int:key>/", views.organ, name="organ"),
    path("<int:key>/branch/", views.branch, name="organ_branch"),
    path("<int:key>/add/", views.add, name="add_organ_below"),
    path("<int:key>/edit/", views.edit, name="edit_organ"),
    path("<int:key>/reviewers/", views.reviewer, name="set_reviewer"),
    path("<int:key>/reviewers/<int:reviewer>/", views.end_reviewer, name="end_reviewer"),
    path("", include("gongkai_office.administration.organs.acts.urls")),
]
