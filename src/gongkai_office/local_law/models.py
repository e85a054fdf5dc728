"""Notices of holidays that were taken in, and what organs chose where the law leaves it open."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from gongkai_office.organs.models import Organ


def digest_of(data: Any) -> str:
    """Return the digest of what a local holiday says, in hexadecimal digits."""
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()


class HolidayNotice(models.Model):
    """A notice of holidays (放假通知), or a local holiday where `division` is set (地方节日).

    `text` is what was pasted, `data` what was read of it, in the JSON of `gongkai.law.calendar.notice_data`. A row
    never changes; one that was taken in by mistake is withdrawn and no longer counts. `number` is the notice's own,
    or the document that a local holiday rests on; one document may give several holidays, told apart by `digest`.
    """

    number = models.CharField(max_length=200)
    issued = models.DateField(null=True)
    year = models.PositiveSmallIntegerField()
    division = models.CharField(max_length=6, blank=True)
    text = models.TextField(blank=True)
    data = models.JSONField()
    digest = models.CharField(max_length=64, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.CharField(max_length=200, blank=True)

    class Meta:
        """The newest first; a notice counts once, and so does a local holiday."""

        ordering = ("-year", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["division", "number", "digest"], condition=models.Q(withdrawn_at=None), name="counts_once"
            ),
        )

    def __str__(self) -> str:
        return self.number


class ConventionChoice(models.Model):
    """What an organ chose for one question that the law leaves open (本地口径的选择), from a day on.

    `key` is a field of `gongkai.law.conventions.Conventions`, `value` its value as JSON; None is the choice to
    choose nothing, so that what holds above, or the default, holds here. It reaches all organs below that chose
    nothing themselves. A row never changes; one that was made by mistake is withdrawn: what was before it holds.
    """

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="conventions")
    key = models.CharField(max_length=64)
    value = models.JSONField(null=True)
    source = models.CharField(max_length=300)
    document_number = models.CharField(max_length=60, blank=True)
    valid_from = models.DateField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    set_at = models.DateTimeField(default=timezone.now)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        """What counts first comes first: of one organ and key, the latest day, and of one day, the latest row."""

        ordering = ("-valid_from", "-pk")
        indexes = (models.Index(fields=["organ", "key"], name="choice_of_organ"),)

    def __str__(self) -> str:
        return f"{self.organ_id} {self.key}={self.value}"
