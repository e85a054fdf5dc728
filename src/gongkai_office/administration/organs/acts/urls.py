"""Addresses of what is done to organs."""

from __future__ import annotations

from django.urls import path

from gongkai_office.administration.organs.acts import views

urlpatterns = [path("<int:key>/<slug:verb>/", views.act, name="act_on_organ")]
