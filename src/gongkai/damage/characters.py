"""Damage to single characters and stray mark-up (乱码与残留标记): forward laws, and what finds their traces.

Every law returns the damaged text and, for each of its characters, the index in the original it survives
from, or -1 for one that the damage made, like `codepage.trace`.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum

import msgspec

from gongkai.damage.codepage import MADE, looks_lost

REPLACEMENT = "\ufffd"
# Two replacement characters in UTF-8, read as GBK: three hanzi.
KUNJINKAO = (REPLACEMENT * 2).encode("utf-8").decode("gbk")
REMNANTS = ("</span>", "span>", "/p>", "&nbsp;", "-->", "<!--[if !supportLists]-->", "<!--[endif]-->")

# Only names of tags: some authors write a title between < and >.
_BARE_TAGS = "span|div|font|strong|table|tbody|td|tr|p"
_TAGS = rf"{_BARE_TAGS}|thead|th|img|br|em|ul|ol|li|h[1-6]|[ovw]:\w+|st1:\w+|a|b|i|u"
_SIGN = re.compile(f"[{REPLACEMENT}{KUNJINKAO[0]}<>&?]")
_REMNANT = re.compile(
    rf"{REPLACEMENT}+"
    rf"|{KUNJINKAO[:2]}(?:{KUNJINKAO[2]}(?:{KUNJINKAO[:2]})?)*(?:{KUNJINKAO[2]}{KUNJINKAO[0]})?"
    r"|<!--\[[^\]<>]{0,80}\]-->|<!\[[^\]<>]{0,80}\](?:-->|>)|<!--\w*|-->"
    rf"|</?(?:{_TAGS})(?:\s[^<>]{{0,500}})?/?>"
    rf"|/(?:{_BARE_TAGS})>|(?<![A-Za-z])(?:{_BARE_TAGS})>"
    r"|&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});"
    r"|\?(?![A-Za-z])"
)


class Kind(StrEnum):
    """What a scrape leaves behind in place of, or beside, the author's characters."""

    REPLACEMENT = "replacement"
    KUNJINKAO = "kunjinkao"
    MARKUP = "markup"
    LOST = "lost"


class Remnant(msgspec.Struct, frozen=True):
    """One trace of damage: `text[start:end]`, which its author did not write."""

    kind: Kind
    start: int
    end: int


_KIND_BY_SIGN = {REPLACEMENT: Kind.REPLACEMENT, KUNJINKAO[0]: Kind.KUNJINKAO, "?": Kind.LOST}


def find(text: str) -> tuple[Remnant, ...]:
    """Return every trace of damage in a text, in order, none overlapping (损坏痕迹).

    A "?" is counted as lost only in a text that `looks_lost`, so hand over whole texts: one line seldom does.
    A clean text costs one search for the few signs that any trace begins or ends with.
    """
    if not _SIGN.search(text):
        return ()
    found = [Remnant(_kind_of(match[0]), match.start(), match.end()) for match in _REMNANT.finditer(text)]
    if any(remnant.kind is Kind.LOST for remnant in found) and not looks_lost(text):
        found = [remnant for remnant in found if remnant.kind is not Kind.LOST]
    return tuple(found)


def _kind_of(trace: str) -> Kind:
    return _KIND_BY_SIGN.get(trace[0], Kind.MARKUP)


def replace_some(text: str, positions: Collection[int]) -> tuple[str, tuple[int, ...]]:
    """Return the text with U+FFFD at some positions, where its bytes were no character (无效字节)."""
    broken = frozenset(positions)
    shown = "".join(REPLACEMENT if at in broken else character for at, character in enumerate(text))
    return shown, tuple(MADE if at in broken else at for at in range(len(text)))


def insert_remnants(text: str, remnants: Mapping[int, str]) -> tuple[str, tuple[int, ...]]:
    """Return the text with mark-up left standing before some positions, or at its end (残留标记)."""
    pieces: list[str] = []
    survivors: list[int] = []
    for at in range(len(text) + 1):
        remnant = remnants.get(at, "")
        pieces += remnant, text[at : at + 1]
        survivors.extend(MADE for _ in remnant)
        survivors.append(at)
    return "".join(pieces), tuple(survivors[:-1])


def read_twice(text: str) -> tuple[str, tuple[int, ...]]:
    """Return GBK text that was read as UTF-8, saved, and read as GBK (锟斤拷).

    Hanzi become U+FFFD at the first reading and 锟斤拷 at the second; most ASCII characters survive. What GBK
    lacks was never in such a text, and counts as "?".
    """
    typed = [
        (byte, at if character.isascii() else MADE)
        for at, character in enumerate(text)
        for byte in character.encode("gbk", "replace")
    ]
    once = [(byte, at) for character, at in _decoded(typed, "utf-8") for byte in character.encode("utf-8")]
    twice = list(_decoded(once, "gbk"))
    return "".join(character for character, _ in twice), tuple(at for _, at in twice)


def _decoded(data: list[tuple[int, int]], encoding: str) -> Iterator[tuple[str, int]]:
    """Decode bytes that carry an index each, invalid ones to U+FFFD; only ASCII characters keep theirs."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    for byte, at in data:
        for character in decoder.decode(bytes([byte])):
            yield character, at if ord(character) == byte else MADE
    for character in decoder.decode(b"", final=True):
        yield character, MADE
