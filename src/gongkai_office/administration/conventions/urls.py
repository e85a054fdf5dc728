"""Addresses of the pages of local conventions."""

from __future__ import annotations

from django.urls import path

from gongkai_office.administration.conventions import uploading, views

urlpatterns = [
    path("", views.find, name="conventions"),
    path("<int:organ>/", views.conventions, name="conventions_of"),
    path("<int:organ>/export/", views.export, name="export_conventions"),
    path("<int:organ>/upload/", uploading.upload, name="upload_conventions"),
    path("<int:organ>/<slug:key>/", views.convention, name="convention"),
    path("<int:organ>/choices/<int:choice>/withdraw/", views.withdraw, name="withdraw_choice"),
]
