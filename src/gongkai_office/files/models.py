"""Files: what was uploaded, by whom, and what was found in it."""

from __future__ import annotations

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import models
from django.utils import timezone

from gongkai_office.files.words import State


class StoredFile(models.Model):
    """An uploaded file (文件). Its bytes lie in the storage under their hash; a refused one's are not kept.

    `kind` is what the content is, not what the name says. `remarks` are Chinese sentences about what was noticed:
    hidden sheets, macros, tracked changes. `reason` says why it was refused.
    """

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=32, blank=True)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    place = models.CharField(max_length=200, blank=True)
    organ = models.BigIntegerField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField(default=timezone.now)
    purpose = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=16, choices=State)
    reason = models.CharField(max_length=300, blank=True)
    remarks = models.JSONField(default=list)

    class Meta:
        """The newest first."""

        ordering = ("-pk",)
        indexes = (models.Index(fields=["sha256"], name="file_by_hash"),)

    def __str__(self) -> str:
        return self.name

    def read(self) -> bytes:
        """Return the file's bytes from the storage."""
        with default_storage.open(self.place) as stored:
            return stored.read()  # type: ignore[no-any-return]  # bytes, for it is opened as such
