"""Addresses of the pages of organs."""

from __future__ import annotations

from django.urls import path

from gongkai_office.administration.organs import views

urlpatterns = [
    path("", views.organs, name="organs"),
    path("<int:key>/", views.organ, name="organ"),
    path("<int:key>/edit/", views.edit, name="edit_organ"),
]
