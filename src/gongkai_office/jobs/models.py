"""Jobs: what is to be done in the background, and how far it is."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from gongkai_office.jobs.words import State


class Job(models.Model):
    """One piece of background work (任务).

    `name` is a registered function's, `arguments` its keyword arguments as JSON. `key` makes it the only unfinished
    one of its kind. A worker holds it until `held_until`; where the worker dies, another takes it up after that.
    `error` is a Chinese sentence for a person, `details` the traceback. `organ` is the key of the organ it is for,
    None for the whole installation.
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
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    says = models.CharField(max_length=200, blank=True)
    result = models.JSONField(null=True)
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
