"""Bytes → text, whatever the page claims about its charset (字符集)."""

from __future__ import annotations

import codecs
import re

import cchardet

from gongkai.readers.words import COMMON

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{3,20})", re.IGNORECASE)
# Control characters that no text needs; the reader parts cells with them.
_SEPARATORS = b"\x1c\x1d\x1e\x1f"
_CHARSETS = frozenset(("utf-8", "utf-16", "gb18030", "gbk", "gb2312", "hz", "big5", "big5hkscs", "cp950"))
_SAMPLE = 200_000


def decode(data: bytes) -> str:
    """Return the text of `data`.

    Strict UTF-8 first, since no other Chinese text is valid UTF-8 by chance; then GB18030, the declared charset
    and what the detector says, whichever decodes with the fewest lost characters; a charset that was merely
    cut at the end or hit by a few wrong bytes keeps them as U+FFFD.
    """
    data = data.translate(None, _SEPARATORS) if not data.startswith((b"\xff\xfe", b"\xfe\xff")) else data
    for mark, name in _BOMS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(name, "replace")
            return text.translate(dict.fromkeys(_SEPARATORS))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    texts = [data.decode(name, "replace") for name in _names(data)]
    return min(texts, key=_strangeness)


def _names(data: bytes) -> list[str]:
    declared = _DECLARED.search(data[:4096])
    guesses = (
        "utf-8",
        "gb18030",
        declared[1].decode("ascii") if declared else None,
        cchardet.detect(data[:_SAMPLE])["encoding"],
    )
    names: list[str] = []
    for guess in guesses:
        try:
            name = codecs.lookup(guess).name if guess else None
        except LookupError:
            continue
        # A charset that maps every byte to something proves nothing, and some codecs are no charset at all.
        if name in _CHARSETS:
            names.append("gb18030" if name in {"gbk", "gb2312"} else name)
    return list(dict.fromkeys(names))


def _strangeness(text: str) -> float:
    """Return how unlike Chinese prose a text is: lost characters count most, then the want of common ones."""
    sample = text[:_SAMPLE]
    if not sample:
        return 0.0
    lost = sample.count("\ufffd")
    wide = [char for char in sample if char > "\u2e7f"]
    common = sum(char in COMMON for char in wide)
    return 20 * lost / len(sample) - (common / len(wide) if wide else 0)
