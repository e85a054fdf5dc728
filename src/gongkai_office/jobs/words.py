"""Chinese words of background work."""

from __future__ import annotations

from django.db.models import TextChoices


class State(TextChoices):
    """How far a job is (任务状态)."""

    WAITING = "waiting", "等待"
    RUNNING = "running", "运行中"
    DONE = "done", "完成"
    FAILED = "failed", "失败"
    CANCELLED = "cancelled", "已取消"
