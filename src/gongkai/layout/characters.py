"""Control characters (控制字符): which are blanks, and what stands for those that a kind of file cannot hold."""

from __future__ import annotations

import re

# What was lost is seen, and never silently left out.
_LOST = "\ufffd"
# They part words, as a tab does.
_BLANKS = "\x0b\x0c\x1c-\x1f"
_BLANK = re.compile(f"[{_BLANKS}]")
# Pages and paper know no other end of a line than one.
_BLANK_ON_PAGE, _BLANK_ON_PAPER = re.compile(f"[{_BLANKS}\r\x85]"), re.compile(f"[{_BLANKS}\x85]")
# Control characters, halves of a pair, and two that are no characters.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_ON_PAGE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Signs that are not seen but turn or bind the words around them.
_UNSEEN = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def in_xml(text: str) -> str:
    """Return a text as a Word document or a workbook can hold it."""
    return _NOT_IN_XML.sub(_LOST, _BLANK.sub(" ", text))


def on_page(text: str) -> str:
    """Return a text as a web page can hold it."""
    return _NOT_ON_PAGE.sub(_LOST, _BLANK_ON_PAGE.sub(" ", text))


def as_found(text: str) -> str:
    """Return a text as a web page can hold it that shows what was found: blanks as well are shown as lost."""
    return _NOT_ON_PAGE.sub(_LOST, text)


def on_paper(text: str) -> str:
    """Return a text without what is not seen on paper; what cannot be printed is left, and told of there."""
    return _UNSEEN.sub("", _BLANK_ON_PAPER.sub(" ", text))
