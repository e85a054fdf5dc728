"""Chinese words of files."""

from __future__ import annotations

from django.db.models import TextChoices


class State(TextChoices):
    """What became of an uploaded file (文件状态)."""

    ACCEPTED = "accepted", "已接收"
    REFUSED = "refused", "已拒收"
