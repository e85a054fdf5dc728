"""Addresses of the log's pages."""

from __future__ import annotations

from django.urls import path

from gongkai_office.administration.log import views

urlpatterns = [
    path("", views.log, name="log"),
    path("<int:number>/", views.event, name="log_event"),
    path("export/", views.export, name="export_log"),
    path("chain/", views.chain, name="log_chain"),
    path("chain/verify/", views.verify, name="verify_log"),
    path("chain/export-head/", views.send_head, name="export_log_head"),
]
