"""Tags of the pages of background work."""

from __future__ import annotations

from datetime import timedelta

from django import template
from django.utils import timezone

from gongkai_office.administration.jobs import words
from gongkai_office.jobs.models import Job
from gongkai_office.jobs.words import State

register = template.Library()
COLOURS = {
    State.WAITING: "text-bg-secondary",
    State.RUNNING: "text-bg-primary",
    State.DONE: "text-bg-success",
    State.FAILED: "text-bg-danger",
    State.CANCELLED: "text-bg-light",
}


@register.filter
def took(job: Job) -> str:
    """Return how long a job has run, or ran; nothing for one that was never started."""
    if job.started_at is None or job.state == State.WAITING:
        return ""
    return lasting((job.ended_at or timezone.now()) - job.started_at)


@register.filter
def lasting(time: timedelta) -> str:
    """Return a length of time in words, as exactly as one reads it."""
    whole = max(0, int(time.total_seconds()))
    minutes, seconds = divmod(whole, 60)
    hours, left = divmod(minutes, 60)
    if hours:
        return words.HOURS.format(hours=hours, minutes=left)
    return (
        words.MINUTES.format(minutes=minutes, seconds=seconds) if minutes else words.SECONDS.format(seconds=seconds)
    )


@register.filter
def told(job: Job) -> str:
    """Return what a job tells a person at its end: its sentence, or its figures in words."""
    if isinstance(job.result, dict) and "sentences" in job.result:
        return str(job.result["sentences"][0])
    if isinstance(job.result, dict) and job.name in words.RESULTS:
        return words.RESULTS[job.name].format_map(job.result)
    return job.told


@register.filter
def colour(job: Job) -> str:
    """Return the class of the badge of a job's state."""
    return COLOURS[State(job.state)]
