"""Reminders, and how each went out."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from gongkai_office.notices.words import DeliveryState


class Notice(models.Model):
    """A reminder to one person (通知). It always stands on the page; other channels have a Delivery each."""

    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    organ = models.BigIntegerField(null=True)
    subject = models.CharField(max_length=120)
    text = models.TextField(blank=True)
    link = models.CharField(max_length=300, blank=True)
    urgent = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True)

    class Meta:
        """The newest first."""

        ordering = ("-pk",)
        indexes = (models.Index(fields=["to", "read_at"], name="notice_unread"),)

    def __str__(self) -> str:
        return self.subject


class Delivery(models.Model):
    """A notice on its way through a channel outside the page (发送记录)."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="deliveries")
    channel = models.CharField(max_length=32)
    state = models.CharField(max_length=16, choices=DeliveryState, default=DeliveryState.WAITING)
    not_before = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        """One delivery a channel."""

        constraints = (models.UniqueConstraint(fields=["notice", "channel"], name="one_delivery_a_channel"),)

    def __str__(self) -> str:
        return f"{self.notice_id} {self.channel} {self.state}"
