"""Which lines of a file are its title, its headings and its end, as a keyword of it tells (提纲).

A heading can be worded in any way, and prose like a heading. A file that this program wrote says which is which, by
a digest of the words of each: what somebody changed since is read as in any other file.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec

from gongkai.readers.headings import Heading, find_headings
from gongkai.readers.tape import CELL, ROW, Tape
from gongkai.readers.words import fold
from gongkai.report import EDITIONS
from gongkai.terms import marks

# The roles of a line besides the numbers of headings: the title, the first line behind the sections, and where
# there is none the last line in them.
TITLE, CLOSING, LAST = "t", "c", "e"
# Those whose words may stand as often as they like before the last heading.
_BEHIND = (CLOSING, LAST)
# No colon: LibreOffice would part the keyword there.
_BEGIN = f"{marks.WRITTEN_HERE}."
_ROLE = re.compile(rf"([{TITLE}{CLOSING}{LAST}1-6])([0-9a-f]{{8}})(?:-([0-9]{{1,4}})-([0-9]{{1,4}}))?")
_LINE = re.compile(rf"[^\n{CELL}{ROW}]*\n")
_LOST = "\ufffd"
_SECTIONS = 6
# A paragraph or a title may stand on so many lines.
_MOST_LINES, _LONGEST_JOINED = 6, 200


class Outline(msgspec.Struct, frozen=True):
    """Where on the tape those lines stand that a file's keyword tells of and that are still in it.

    `headings` are in order. `closing` is where what follows the sections begins; `last` the end of their last
    paragraph, where nothing followed it. `titled` says whether the title is the one that was written, and is None
    where none was. `is_ours` says whether this program wrote the file, `edition` in which form.
    """

    headings: tuple[Heading, ...] = ()
    closing: int | None = None
    last: int | None = None
    titled: bool | None = False
    is_ours: bool = False
    edition: str = ""


def outline_keyword(edition: str, lines: Sequence[str], roles: Mapping[str, tuple[int, int]]) -> str:
    """Return the keyword that tells of a form and some lines: of each role, the first and the last that have it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        found[_digest(line)].append(number)
    told = [edition]
    behind = max((first for role, (first, _) in roles.items() if role.isdecimal()), default=-1)
    for role, (first, last) in roles.items():
        digest = _digest("".join(lines[first : last + 1]))
        same = [number for number in found[digest] if number > behind or role not in _BEHIND]
        nth = f"-{same.index(first) + 1}-{len(same)}" if first == last and len(same) > 1 else ""
        told.append(f"{role}{digest}{nth}")
    return _BEGIN + ".".join(told)


def seen(text: str) -> str:
    """Return what is seen of a text, however it is spaced."""
    return "".join(char for char in fold(text) if char.isprintable() and char not in {" ", _LOST})


def is_outline(keyword: str) -> bool:
    """Say whether a keyword tells of lines."""
    return keyword.startswith(_BEGIN)


def outline(tape: Tape, keywords: Sequence[str]) -> Outline:
    """Return where the lines stand of which a file's keywords tell, if they do and this program wrote it."""
    told = next((word.removeprefix(_BEGIN) for word in keywords if is_outline(word)), None)
    if told is None or marks.WRITTEN_HERE not in keywords:
        return Outline()
    edition, *parts = told.split(".")
    found = [match for part in parts if (match := _ROLE.fullmatch(part))]
    spans = _spans(tape, {match[2] for match in found})
    places = {match[1]: _place(match, spans[match[2]]) for match in found}
    headings = _in_order(
        [Heading(int(role), *place) for role, place in places.items() if place and role.isdecimal()]
    )
    behind = headings[-1].end if headings else 0
    ends = {
        match[1]: [one for one in spans[match[2]] if one[0] >= behind] for match in found if match[1] in _BEHIND
    }
    places |= {match[1]: _place(match, ends[match[1]]) for match in found if match[1] in _BEHIND}
    titled = places[TITLE] is not None if TITLE in places else None
    closing, last = places.get(CLOSING), places.get(LAST)
    return Outline(
        headings,
        closing and closing[0],
        last and last[1],
        titled,
        is_ours=True,
        edition=edition if edition in EDITIONS else "",
    )


def headings_of(tape: Tape, told: Outline) -> list[Heading]:
    """Return the headings that a file tells of, and between them those of other numbers that are found."""
    if len(told.headings) == _SECTIONS:
        return list(told.headings)
    others = [one for one in find_headings(tape) if all(_agree(one, other) for other in told.headings)]
    return sorted([*told.headings, *others], key=lambda heading: heading.start)


def _agree(one: Heading, other: Heading) -> bool:
    first, second = sorted((one, other), key=lambda heading: heading.number)
    return first.number < second.number and first.end <= second.start


def _in_order(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    """Return the headings by number; none where somebody put them in another order."""
    found = sorted(headings, key=lambda heading: heading.number)
    return tuple(found) if all(_agree(one, other) for one, other in pairwise(found)) else ()


def _place(role: re.Match[str], spans: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the span of a role's line; None where as many lines have its words no longer."""
    nth, count = (int(role[3]), int(role[4])) if role[3] else (1, 1)
    if role[1] == TITLE:
        return spans[0] if spans else None
    return spans[nth - 1] if len(spans) == count and 0 < nth <= count else None


def _spans(tape: Tape, digests: set[str]) -> Mapping[str, list[tuple[int, int]]]:
    """Return for each digest where the lines stand that have it, alone or with those that follow."""
    lines = [(match.start(), match.end() - 1) for match in _LINE.finditer(tape.raw) if seen(match[0])]
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number in range(len(lines)):
        for more in lines[number : number + _MOST_LINES]:
            start, end = lines[number][0], more[1]
            if end - start > _LONGEST_JOINED and start != more[0]:
                break
            if (digest := _digest(tape.raw[start:end])) in digests:
                found[digest].append((start, end))
    return found


def _digest(text: str) -> str:
    return hashlib.sha256(seen(text).encode()).hexdigest()[:8]
