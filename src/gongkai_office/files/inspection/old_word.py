"""Word and WPS documents of before 2007 (旧版文档): the runs of text in their bytes, for no reader is there."""

from __future__ import annotations

import re

from gongkai_office.files.inspection.looked import Looked

# Text of the file is UTF-16 in its even places: common signs, kana to ideographs, full-width forms.
_RUN = re.compile(rb"(?:[\x07-\x0d\x20-\x7e\xb7]\x00|[\x00-\xff][\x20-\x27\x30-\x32\x4e-\x9f\xff]){2,}", re.DOTALL)
_ENDS = re.compile("[\x07\x0a\x0b\x0c\x0d]+")
_MAX_RUNS = 200_000


def look_at_old_word(data: bytes, looked: Looked) -> None:
    """Look through a document's bytes for text; some of it may lie where this does not find it."""
    if "_VBA_PROJECT".encode("utf-16-le") in data:
        looked.sign("macros")
    if "ObjectPool".encode("utf-16-le") in data:
        looked.sign("embedded")
    looked.sign("unread")
    for number, run in enumerate(_RUN.finditer(data)):
        if number > _MAX_RUNS:
            return
        if run.start() % 2 == 0:
            lines = [line for line in _ENDS.split(run[0].decode("utf-16-le", "ignore")) if line.strip()]
            looked.lines(lines if len(lines) > 1 else ["", *lines], unit="")
