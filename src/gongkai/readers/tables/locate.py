"""Find a table's labels on the tape, whole or damaged (定位).

A clean table prints its whole skeleton, which is one search. Otherwise every label is looked for as it is and
the heaviest chain in the form's order is kept; labels still missing are matched, in order, to the words left
between their neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec
from rapidfuzz.distance import LCSseq

from gongkai.readers.labels import HEAD_TEXT, HEAD_WORDS, Label, Skeleton
from gongkai.readers.tape import Tape

# Least share of a label that must be seen for it to be believed, and by how much it must beat its rivals.
LIKENESS = 0.6
MARGIN = 0.08
# How likely a label is of which only the first characters are left.
_PREFIX = 0.9
# What a label's own ordinal before some words adds to their likeness.
_NUMBERED = 0.2
# Each sign that words are a row's label weighs as much as so many characters of it.
_PLACED = 1.5
# A Chinese character of distance between two labels costs this much of a label's weight.
DISTANCE_COST = 0.02
_SHORT = 3
# How many hits back a label may have its predecessor: above any table, and few enough for hostile input.
_LOOK_BACK = 150
# No report prints one label more often, whatever copies of its tables it holds.
_MOST_OCCURRENCES = 300
# How many of the last labels of table 4's head may be lost before its figures are not believed.
_LOST_HEADS = 6
_VALUE = re.compile(r"[0-9?\ufffd]")


class Hit(msgspec.Struct, frozen=True):
    """A label found: its index in the skeleton and its span in the tape's Chinese characters."""

    label: int
    start: int
    end: int
    exact: bool = True


class Located(msgspec.Struct, frozen=True):
    """The labels of one table in order, and further copies of them that stand inside it."""

    skeleton: Skeleton
    hits: tuple[Hit, ...]
    copies: tuple[Hit, ...] = ()


def locate(tape: Tape, skeleton: Skeleton, low: int, high: int) -> Located:
    """Find the labels of `skeleton` within `low`..`high` of the tape's Chinese characters."""
    start = tape.han.find(skeleton.whole, low, high)
    if start >= 0 and tape.han.find(skeleton.marks[0], start + len(skeleton.whole), high) < 0:
        return Located(skeleton, _clean_hits(skeleton, start))
    found = _occurrences(tape.han, skeleton, low, high)
    chain = _heaviest_chain(tape, found, skeleton)
    chain = _without_strays(chain, skeleton)
    chain = list(_fill_gaps(tape, skeleton, chain, low, high))
    if skeleton.table == "4" and chain:
        chain += _last_head(tape, skeleton, chain[-1])
    return Located(skeleton, tuple(chain), _copies(found, chain, skeleton))


def _clean_hits(skeleton: Skeleton, start: int) -> tuple[Hit, ...]:
    return tuple(
        Hit(number, start + end - len(label.bare), start + end)
        for number, (label, end) in enumerate(zip(skeleton.labels, skeleton.ends, strict=True))
    )


def _occurrences(han: str, skeleton: Skeleton, low: int, high: int) -> list[Hit]:
    """Return every place of every label, longer labels hiding the shorter ones inside them."""
    by_text: dict[str, list[int]] = {}
    for number, label in enumerate(skeleton.labels):
        by_text.setdefault(label.bare, []).append(number)
    taken: set[int] = set()
    hits: list[Hit] = []
    for text in sorted(by_text, key=len, reverse=True):
        at = han.find(text, low, high)
        seen = 0
        while at >= 0 and seen < _MOST_OCCURRENCES:
            seen += 1
            if at not in taken:
                taken.update(range(at, at + len(text)))
                hits += [Hit(number, at, at + len(text)) for number in by_text[text]]
            at = han.find(text, at + 1, high)
    return sorted(hits, key=lambda hit: (hit.start, hit.label))


def _heaviest_chain(tape: Tape, hits: list[Hit], skeleton: Skeleton) -> list[Hit]:
    """Return the heaviest run of hits that follows the form's order, near ones before far ones."""
    best: list[float] = []
    before: list[int] = []
    for number, hit in enumerate(hits):
        weight, previous = 0.0, -1
        for other in range(max(0, number - _LOOK_BACK), number):
            earlier = hits[other]
            if earlier.label < hit.label and earlier.end <= hit.start:
                worth = best[other] - DISTANCE_COST * (hit.start - earlier.end)
                if worth > weight:
                    weight, previous = worth, other
        best.append(
            weight + len(skeleton.labels[hit.label].bare) + _looks_placed(tape, skeleton.labels[hit.label], hit)
        )
        before.append(previous)
    chain: list[Hit] = []
    number = max(range(len(hits)), key=best.__getitem__, default=-1)
    while number >= 0:
        chain.append(hits[number])
        number = before[number]
    return chain[::-1]


def _looks_placed(tape: Tape, label: Label, hit: Hit) -> float:
    """Return what speaks for words being a row's label: its ordinal before it, a figure behind it."""
    if label.row is None:
        return 0.0
    valued = _VALUE.search(tape.text, tape.end_on_tape(hit.end), tape.on_tape(hit.end))
    return _PLACED * (_is_numbered(tape, label, hit.start) + bool(valued))


def _is_numbered(tape: Tape, label: Label, han_start: int) -> bool:
    """Say whether a label's own ordinal, Chinese or a digit, stands before some words."""
    if label.lead_before(tape.han, han_start):
        return True
    at = tape.on_tape(han_start)
    before = tape.text[max(0, at - 3) : at].rstrip(". 、")
    return bool(label.ordinal) and before.endswith(label.ordinal)


def _without_strays(chain: list[Hit], skeleton: Skeleton) -> list[Hit]:
    """Drop short labels at the chain's ends that stand far off: prose that happens to use the same word."""
    while len(chain) > 1 and chain[1].start - chain[0].end > 60 and not _is_anchor(chain[0], skeleton):
        chain = chain[1:]
    while len(chain) > 1 and chain[-1].start - chain[-2].end > 60 and not _is_anchor(chain[-1], skeleton):
        chain = chain[:-1]
    return chain


def _last_head(tape: Tape, skeleton: Skeleton, last: Hit) -> list[Hit]:
    """Return the end of table 4's head where its last label is lost: the last words before a figure."""
    if not len(skeleton.labels) - _LOST_HEADS <= last.label < len(skeleton.labels) - 1:
        return []
    end = last.end
    while end < len(tape.han) and not _VALUE.search(tape.text, tape.end_on_tape(end), tape.on_tape(end)):
        end += 1
        if end - last.end > _LOST_HEADS * 2:
            return []
    return [Hit(len(skeleton.labels) - 1, end - 1, end, exact=False)]


def _is_anchor(hit: Hit, skeleton: Skeleton) -> bool:
    return skeleton.labels[hit.label].bare in skeleton.marks


def _copies(found: list[Hit], chain: list[Hit], skeleton: Skeleton) -> tuple[Hit, ...]:
    if not chain:
        return ()
    kept = {(hit.start, hit.end) for hit in chain}
    first, last = chain[0].start, chain[-1].end
    # A short word (总计, 其他) inside a table is more often a head's than a second copy of a row's label.
    found = [hit for hit in found if hit.end - hit.start > _SHORT]
    behind = [h for h in found if last <= h.start < last + 200 and _is_anchor(h, skeleton)]
    return (*(h for h in found if (h.start, h.end) not in kept and first < h.start < last), *behind)


class _Words(msgspec.Struct, frozen=True):
    """What stands between two figures: the spans of the last runs of Chinese characters before them."""

    spans: tuple[tuple[int, int], ...]
    valued: bool


def _fill_gaps(tape: Tape, skeleton: Skeleton, chain: list[Hit], low: int, high: int) -> Iterator[Hit]:
    """Yield the chain with the damaged labels found between, before and behind its links."""
    if not chain:
        return
    reach = 120
    edges = [
        Hit(-1, max(low, chain[0].start - reach), max(low, chain[0].start - reach)),
        *chain,
        Hit(len(skeleton.labels), min(high, chain[-1].end + reach), high),
    ]
    for left, right in pairwise(edges):
        if left.label >= 0:
            yield left
        missing = range(left.label + 1, right.label)
        if missing and right.start > left.end:
            yield from _match(tape, skeleton, missing, _words_between(tape, left.end, right.start))


def _words_between(tape: Tape, start: int, end: int) -> list[_Words]:
    """Cut the words between two offsets into groups that figures part."""
    groups: list[_Words] = []
    spans: list[tuple[int, int]] = []
    position = start
    while position < end:
        on_tape = tape.on_tape(position)
        number = tape.run_end(on_tape)
        stop = min(end, position + number - on_tape)
        spans.append((position, stop))
        following = tape.on_tape(stop) if stop < len(tape.han) else len(tape.text)
        between = tape.text[tape.end_on_tape(stop) : following]
        if _VALUE.search(between) and not _INSIDE_WORD.fullmatch(between):
            groups.append(_Words(tuple(spans), _has_figure(between)))
            spans = []
        position = stop
    if spans:
        groups.append(_Words(tuple(spans), False))
    return groups


# Characters lost inside a word do not part it.
_INSIDE_WORD = re.compile(r"[^\s|0-9]*[?\ufffd][^\s|0-9]*")
_ORDINAL_ONLY = re.compile(r"\s*\d\s*[.、,]?\s*$")


def _has_figure(between: str) -> bool:
    """Say whether the characters between two words hold more than the ordinal of the second."""
    return bool(_VALUE.search(between)) and not _ORDINAL_ONLY.match(between)


def _match(tape: Tape, skeleton: Skeleton, missing: range, groups: list[_Words]) -> list[Hit]:
    """Assign missing labels to groups of words, in order, by the greatest total likeness."""
    options = [
        [option for label in missing if (option := _best_span(tape, skeleton, label, group))] for group in groups
    ]
    # best[k] is the best assignment so far whose last label is at most missing[k].
    best: list[tuple[float, tuple[Hit, ...]]] = [(0.0, ())] * (len(missing) + 1)
    for group_options in options:
        fresh = list(best)
        for likeness, hit in group_options:
            place = hit.label - missing.start
            total, hits = best[place]
            if total + likeness > fresh[place + 1][0]:
                fresh[place + 1] = (total + likeness, (*hits, hit))
        for place in range(1, len(fresh)):
            if fresh[place - 1][0] > fresh[place][0]:
                fresh[place] = fresh[place - 1]
        best = fresh
    return list(best[-1][1])


def _best_span(tape: Tape, skeleton: Skeleton, number: int, group: _Words) -> tuple[float, Hit] | None:
    """Return the likeliest span of the group for a label: some of its last runs joined."""
    label = skeleton.labels[number]
    found: tuple[float, Hit] | None = None
    for first in range(len(group.spans) - 1, max(-1, len(group.spans) - 6), -1):
        start, end = group.spans[first][0], group.spans[-1][1]
        seen = tape.han[start:end]
        numbered = _is_numbered(tape, label, start)
        likeness = label_likeness(seen, label)
        if numbered:
            begins = label.bare.startswith(seen) or seen.startswith(label.bare) or _one_off(seen, label.bare)
            likeness = max(likeness + _NUMBERED, _PREFIX * begins)
        if likeness < LIKENESS or (found and likeness <= found[0]):
            continue
        if numbered or not _rival(seen, likeness, skeleton, number):
            found = (likeness, Hit(number, start, end, exact=False))
    return found


def label_likeness(seen: str, label: Label) -> float:
    """Return how well some words can be a label: cut, reworded, with characters lost or put in; 0 to 1."""
    text = label.full if seen[:1] == label.full[:1] else label.bare
    if len(seen) < 2 or len(seen) > 3 * len(text):
        return 0.0
    if text.startswith(seen):
        return _PREFIX
    common = LCSseq.similarity(seen, text)
    if common < 2 or (len(text) <= 2 and seen != text):
        return 0.0
    shorter, longer = sorted((len(seen), len(text)))
    return 0.75 * common / shorter + 0.25 * common / longer if shorter >= 3 else common / longer


def _one_off(seen: str, text: str) -> bool:
    """Say whether a short word has its last character alone changed."""
    return len(seen) == len(text) and seen[:-1] == text[:-1]


def _rival(seen: str, likeness: float, skeleton: Skeleton, number: int) -> bool:
    """Say whether other words of the form are nearly as likely as this label."""
    own = skeleton.labels[number].bare
    if seen in HEAD_TEXT and seen in HEAD_WORDS and seen not in own:
        return True
    return any(
        label.bare != own and label_likeness(seen, label) > likeness - (0.01 if seen in own else -MARGIN)
        for label in skeleton.labels
    )
