"""Whether a line is a classified marking (密级标志), and not prose that speaks of secrets.

A marking stands by itself: 机密★10年, 秘密 5年, 密级：绝密, also with its signs set wide apart, or beside the
urgency and the number of the copy. A bare level is one only where markings stand: in the first lines, a header or
footer, a text box, the first cell. Several levels beside each other are a form or a statistic. Prose that names or
quotes markings is not one.
"""

from __future__ import annotations

import re
import unicodedata

from gongkai_office.files.words_markings import FURNITURE, INTERNAL, LABEL, LEVELS, PERIOD, PROSE, SUFFIX

_STAR = r"[★☆✩✭✮⭐✱*]"
_LEVEL = f"(?:{'|'.join(LEVELS)})"
_LABELLED = rf"(?:[（(【\[]?{LABEL}[:：]?)"
_OPEN, _CLOSE = r"[（(【\[〔<]?", r"[）)】\]〕>]?"
# With a star or a period: a marking wherever it stands by itself.
_FULL = re.compile(
    rf"{_LABELLED}?{_OPEN}(?:{_STAR}?{_LEVEL}{_STAR}{{1,3}}(?:{PERIOD})?|{_LEVEL}[:：、,，]?{_OPEN}(?:{PERIOD})){_CLOSE}"
)
# Before the name on a head, where what reads the file drops the gap between them.
_LED = re.compile(rf"{_LEVEL}{_STAR}(?:{PERIOD})[^{PROSE}]{{2,30}}")
_BARE = re.compile(rf"{_OPEN}{_STAR}*{_LEVEL}{SUFFIX}{_CLOSE}")
_NAMED = re.compile(rf"{_LABELLED}[☑☒■√✓✔]?{_LEVEL}{SUFFIX}{_CLOSE}")
_TICKED = re.compile(rf"{LABEL}.*[☑☒■√✓✔]\s*{_LEVEL}")
_LABEL = re.compile(rf"{LABEL}[:：]?")
_FURNITURE = re.compile(FURNITURE)
_INTERNAL = re.compile(INTERNAL)
_LEVELS = re.compile(_LEVEL)
_BETWEEN = re.compile(r"[\s|｜]+")
_IN_NAMES = re.compile(r"[\s_\-—.·,，、+【】\[\]（）()〔〕]+")
_BRACKETED = re.compile(rf"[【\[（(〔]\s*{_LEVEL}{SUFFIX}\s*[】\]）)〕]")
# A head of a document is short; what is longer is prose.
_LONGEST = 60
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e"))


def is_marking(line: str, *, alone: bool = False) -> bool:
    """Say whether a line is a classified marking; `alone` where a bare level would be one, too."""
    if not _LEVELS.search(squeezed := _squeezed(line)) or len(squeezed) > _LONGEST:
        return False
    if _FULL.fullmatch(squeezed) or _LED.fullmatch(squeezed):
        return True
    if _TICKED.search(_plain(line)):
        return True
    # Several levels beside each other are offered or counted, not marked; one beside furniture is.
    if len(set(_LEVELS.findall(squeezed))) > 1:
        return False
    if _NAMED.fullmatch(squeezed) or (alone and _BARE.fullmatch(squeezed)):
        return True
    return _beside_others([part for part in _BETWEEN.split(_plain(line)) if part], alone=alone)


def _beside_others(parts: list[str], *, alone: bool) -> bool:
    for number, part in enumerate(parts):
        others = parts[:number] + parts[number + 1 :]
        at_edge = number in (0, len(parts) - 1) or all(map(_FURNITURE.fullmatch, others))
        if at_edge and (_FULL.fullmatch(part) or _NAMED.fullmatch(part)):
            return True
        if _BARE.fullmatch(part) and number and _LABEL.fullmatch(parts[number - 1]):
            return True
        if alone and _BARE.fullmatch(part) and others and all(map(_FURNITURE.fullmatch, others)):
            return True
    return False


def is_marked_name(name: str) -> bool:
    """Say whether a file's name carries a classified marking."""
    stem = _plain(name.rpartition(".")[0] or name)
    if _BRACKETED.search(stem) or _FULL.fullmatch("".join(stem.split())):
        return True
    parts = [part for part in _IN_NAMES.split(stem) if part]
    return any(_FULL.fullmatch(part) for part in parts) or bool(parts and _BARE.fullmatch(parts[0]))


def is_internal(line: str) -> bool:
    """Say whether a line marks a document as internal (内部、工作秘密): no state secret, but to be looked at."""
    return bool(_INTERNAL.fullmatch(_squeezed(line)[:_LONGEST]))


def _plain(line: str) -> str:
    return unicodedata.normalize("NFKC", line).translate(_UNSEEN).strip()


def _squeezed(line: str) -> str:
    # A line of prose is never that long: the rest of it would only cost time.
    return "".join(_plain(line[:400]).split())
