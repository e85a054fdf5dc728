"""Addresses of lists of organs."""

from __future__ import annotations

from django.urls import path

from gongkai_office.administration.organs.lists import views

urlpatterns = [
    path("template/", views.template, name="organs_template"),
    path("export/<slug:kind>/", views.export, name="export_organs"),
    path("import/", views.upload, name="import_organs"),
    path("import/<int:file>/", views.preview, name="preview_organs"),
    path("import/<int:file>/problems/", views.problems, name="organs_problems"),
]
