"""Addresses of the pages of reminders."""

from __future__ import annotations

from django.urls import path

from gongkai_office.administration.notices import sending, views

urlpatterns = [
    path("inbox/", views.inbox, name="inbox"),
    path("inbox/<int:key>/", views.notice, name="notice"),
    path("inbox/read/", views.mark_read, name="mark_read"),
    path("inbox/undo/", views.undo, name="undo_read"),
    path("inbox/channels/", views.choose, name="choose_channels"),
    path("notices/", sending.sendings, name="sendings"),
    path("notices/write/", sending.write, name="write_notice"),
    path("notices/<int:key>/", sending.sending, name="sending"),
    path("notices/<int:key>/retry/", sending.retry, name="retry_sending"),
    path("notices/<int:key>/phones/", sending.phones, name="phones"),
    path("notices/<int:key>/phones.csv", sending.phones_csv, name="phones_csv"),
]
