"""What the tape shows for each row of a table, between its label and the next (行的数据)."""

from __future__ import annotations

import re
from bisect import bisect_left

import msgspec

from gongkai.readers.labels import FOREIGN_LABELS, HEAD_TEXT, HEAD_WORDS, Label
from gongkai.readers.patterns import COUNTED, FURNITURE_LINE, PAGE_NUMBER
from gongkai.readers.tables.figures import SIGNS, hide_units
from gongkai.readers.tables.locate import Hit, Located
from gongkai.readers.tape import CELL, HAN_RUN, ROW, Tape
from gongkai.readers.words import ORDINALS

# A line, bar field, tab field or cell: what furniture stands in, and what goes with it.
_HARD = ("\n", "|", "\t", CELL, ROW)
_PARTING = (CELL, "|", "\t")
_ORDINAL_TAIL = re.compile(rf"(?:\d\\?[.、．]|(?<=[\s|{CELL}\x00])\d\ufffd)[\s|{CELL}\x00]*$")
# A figure right before prose, with what parts them.
_PROSE_TAIL = re.compile(r"(\d+)([.、%]?)[ ]?$")
# A figure with a word behind it, such as a unit that the form does not know or a remark in brackets.
_COUNTED_CELL = re.compile(r"\s*[0-9][0-9,.]*\s*\(?[\u4e00-\u9fff]{1,6}\)?\s*")
_LONE_COMMA = re.compile(r"(?<![0-9])[,.\\]|,(?![0-9])")
# A digit that a scrape put inside a label.
_INSIDE_LABEL = re.compile("[0-9?]{1,2}([\u4e00-\u9fff]+)")
_PUNCTUATION = str.maketrans(dict.fromkeys("()“”\"'‘’、:;。《》〈〉<>[]【】!…·", "\x00"))
# A figure that lost what stood before its point.
_BARE_POINT = re.compile(rf"(?:(?<=[\s|{CELL}])|^)\.(?=[0-9])")
_LATIN = re.compile("(?![oO](?![A-Za-z])|(?<=[0-9])[oO])[A-Za-z][A-Za-z '’,.()-]*")
# Mark-up that a scrape left over: whole tags, ends of tags that lost their head, comments, entities.
_MARKUP = re.compile(
    r"</?[A-Za-z!][^<>\n|]{0,60}>|/?[A-Za-z][A-Za-z0-9:]{0,9}>|<!-{1,2}|-{1,2}>|&[a-z]{2,6};?|&#\d{1,5};"
)
# A character lost beside a word is the word's, not a figure's.
# Digits and what parts them; then the next label's ordinal or bracket.
_PLAIN = re.compile(r"([)”\"]?[0-9\s|]*)(\d[.、] ?)?\(? ?")
_LABEL_LOSS = re.compile(
    rf"^[?\ufffd]+(?=[\s|{CELL}\x00]|$)|(?<![0-9?\ufffd])[?\ufffd]+$"
    rf"|(?<=[^\s|0-9?\ufffd])[?\ufffd]+(?![0-9?\ufffd])|(?<![0-9?\ufffd])[?\ufffd]+(?=[^\s|0-9?\ufffd])"
)
_SHORTEST_FOREIGN = 6
# So many letters beside digits can be digits; more are a word.
_LONGEST_MISREAD = 2
# Beyond this many characters a piece of text is prose, not a cell or a line of furniture.
_LONGEST_FURNITURE = 60


class Slot(msgspec.Struct, frozen=True):
    """The span of one row's figures; `text` is the folded span with everything else made NUL characters.

    `lead` is how many characters of the label's ordinal stand before it, `depth` how many labels deep the row is.
    `dirty` says that words stood between the figures, at `strays`; `last` that no label of the table follows.
    `next_ordinal` is the digit that may stand before the next label without a dot.
    """

    row: int
    label: Hit
    lead: int
    depth: int
    start: int
    text: str
    after_group: bool
    next_ordinal: str = ""
    dirty: bool = False
    last: bool = False
    strays: tuple[tuple[int, int], ...] = ()


def slots(tape: Tape, located: Located, limit: int) -> tuple[list[Slot], list[Slot]]:
    """Return the slots of a table's rows, in order, and those of rows printed a second time.

    `limit` is where on the tape the next heading or table begins: no figure behind it belongs to this one.
    """
    labels = located.skeleton.labels
    marks = sorted((*located.hits, *located.copies), key=lambda hit: hit.start)
    starts = [hit.start for hit in marks]
    chain = set(located.hits)
    rows: list[Slot] = []
    again: list[Slot] = []
    for hit in marks:
        label = labels[hit.label]
        if label.row is None:
            continue
        following = marks[at] if (at := bisect_left(starts, hit.end)) < len(marks) else None
        before = marks[index - 1] if (index := bisect_left(starts, hit.start)) > 0 else None
        group = before is not None and labels[before.label].row is None and before.end >= hit.start - 2
        end, ordinal = limit, ""
        if following:
            behind = labels[following.label]
            end = tape.on_tape(following.start - behind.lead_before(tape.han, following.start))
            ordinal = behind.ordinal
        slot = _slot(tape, label, hit, end, ordinal, group=group, last=following is None)
        (rows if hit in chain else again).append(slot)
    return rows, again


def _slot(tape: Tape, label: Label, hit: Hit, end: int, ordinal: str, *, group: bool, last: bool) -> Slot:
    lead = label.lead_before(tape.han, hit.start)
    start = tape.end_on_tape(hit.end)
    if not hit.exact and (inside := _INSIDE_LABEL.match(tape.text, start)) and label.bare.endswith(inside[1]):
        start = inside.end()
    text = tape.text[start : max(start, end)]
    row = label.row or 0
    simple = _PLAIN.fullmatch(text)
    if simple and (not simple[2] or _is_ordinal(simple[1], simple[2], ordinal)):
        rest = "\x00" * (len(text) - simple.end(1))
        first = simple[1].replace(")", "\x00").replace("”", "\x00").replace('"', "\x00")
        return Slot(
            row,
            hit,
            lead,
            label.depth,
            start,
            first + rest,
            group,
            "" if simple[2] else ordinal,
            last=last,
        )
    kept, strays = _figures_only(text, last=last)
    tail = _ORDINAL_TAIL.search(kept)
    if tail and _is_ordinal(kept[: tail.start()], tail[0], ordinal):
        kept = kept[: tail.start()] + "\x00" * (len(kept) - tail.start())
        ordinal = ""
    places = tuple((start + first, start + stop) for first, stop in strays)
    return Slot(
        row,
        hit,
        lead,
        label.depth,
        start,
        kept,
        group,
        ordinal,
        dirty=bool(places),
        last=last,
        strays=places,
    )


def _is_ordinal(before: str, tail: str, ordinal: str) -> bool:
    """Say whether a digit at a slot's end numbers the next label: its own ordinal, or a digit standing alone."""
    return bool(ordinal) and (tail[0] == ordinal or not before[-1:].isdigit())


def _figures_only(text: str, *, last: bool) -> tuple[str, list[tuple[int, int]]]:
    """Return a slot's text with all but figures and what parts them made NUL, and the words struck out."""
    text = hide_units(text.replace("\\.", ".\x00"))
    if "<" in text or ">" in text or "&" in text:
        text = _MARKUP.sub(_hidden, text)
    kept, strays = _without_words(PAGE_NUMBER.sub(_hidden, text), last=last)
    kept = _LATIN.sub(_without_letters, _LABEL_LOSS.sub(_hidden, _BARE_POINT.sub("\ufffd", kept)))
    return _LONE_COMMA.sub("\x00", kept.translate(_PUNCTUATION)), strays


def _without_letters(match: re.Match[str]) -> str:
    """Hide letters, but not that one or two beside a digit may be digits that were misread, as in l2."""
    text, start, end = match.string, *match.span()
    hidden = ["\x00"] * (end - start)
    if end - start <= _LONGEST_MISREAD and match[0].isalpha():
        if text[max(0, start - 1) : start].isdigit():
            hidden[0] = "\ufffd"
        if text[end : end + 1].isdigit():
            hidden[-1] = "\ufffd"
    if _fills_a_cell(text, start, end):
        hidden[0] = "\ufffd"
    return "".join(hidden)


def _fills_a_cell(text: str, start: int, end: int) -> bool:
    """Say whether letters are all that a cell or field shows."""
    blank = " \x00"
    before, behind = text[max(0, start - _LONGEST_FURNITURE) : start], text[end : end + _LONGEST_FURNITURE]
    return before.rstrip(blank).endswith(_PARTING) and behind.lstrip(blank).startswith(_PARTING)


def _hidden(match: re.Match[str]) -> str:
    return "\x00" * len(match[0])


def _without_words(text: str, *, last: bool) -> tuple[str, list[tuple[int, int]]]:
    """Blank out the words between a row's figures; prose ends the slot. Returns the text and the strays."""
    strays: list[tuple[int, int]] = []
    kept = list(text)
    figures, checked = False, 0
    parted = CELL in text or "|" in text
    for run in HAN_RUN.finditer(text):
        word = run[0]
        if len(word) > _SHORTEST_FOREIGN and any(label.startswith(word) for label in FOREIGN_LABELS):
            strays.append((run.start(), len(text)))
            kept[run.start() :] = []
            break
        if word in HEAD_WORDS or word in ORDINALS or (len(word) > 1 and word in HEAD_TEXT):
            kept[run.start() : run.end()] = "\x00" * len(word)
            continue
        first, stop = _field(text, *run.span())
        if _COUNTED_CELL.fullmatch(text, first, stop):
            kept[run.start() : run.end()] = "\x00" * len(word)
            continue
        figures = figures or any(char.isdigit() or char in SIGNS for char in kept[checked : run.start()])
        checked = run.start()
        # Behind a table's last row the first words are the next section.
        if (last and (figures or (len(word) > 3 and not FURNITURE_LINE.search(text, first, stop)))) or (
            figures and stop - first > _LONGEST_FURNITURE
        ):
            kept = _before_prose(text, kept[: run.start()])
            break
        if first == 0 or stop - first > _LONGEST_FURNITURE:
            kept[run.start() : run.end()] = "\x00" * len(word)
            continue
        kept[first:stop] = "\x00" * (stop - first)
        if parted and any(char.isdigit() for char in text[first:stop]):
            # A cell with words and figures is no blank one.
            kept[first] = "\ufffd"
        strays.append((first, stop))
    return "".join(kept), strays


def _before_prose(text: str, kept: list[str]) -> list[str]:
    """Return what stands before prose without the ordinal, year or count that belongs to the prose itself."""
    before = "".join(kept)
    if not (tail := _PROSE_TAIL.search(before)):
        return kept
    counted = text[len(kept)] in COUNTED or tail[2]
    return kept[: tail.start()] if counted else kept


def _field(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the line, bar field, tab field or cell that holds a span, or as much of it as tells it from prose."""
    reach = 2 * _LONGEST_FURNITURE
    low, high = max(0, start - reach), min(len(text), end + reach)
    before = max(text.rfind(mark, low, start) for mark in _HARD)
    behind = [at for mark in _HARD if (at := text.find(mark, end, high)) >= 0]
    return before + 1 if before >= 0 else low, min(behind, default=high)
