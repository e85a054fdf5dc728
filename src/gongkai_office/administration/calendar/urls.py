"""Addresses of the pages of the calendar."""

from __future__ import annotations

from django.urls import path

from gongkai_office.administration.calendar import views

urlpatterns = [
    path("", views.this_year, name="calendar"),
    path("<int:year>/", views.year, name="calendar_year"),
    path("notices/", views.notices, name="holiday_notices"),
    path("notices/enter/", views.enter, name="enter_notice"),
    path("notices/enter-local/", views.enter_local, name="enter_local_holiday"),
    path("notices/<int:key>/", views.notice, name="holiday_notice"),
    path("notices/<int:key>/withdraw/", views.withdraw, name="withdraw_notice"),
]
