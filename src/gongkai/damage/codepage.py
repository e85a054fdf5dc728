"""The loss of characters where UTF-8 was read as code page 936 (编码误读致缺字), as a law that runs forward.

The bytes of a UTF-8 text are taken for those of code page 936. A byte below 0x80 stands alone, and so does
0x80 where a pair would begin; 0x81 to 0xFE begins a pair, and a second byte from 0x40 up completes it. A pair
comes back as the bytes it was, so that most of the text survives. A first byte followed by one below 0x40
(a digit, a blank, a line end, most ASCII signs) is no pair: both bytes are lost. When the rest is read as
UTF-8 again, what is left of the broken character is dropped. Full-width signs are folded to ASCII afterwards.

Every ASCII character ends the pairing, so each run of other characters is judged by itself, and can lose its
last character only. What is shown in place of the two lost bytes:

    before a line end, or at the end of the text   nothing, and the line end stays; of CR LF the CR is lost
    before "<"                                     the character one code point lower (况 becomes 冴)
    before any other byte below 0x40, and 0x7F     "?"

So one "?" stands for one full-width character and one ASCII character. The law was drawn from a published
report for 2024: what it shows before a digit, a line end and "<" is seen there, before other signs inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import msgspec

from gongkai.terms import form

LOST = "?"
MADE = -1

# Possessive, and with an end that may be missing: a run is looked at once, however long it is.
_RUN = re.compile(r"([^\x00-\x7f]++)([\x00-\x3f\x7f]|\Z)?")
_PAIRS = re.compile(rb"(?:\x80|[\x81-\xf4][\x80-\xf4])*+")
_FIRST_RUN = re.compile(r"[^\x00-\x7f]*+[\x00-\x7f]?")
_FULL_WIDTH = re.compile("[\uff01-\uff5e\u3000]")
_TYPED_WIDE = {ord(sign): chr(ord(sign) + 0xFEE0) for sign in "!(),:;?"}
_LOST_DIGIT = re.compile(r"(?:[^\x00-\x7f]|\()\?+(?!(?:19|20)\d\d(?!\d))\d")
_ENOUGH_CUT_LABELS = 3


class _Loss(NamedTuple):
    """What the law takes: the characters from `start` to `end` of the text, for which `shown` appears."""

    start: int
    end: int
    shown: str


class Proof(msgspec.Struct, frozen=True):
    """The originals that the law turns into a damaged text (缺字修复的证明).

    `candidates` are those of the proposed originals that come out as `seen`; `original` is the only one, or
    None where none or several remain. The proof is as good as the list of originals that was proposed.
    """

    seen: str
    original: str | None
    candidates: tuple[str, ...]


def fold(text: str) -> str:
    """Return the text with full-width signs as ASCII (全角转半角), one character for each."""
    return _FULL_WIDTH.sub(lambda sign: " " if sign[0] == "\u3000" else chr(ord(sign[0]) - 0xFEE0), text)


def widen(text: str) -> str:
    """Return the text with the signs that Chinese authors type full-width made so (半角转全角).

    For words seen with ASCII signs, before the law is run on them.
    """
    return text.translate(_TYPED_WIDE)


def lose(text: str) -> str:
    """Return what is left of a text that was read as code page 936 (误读后的文字).

    `text` has its signs full-width, as its author typed them. Pure; below a millisecond for a whole report.
    """
    return _left_between(text, 0, len(text))


def trace(text: str) -> tuple[str, tuple[int, ...]]:
    """Return what `lose` returns, and for each of its characters where it survives from (存留字位置).

    The second value holds an index into `text` for every character of the first, or `MADE` (-1) for one that
    the damage made: a "?" or another hanzi.
    """
    survivors: list[int] = []
    kept = 0
    for loss in _losses(text):
        survivors.extend(range(kept, loss.start))
        survivors.extend(MADE for _ in loss.shown)
        kept = loss.end
    survivors.extend(range(kept, len(text)))
    return lose(text), tuple(survivors)


def prove(seen: str, candidates: Iterable[str], *, before: str = "", after: str = "") -> Proof:
    """Keep the candidates that the law turns into exactly the text seen (正向验证).

    `before` and `after` are the original text around, not what the damage left of it: a run of characters
    that begins before the candidate decides what the candidate loses. An empty `after` is the end of a line.
    A "?" belongs to the full-width character it stands for, wherever the ASCII character stood.
    White space is compared as one blank, because a scrape joins lines after the damage.
    """
    before, after = _that_matters(before, after)
    shown = _joined(seen)
    kept = tuple(
        candidate
        for candidate in dict.fromkeys(candidates)
        if _joined(_left_between(before + candidate + after, len(before), len(before + candidate))) == shown
    )
    return Proof(seen, kept[0] if len(kept) == 1 else None, kept)


def looks_lost(text: str) -> bool:
    """Tell whether a text seems to have lost characters by this law (疑似缺字).

    Either a "?" stands between a full-width sign and a number that is no whole year, or three different
    labels of the form end their line or cell without their last character, just where the law takes it.
    """
    if LOST in text and _LOST_DIGIT.search(text):
        return True
    return len(set(_cut_label().findall(text))) >= _ENOUGH_CUT_LABELS


def _left_between(text: str, start: int, end: int) -> str:
    """Return what the law leaves of one part of a text."""
    pieces: list[str] = []
    kept = start
    for loss in _losses(text):
        if loss.start >= end:
            break
        if loss.start >= start:
            pieces += text[kept : loss.start], loss.shown
        kept = max(kept, loss.end)
    pieces.append(text[kept:end])
    return fold("".join(pieces))


def _losses(text: str) -> Iterator[_Loss]:
    """Yield what the law takes from a text, in order."""
    for run in _RUN.finditer(text):
        characters, sign = run.groups()
        if sign is not None and _ends_inside_a_pair(characters):
            after = run.end(1)
            if sign in ("", "\n"):
                yield _Loss(after - 1, after, "")
            elif sign == "\r":
                yield _Loss(after - 1, after + 1, "")
            else:
                yield _Loss(after - 1, after + 1, _shown_before(sign, characters[-1]))


def _ends_inside_a_pair(characters: str) -> bool:
    """Tell whether the last byte of a run of non-ASCII characters is the first byte of a pair."""
    data = characters.encode("utf-8", "surrogatepass")
    pairs = _PAIRS.match(data)
    return pairs is not None and pairs.end() < len(data)


def _shown_before(sign: str, character: str) -> str:
    # The code of "<" lies below the row of its pair: B5 3C is looked up in the row before and becomes B4 FB.
    return chr(ord(character) - 1) if sign == "<" else LOST


def _that_matters(before: str, after: str) -> tuple[str, str]:
    """Return the part of a context that can change what lies between: the runs at its sides, and one sign."""
    run_begins = next((at for at in range(len(before), 0, -1) if before[at - 1].isascii()), 0)
    run = _FIRST_RUN.match(after)
    return before[run_begins:], run[0] if run else ""


def _joined(text: str) -> str:
    return " ".join(text.split())


@cache
def _cut_label() -> re.Pattern[str]:
    """Match a label of the form that lost its last character at the end of its line or cell."""
    numbered = (*form.DENIALS, *form.UNAVAILABILITIES, *form.REFUSALS_TO_HANDLE)
    items = (form.ITEM_20_1, form.ITEM_20_5, form.ITEM_20_6, form.ITEM_20_8, form.ITEM_20_9)
    row_heads = (form.NORMATIVE_DOCUMENTS_2021, form.FEES, form.APPLICANTS, form.LEGAL_PERSONS)
    labels = (*(label.partition(".")[2] for label in numbered), *items, *row_heads, form.LITIGATION_AFTER)
    cut = {label: lose(label) for label in labels}
    seen = "|".join(re.escape(left) for label, left in cut.items() if left != label)
    return re.compile(rf"(?:{seen})(?=\s|\||\Z)")
