"""Mutants: reports put through a few blind changes; a pure function of seed, kind and number."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from tests.fuzz import hostile
from tests.fuzz.starts import REAL_SHARE, Starts, starts

# Far above every start; what a change blows up beyond it is cut, so that a run reads many inputs.
LONGEST = 400_000
_CHANGES = (1, 1, 1, 2, 2, 3, 4, 8)
_SEAM = re.compile(rb"[\n>|]")
_ASCII = re.compile(r"[0-9 |\n,.<>/=\"]")

Change = Callable[[Random, bytes, Starts], bytes]


def mutant(seed: int, kind: str, number: int) -> bytes:
    """Return the mutant of a number; `kind` is "text" or "page"."""
    rng = Random(f"{seed}:{kind}:{number}")
    own = starts(seed)[kind]
    data = start(rng, own)
    for _ in range(rng.choice(_CHANGES)):
        data = rng.choice(CHANGES)(rng, data, own)[:LONGEST]
    return data


def start(rng: Random, own: Starts) -> bytes:
    """Return a report that nothing was done to yet."""
    return rng.choice(own.real if own.real and rng.random() < REAL_SHARE else own.made)


def _range(rng: Random, data: bytes) -> tuple[int, int]:
    """Return where a stretch begins and ends: at any byte, or at the seams of lines and tags."""
    first = rng.randrange(len(data) + 1)
    last = min(len(data), first + int(10 ** rng.uniform(0, 4)))
    return (_seam(data, first), _seam(data, last)) if rng.random() < 0.5 else (first, last)


def _seam(data: bytes, at: int) -> int:
    found = _SEAM.search(data, at)
    return found.end() if found else len(data)


def flip_bytes(rng: Random, data: bytes, _own: Starts) -> bytes:
    """Change some bytes to any others."""
    changed = bytearray(data)
    for _ in range(min(len(data), hostile.count(rng))):
        changed[rng.randrange(len(data))] = rng.randrange(256)
    return bytes(changed)


def delete(rng: Random, data: bytes, _own: Starts) -> bytes:
    first, last = _range(rng, data)
    return data[:first] + data[last:]


def duplicate(rng: Random, data: bytes, _own: Starts) -> bytes:
    first, last = _range(rng, data)
    return data[:last] + data[first:last] * rng.choice((1, 1, 1, 3, 20)) + data[last:]


def splice(rng: Random, data: bytes, own: Starts) -> bytes:
    """Go over into another report in the middle."""
    other = start(rng, own)
    return data[: _range(rng, data)[0]] + other[_range(rng, other)[0] :]


def transplant(rng: Random, data: bytes, own: Starts) -> bytes:
    """Put a stretch of another report in."""
    other, at = start(rng, own), _range(rng, data)[0]
    first, last = _range(rng, other)
    return data[:at] + other[first:last] + data[at:]


def truncate(rng: Random, data: bytes, _own: Starts) -> bytes:
    at = _range(rng, data)[0]
    return rng.choice((data[:at], data[at:]))


def insert(rng: Random, data: bytes, _own: Starts) -> bytes:
    """Put a hostile piece in, at one place or at several."""
    found = hostile.piece(rng)
    for _ in range(rng.choice((1, 1, 1, 3, 12)) if len(found) < 2000 else 1):
        at = rng.choice((0, len(data), *(_range(rng, data)[0] for _ in range(6))))
        data = data[:at] + found + data[at:]
    return data


def front(rng: Random, data: bytes, _own: Starts) -> bytes:
    """Let the file begin with a byte order mark, another kind's magic or a charset it does not have."""
    charset = f'<meta charset="{rng.choice(hostile.CHARSETS)}">'.encode() + rng.choice(hostile.BROKEN)
    return rng.choice((rng.choice(hostile.BOMS), rng.choice(hostile.MAGICS), charset)) + data


def swap_blocks(rng: Random, data: bytes, _own: Starts) -> bytes:
    a, b, c = sorted((_range(rng, data)[0], *_range(rng, data)))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def shuffle_lines(rng: Random, data: bytes, _own: Starts) -> bytes:
    first, last = _range(rng, data)
    lines = data[first:last].split(b"\n")
    rng.shuffle(lines)
    return data[:first] + b"\n".join(lines) + data[last:]


def change_case(rng: Random, data: bytes, _own: Starts) -> bytes:
    first, last = _range(rng, data)
    return data[:first] + rng.choice((data[first:last].upper(), data[first:last].swapcase())) + data[last:]


def replace_everywhere(rng: Random, data: bytes, _own: Starts) -> bytes:
    """Turn one sign, in a stretch or everywhere, into something else or nothing."""
    first, last = _range(rng, data) if rng.random() < 0.5 else (0, len(data))
    old = rng.choice((b"\n", b"|", b" ", b"0", b"1", b",", b">", b"</td>", b"<td", b"</", b"\xef\xbc", b"\xe4"))
    new = rng.choice((b"", b" ", b"\n", b"|", b"?", b"0", rng.choice(hostile.REPEATED).encode()))
    return data[:first] + data[first:last].replace(old, new) + data[last:]


def change_digits(rng: Random, data: bytes, _own: Starts) -> bytes:
    first, last = _range(rng, data)
    often = rng.random()
    changed = re.sub(
        rb"\d",
        lambda found: b"%d" % rng.randrange(10) if rng.random() < often else found[0],
        data[first:last],
    )
    return data[:first] + changed + data[last:]


def drop_characters(rng: Random, data: bytes, _own: Starts) -> bytes:
    """Lose some characters, or turn them into signs that a scrape leaves."""
    often, sign = rng.choice((0.003, 0.03, 0.3)), rng.choice(("", "?", "\ufffd", " ", "锟斤拷"))
    only_signs = rng.random() < 0.3
    text = data.decode("utf-8", "surrogateescape")
    kept = [sign if rng.random() < often and (not only_signs or _ASCII.match(char)) else char for char in text]
    return "".join(kept).encode("utf-8", "surrogateescape")


def recode(rng: Random, data: bytes, _own: Starts) -> bytes:
    """Write a stretch, or all, in another charset, or read it as one that it is not in."""
    first, last = _range(rng, data) if rng.random() < 0.5 else (0, len(data))
    part = data[first:last]
    name = rng.choice(("gb18030", "gbk", "big5", "utf-16-le", "cp1252", "utf-8-sig"))
    if rng.random() < 0.5:
        part = part.decode("utf-8", "replace").encode(name, "replace")
    else:
        part = part.decode(name, "replace").encode("utf-8", "replace")
    return data[:first] + part + data[last:]


CHANGES: tuple[Change, ...] = (
    *(
        flip_bytes,
        delete,
        duplicate,
        splice,
        transplant,
        truncate,
        insert,
        insert,
        insert,
        front,
        swap_blocks,
    ),
    *(shuffle_lines, change_case, replace_everywhere, change_digits, drop_characters, recode),
)
