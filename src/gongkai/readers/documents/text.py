"""Scraped text → Document (文本)."""

from __future__ import annotations

from gongkai.errors import InputTooLarge
from gongkai.readers.documents import reasons
from gongkai.readers.documents.comma_rows import has_comma_rows, read_comma_rows
from gongkai.readers.documents.document import Document, Line
from gongkai.readers.documents.limits import MAX_TEXT_LINES

# Characters without width: they would part a label or a figure that is whole on the screen.
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\x00"))


def read_text(text: str) -> Document:
    """Return the document of a text, one block a line."""
    lines = text.translate(INVISIBLE).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) > MAX_TEXT_LINES:
        raise InputTooLarge(reasons.TOO_MANY_LINES.format(limit=MAX_TEXT_LINES))
    return read_comma_rows(lines) if has_comma_rows(lines) else Document("text", tuple(map(Line, lines)))
