"""Stop an upload that is larger than any file may be, before it fills the disk (上传上限)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

TOO_LARGE = "gongkai.upload_too_large"
# What comes a little late is read to its end, so that a browser shows the answer; a flood is cut off.
_READ_AWAY = 4


class BoundedUpload(FileUploadHandler):
    """Counts what comes, and lets the next handler have it."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self._seen = 0
        self._announced = 0

    def handle_raw_input(self, input_data: Any, META: Any, content_length: int, *rest: Any) -> None:  # noqa: ARG002, N803  # Django's signature
        self._announced = content_length

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:  # noqa: ARG002  # Django's signature
        if not self._is_signed_in():
            raise StopUpload(connection_reset=True)  # no page takes a file of somebody unknown
        self._seen += len(raw_data)
        limit = settings.FILES["HEAVY_BYTES"]
        if self._seen > limit:
            if self.request is not None:
                self.request.META[TOO_LARGE] = True
            raise StopUpload(connection_reset=self._announced > _READ_AWAY * limit)
        return raw_data

    def _is_signed_in(self) -> bool:
        user = getattr(self.request, "user", None)
        return self.request is None or user is None or bool(user.is_authenticated)

    def file_complete(self, file_size: int) -> None:  # noqa: ARG002  # Django's signature
        return None
