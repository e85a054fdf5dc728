"""Addresses of the pages of background work."""

from __future__ import annotations

from django.urls import path

from gongkai_office.administration.jobs import views

urlpatterns = [
    path("jobs/", views.jobs, name="jobs"),
    path("my-jobs/", views.my_jobs, name="my_jobs"),
    path("jobs/<int:key>/", views.job, name="job"),
    path("jobs/<int:key>/progress/", views.progress, name="job_progress"),
    path("jobs/<int:key>/retry/", views.retry, name="retry_job"),
    path("jobs/<int:key>/cancel/", views.cancel, name="cancel_job"),
    path("schedules/", views.all_schedules, name="schedules"),
    path("schedules/<str:name>/switch/", views.switch, name="switch_schedule"),
    path("schedules/<str:name>/run/", views.run_now, name="run_schedule"),
]
