"""Addresses of the health page; those that machines ask are in `config.urls`."""

from __future__ import annotations

from django.urls import path

from gongkai_office.administration.health import views

urlpatterns = [path("", views.health, name="health")]
