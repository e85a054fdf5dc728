"""Chinese words of reminders."""

from __future__ import annotations

from django.db.models import TextChoices


class DeliveryState(TextChoices):
    """What became of a message outside the page (发送状态)."""

    WAITING = "waiting", "待发送"
    SENT = "sent", "已发送"
    FAILED = "failed", "发送失败"
