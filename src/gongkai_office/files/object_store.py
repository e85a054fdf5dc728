"""Files in an object store that speaks S3 (对象存储): MinIO, Ceph, or a cloud of the province."""

from __future__ import annotations

from typing import Any

from storages.backends.s3 import Config, S3Storage

_SECONDS = 20


class ObjectStorage(S3Storage):
    """An object store. Names are hashes of the content: writing one again writes the same."""

    def __init__(self, *, addressing: str, **options: Any) -> None:
        config = Config(
            s3={"addressing_style": addressing},
            signature_version="s3v4",
            connect_timeout=_SECONDS,
            read_timeout=_SECONDS,
            retries={"max_attempts": 3, "mode": "standard"},
            # Checksums in the newest form are not known to most stores but one; we check our own hash on reading.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        )
        super().__init__(client_config=config, file_overwrite=True, default_acl=None, **options)
