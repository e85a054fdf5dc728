"""Events of the log and the head of their chain."""

from __future__ import annotations

from django.db import models

HEAD = 1  # the key of the head's only row, made by a migration


class Event(models.Model):
    """One thing that was done (事件). The database refuses to change or delete it.

    `number` counts from 1 without gaps, in the order in which transactions were committed. `actor` and `organ` are
    keys of a user and an organ, None for the system itself and for what concerns the whole installation; they are
    plain numbers, so that the log never depends on another table. `happened_at` is when the thing happened,
    `recorded_at` when it was told to the log; both UTC. `before` and `after` are the fields that changed; those
    about a person are keyed digests. `digest` is over all of this and `previous`, the digest of the event before
    it, in hexadecimal digits of `method`.
    """

    number = models.BigIntegerField(primary_key=True)
    recorded_at = models.DateTimeField()
    happened_at = models.DateTimeField()
    actor = models.BigIntegerField(null=True)
    organ = models.BigIntegerField(null=True)
    verb = models.CharField(max_length=64)
    subject = models.CharField(max_length=64)
    subject_id = models.CharField(max_length=64, blank=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    address = models.CharField(max_length=45, blank=True)
    request = models.CharField(max_length=36, blank=True)
    method = models.CharField(max_length=16)
    previous = models.CharField(max_length=128)
    digest = models.CharField(max_length=128)

    class Meta:
        """How events are listed and found."""

        ordering = ("-number",)
        indexes = (
            models.Index(fields=["subject", "subject_id", "-number"], name="event_of_one_subject"),
            models.Index(fields=["actor", "-number"], name="event_of_actor"),
            models.Index(fields=["organ", "-number"], name="event_of_organ"),
            models.Index(fields=["verb", "-number"], name="event_of_verb"),
            models.Index(fields=["recorded_at"], name="event_recorded_at"),
        )

    def __str__(self) -> str:
        return f"{self.number} {self.verb} {self.subject}:{self.subject_id}"


class Head(models.Model):
    """The newest event's number and digest: one row, which is also the lock that keeps the chain in one line."""

    number = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=128, default="")

    def __str__(self) -> str:
        return f"{self.number} {self.digest}"
