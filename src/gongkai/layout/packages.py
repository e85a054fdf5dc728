"""Packages of office programs that depend on nothing but what was put in them (打包)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

_PROPERTIES = "docProps/core.xml"
# Libraries write the time of day.
_TIME = re.compile(rb"(<dcterms:(?:created|modified)[^<>]{0,300}>)[^<>]{0,40}")
_SOME_TIME = rb"\g<1>2000-01-01T00:00:00Z"


def without_time(data: bytes, original: Mapping[str, bytes] | None = None) -> bytes:
    """Return a package that is the same whenever it is written; `original` are parts that are kept as they were."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = original[name] if original and name in original else _timeless(name, old.read(name))
            new.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _timeless(name: str, part: bytes) -> bytes:
    return _TIME.sub(_SOME_TIME, part) if name == _PROPERTIES else part
