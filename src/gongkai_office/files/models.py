"""Files: what was uploaded, by whom, and what was found in it."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import models
from django.utils import timezone

from gongkai_office.files import words
from gongkai_office.files.errors import FileDamaged
from gongkai_office.files.kinds import KINDS
from gongkai_office.files.purposes import PURPOSES
from gongkai_office.files.words import State


class Content(models.Model):
    """Bytes in the storage (内容): a row to lock while they are put or taken away, so that none goes missing."""

    sha256 = models.CharField(max_length=64, primary_key=True)

    def __str__(self) -> str:
        return self.sha256


class StoredFile(models.Model):
    """An uploaded file (文件). Its bytes lie in the storage under their hash; a refused one's are not kept.

    `kind` is what the content is, not what the name says. `remarks` are Chinese sentences about what was noticed:
    hidden sheets, macros, tracked changes; `signs` their codes between blanks. `reason` says why it was refused or
    withdrawn, `code` the same in a word. Of a classified one not even the name is kept, only its keyed digest.
    """

    name = models.CharField(max_length=200)
    name_digest = models.CharField(max_length=160, blank=True)
    kind = models.CharField(max_length=32, blank=True)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    place = models.CharField(max_length=200, blank=True)
    organ = models.BigIntegerField(null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    uploaded_at = models.DateTimeField(default=timezone.now)
    purpose = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=16, choices=State)
    code = models.CharField(max_length=32, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    remarks = models.JSONField(default=list)
    signs = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        """The newest first."""

        ordering = ("-pk",)
        indexes = (
            models.Index(fields=["sha256"], name="file_by_hash"),
            models.Index(fields=["organ", "-id"], name="file_of_organ"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def kind_title(self) -> str:
        """Return what the content is, in Chinese."""
        return words.KINDS.get(self.kind, "")

    @property
    def purpose_title(self) -> str:
        """Return what the file is for, in Chinese."""
        return PURPOSES[self.purpose].title if self.purpose in PURPOSES else self.purpose

    @property
    def noticed(self) -> list[tuple[str, str]]:
        """Return a short title and a sentence for each thing that was noticed."""
        return list(zip((words.SIGN_TITLES[code] for code in self.signs.split()), self.remarks, strict=False))

    @property
    def media_type(self) -> str:
        """Return the media type of the content."""
        return KINDS[self.kind].media_type if self.kind in KINDS else "application/octet-stream"

    def read(self) -> bytes:
        """Return the file's bytes from the storage; FileDamaged where they are not what was stored."""
        try:
            with default_storage.open(self.place) as stored:
                data: bytes = stored.read()
        except (OSError, ValueError) as error:
            raise FileDamaged(words.DAMAGED.format(name=self.name)) from error
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise FileDamaged(words.DAMAGED.format(name=self.name))
        return data
