"""Whether a line is a classified marking (密级标志), and not prose that speaks of secrets.

A marking stands by itself: 机密★10年, 秘密 5年, 密级：绝密, also with its signs set wide apart, in traditional
signs, or beside the urgency and the number of the copy. With a star, or a sign in its place and a period, it is one
in any cell of a table, too; a level and a period alone are one there only in the first row or alone in their row.
A bare level is one only where markings stand: in the first lines, a header or footer, a text box, a property, alone
in the first row. Several levels beside each other are a form or a statistic. Prose that names markings is not one.
"""

from __future__ import annotations

import re
import unicodedata

from gongkai_office.files.words_markings import (
    CARRYING,
    FURNITURE,
    GOES_ON,
    INTERNAL,
    LABEL,
    LEADS,
    LEVELS,
    NAME_FURNITURE,
    OWNER,
    PERIOD,
    SIMPLIFIED,
    STOPS,
    SUFFIX,
)

_STAR = r"[★☆⋆✢-✾⭐⭑⭒🌟*]"
# What is typed where a star is not at hand.
_JOINT = rf"(?:{_STAR}|[·•・‧∙●○◎◆◇■※#/\\~_|\-‐-―−─━])"
_LEVEL = f"(?:{'|'.join(LEVELS)})"
_LABELLED = rf"(?:[（(【\[]?{LABEL}[:：]?)"
_OPEN, _CLOSE = r"[（(【\[〔<]?", r"[）)】\]〕>]?"
_QUOTED, _UNQUOTED, _END = r"[“\"'「『]?", r"[”\"'」』]?", r"[。.,，;；!！、]?"
# With a star, or a sign in its place and a period: a marking wherever it stands by itself.
_STRONG = re.compile(
    rf"{_QUOTED}{_LABELLED}?{_OPEN}{OWNER}{_STAR}?{_LEVEL}{SUFFIX}{_CLOSE}{_OPEN}"
    rf"(?:{_STAR}{{1,3}}(?:{PERIOD}|[0-9]{{1,3}})?|{_JOINT}{{1,3}}(?:{PERIOD})){_CLOSE}{_UNQUOTED}{_END}"
)
# With a period alone.
_WEAK = re.compile(rf"{_LABELLED}?{_OPEN}{_LEVEL}{SUFFIX}[:：、,，]?{_OPEN}(?:{PERIOD}){_CLOSE}{_END}")
# Before the name on a head, where what reads the file drops the gap between them.
_LED = re.compile(rf"{_OPEN}{_LEVEL}{_JOINT}{{1,3}}(?:{PERIOD}){_CLOSE}(?![{GOES_ON}])[^{STOPS}]{{2,60}}")
# A marking whose signs are set apart.
_WIDE = re.compile(
    rf"[绝机秘]\s*密(?:\s*{_STAR})+(?:\s*[0-9]){{0,3}}(?:\s*(?:年|个\s*月|月|天|日|长\s*期|永\s*久))?"
)
_BARE = re.compile(rf"{_OPEN}{_STAR}*{_LEVEL}{SUFFIX}{_CLOSE}")
_NAMED = re.compile(rf"{_LABELLED}[☑☒■√✓✔]?{_LEVEL}{SUFFIX}{_CLOSE}{_END}")
_TICKED = re.compile(rf"{LABEL}.*[☑☒■√✓✔]\s*{_LEVEL}")
_LABEL = re.compile(rf"{LABEL}[:：]?")
_FURNITURE = re.compile(FURNITURE)
_INTERNAL = re.compile(INTERNAL)
_LEVELS = re.compile(_LEVEL)
_BETWEEN = re.compile(r"[\s|｜]+")
_IN_NAMES = re.compile(r"[\s_\-—.·,，、+【】\[\]（）()〔〕]+")
_NAME_FURNITURE = re.compile(NAME_FURNITURE)
_STARRED = re.compile(rf"(?<!商业)(?<!工作){_LEVEL}{SUFFIX}{_STAR}|{_LEVEL}{SUFFIX}{_JOINT}(?:{PERIOD})")
_BRACKETED = re.compile(rf"[【\[（(〔]\s*{_LEVEL}{SUFFIX}\s*[】\]）)〕]")
# A head of a document is short; what is longer is prose.
_LONGEST = 60
_UNSEEN = dict.fromkeys(
    map(ord, "\u200b\u200c\u200d\u2060\ufe0f\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
)


def is_marking(line: str, *, alone: bool = False, in_table: bool = False) -> bool:
    """Say whether a line is a classified marking.

    `alone` where a bare level would be one, too; `in_table` for a row of a table, cells between tabs.
    """
    if not _LEVELS.search(squeezed := _squeezed(line)):
        return False
    plain = _plain(line)
    parts = [part for part in _BETWEEN.split(plain) if part]
    if _is_starred(parts):
        return True
    if len(squeezed) > _LONGEST:
        return False
    if _STRONG.fullmatch(squeezed) or _LED.fullmatch(squeezed):
        return True
    if (alone or not in_table) and _WEAK.fullmatch(squeezed):
        return True
    if _TICKED.search(plain):
        return True
    # Several levels beside each other are offered or counted, not marked; one beside furniture is.
    if len(set(_LEVELS.findall(squeezed))) > 1:
        return False
    if _NAMED.fullmatch(squeezed) or (alone and _BARE.fullmatch(squeezed)):
        return True
    return _beside_others(parts, alone=alone, anywhere=alone or not in_table)


def is_marked_cell(text: str) -> bool:
    """Say whether a cell with others in its row is a marking: one with a star, or with its label."""
    squeezed = _squeezed(text)
    return bool(_LEVELS.search(squeezed) and (_STRONG.fullmatch(squeezed) or _NAMED.fullmatch(squeezed)))


def names_a_period(text: str) -> bool:
    """Say whether a cell has a level and a period without the star of a marking."""
    return bool(_WEAK.fullmatch(_squeezed(text)))


def bare_level(text: str) -> str:
    """Return the level that is all a text says; nothing where it says more."""
    squeezed = _squeezed(text)
    return _LEVELS.findall(squeezed)[0] if _BARE.fullmatch(squeezed) else ""


def carried_over(line: str) -> str:
    """Return the end of a line that is one word with a level on the next (国家|秘密); nothing where none is."""
    squeezed = _squeezed(line[-_LONGEST:])
    return next((word for word in CARRYING if squeezed.endswith(word)), "")


def _is_starred(parts: list[str]) -> bool:
    """Say whether a part between blanks is a marking with its star, and no sentence runs through it."""
    for number, part in enumerate(parts):
        if _STRONG.fullmatch(part):
            led = number > 0 and parts[number - 1][-1] in LEADS and not _LABEL.fullmatch(parts[number - 1])
            goes_on = number + 1 < len(parts) and parts[number + 1][0] in GOES_ON
            if not led and not goes_on:
                return True
    return False


def _beside_others(parts: list[str], *, alone: bool, anywhere: bool) -> bool:
    for number, part in enumerate(parts):
        others = parts[:number] + parts[number + 1 :]
        among_furniture = bool(others) and all(map(_FURNITURE.fullmatch, others))
        at_edge = number in (0, len(parts) - 1)
        if (among_furniture or (at_edge and anywhere)) and _WEAK.fullmatch(part):
            return True
        if (among_furniture or at_edge) and _NAMED.fullmatch(part):
            return True
        if _BARE.fullmatch(part) and number and _LABEL.fullmatch(parts[number - 1]):
            return True
        if alone and among_furniture and _BARE.fullmatch(part):
            return True
    return False


def is_marked_name(name: str) -> bool:
    """Say whether a file's name carries a classified marking: with a star anywhere, a bare level at either end."""
    stem = _plain(name.rpartition(".")[0] or name)
    if _BRACKETED.search(stem) or _STARRED.search("".join(stem.split())):
        return True
    parts = [part for part in _IN_NAMES.split(stem) if part]
    if any(_WEAK.fullmatch(part) for part in parts):
        return True
    while len(parts) > 1 and _NAME_FURNITURE.fullmatch(parts[-1]):
        parts.pop()
    while len(parts) > 1 and _NAME_FURNITURE.fullmatch(parts[0]):
        parts.pop(0)
    if not parts or len(set(_LEVELS.findall(stem))) > 1:
        return False
    carried = len(parts) > 1 and carried_over(parts[-2])
    return bool(_BARE.fullmatch(parts[0]) or (_BARE.fullmatch(parts[-1]) and not carried))


def is_internal(line: str) -> bool:
    """Say whether a line marks a document as internal (内部、工作秘密): no state secret, but to be looked at."""
    return bool(_INTERNAL.fullmatch(_squeezed(line)[:_LONGEST]))


def _plain(line: str) -> str:
    if line.isascii():
        return line.strip()
    plain = unicodedata.normalize("NFKC", line).translate(_UNSEEN).translate(SIMPLIFIED).strip()
    return _WIDE.sub(lambda found: "".join(found[0].split()), plain)


def _squeezed(line: str) -> str:
    # A line of prose is never that long: the rest of it would only cost time.
    return "".join(_plain(line[:400]).split())
