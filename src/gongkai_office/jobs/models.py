"""Jobs: what is to be done in the background, how far it is, who works on it, and what is queued by itself."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from gongkai_office.jobs.registry import title_of
from gongkai_office.jobs.words import Fault, State


class Job(models.Model):
    """One piece of background work (任务).

    `name` is a registered function's, `arguments` its keyword arguments as JSON. `key` makes it the only unfinished
    one of its kind. A worker holds it until `held_until`; where the worker dies, another takes it up after that.
    `hold` is new each time it is taken up: who writes to it with another one is too late. `attempts` counts runs
    that came to their own end, `interruptions` those whose worker died. `fault` says why it failed, `error` is a
    Chinese sentence for a person, `details` the traceback. `organ` is the key of the organ it is for, None for the
    whole installation.
    """

    name = models.CharField(max_length=64)
    arguments = models.JSONField(default=dict)
    key = models.CharField(max_length=120, blank=True)
    organ = models.BigIntegerField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=16, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    run_after = models.DateTimeField(default=timezone.now)
    created_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    held_until = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    worker = models.CharField(max_length=80, blank=True)
    hold = models.CharField(max_length=32, blank=True)
    interruptions = models.PositiveSmallIntegerField(default=0)
    cancel_asked_at = models.DateTimeField(null=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    says = models.CharField(max_length=200, blank=True)
    result = models.JSONField(null=True)
    fault = models.CharField(max_length=16, choices=Fault, blank=True)
    error = models.CharField(max_length=500, blank=True)
    details = models.TextField(blank=True)

    class Meta:
        """The newest first; one unfinished job a key."""

        ordering = ("-pk",)
        indexes = (models.Index(fields=["state", "run_after"], name="job_to_run"),)
        constraints = (
            models.UniqueConstraint(
                fields=["key"],
                condition=~models.Q(key="") & models.Q(state__in=[State.WAITING, State.RUNNING]),
                name="one_unfinished_job_a_key",
            ),
        )

    def __str__(self) -> str:
        return f"{self.pk} {self.name} {self.state}"

    @property
    def ended(self) -> bool:
        """Tell whether nothing more will happen to it by itself."""
        return self.state in (State.DONE, State.FAILED, State.CANCELLED)

    @property
    def told(self) -> str:
        """Return what it tells a person at its end: the sentence it returned, or the last one it said."""
        return self.result if isinstance(self.result, str) else self.says

    @property
    def title(self) -> str:
        """Return the Chinese title of its kind."""
        return title_of(self.name)


class Worker(models.Model):
    """A process that runs jobs (工作进程); `seen_at` is its last sign of life."""

    name = models.CharField(max_length=80, unique=True)
    started_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)
    at_once = models.PositiveSmallIntegerField(default=1)

    class Meta:
        """The oldest first."""

        ordering = ("started_at",)

    def __str__(self) -> str:
        return self.name


class Schedule(models.Model):
    """When a job of `registry.PLANS` is next queued by itself (定时任务), and whether it is at all.

    `off_because` says why it was switched off.
    """

    name = models.CharField(max_length=64, unique=True)
    enabled = models.BooleanField(default=True)
    off_because = models.CharField(max_length=200, blank=True)
    next_at = models.DateTimeField()
    last_at = models.DateTimeField(null=True)
    last_job = models.ForeignKey(Job, models.SET_NULL, null=True, related_name="+")

    class Meta:
        """By name."""

        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    @property
    def title(self) -> str:
        """Return the Chinese title of its job."""
        return title_of(self.name)
