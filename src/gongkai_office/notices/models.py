"""Reminders: what was sent, to whom, and how it went out."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from gongkai_office.notices.words import DeliveryState


def new_key() -> str:
    """Return an identity for a delivery, by which a gateway knows a message that it has already."""
    return uuid.uuid4().hex


class Sending(models.Model):
    """What was said to some people at one time (一次发送). `by` is None for the system itself.

    `outside` is what may leave the house by mail or text message: it never names an applicant.
    """

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    organ = models.BigIntegerField(null=True)
    subject = models.CharField(max_length=120)
    text = models.TextField(blank=True)
    outside = models.CharField(max_length=200, blank=True)
    link = models.CharField(max_length=300, blank=True)
    urgent = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """The newest first."""

        ordering = ("-pk",)
        indexes = (
            models.Index(fields=["by", "-id"], name="sending_by"),
            models.Index(fields=["organ", "-id"], name="sending_of_organ"),
        )

    def __str__(self) -> str:
        return self.subject


class Notice(models.Model):
    """A reminder to one person (通知). It always stands on the page; other channels have a Delivery each."""

    sending = models.ForeignKey(Sending, models.CASCADE, related_name="notices")
    to = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    read_at = models.DateTimeField(null=True)

    class Meta:
        """The newest first; a person gets what is sent once."""

        ordering = ("-pk",)
        indexes = (models.Index(fields=["to", "read_at"], name="notice_unread"),)
        constraints = (models.UniqueConstraint(fields=["sending", "to"], name="one_notice_a_person"),)

    def __str__(self) -> str:
        return f"{self.sending_id} {self.to_id}"


class Delivery(models.Model):
    """A notice on its way through a channel outside the page (发送记录).

    A worker holds it until `held_until`; where the worker dies, another sends it again with the same `key`.
    """

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="deliveries")
    channel = models.CharField(max_length=32)
    key = models.CharField(max_length=32, default=new_key, unique=True)
    state = models.CharField(max_length=16, choices=DeliveryState, default=DeliveryState.WAITING)
    not_before = models.DateTimeField(default=timezone.now)
    held_until = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        """One delivery a channel."""

        indexes = (models.Index(fields=["state", "not_before"], name="delivery_due"),)
        constraints = (models.UniqueConstraint(fields=["notice", "channel"], name="one_delivery_a_channel"),)

    def __str__(self) -> str:
        return f"{self.notice_id} {self.channel} {self.state}"


class Choice(models.Model):
    """The channels that somebody wants besides the page (提醒方式); without a row, what the settings say."""

    to = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notice_choice")
    channels = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.to_id} {self.channels}"
