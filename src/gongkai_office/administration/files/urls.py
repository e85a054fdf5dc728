"""Addresses of the pages of files."""

from __future__ import annotations

from django.urls import path

from gongkai_office.administration.files import views

urlpatterns = [
    path("", views.files, name="files"),
    path("upload/", views.upload, name="upload_file"),
    path("<int:key>/", views.file, name="file"),
    path("<int:key>/download/", views.download, name="download_file"),
    path("<int:key>/withdraw/", views.withdraw, name="withdraw_file"),
]
