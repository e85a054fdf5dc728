"""How a source parts the cells of a table, learnt from its rows (排版习惯)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from gongkai.readers.tables.fields import TOKEN, bars_in, fields_of, filled, grid_lines, is_stacked, kind, line_of
from gongkai.readers.tables.slots import Slot
from gongkai.readers.tape import CELL, Tape
from gongkai.report import Column


class Habits(msgspec.Struct, frozen=True):
    """How a table of this source parts its cells.

    `bars` is the number of bars on a table row's line, where rows are padded to one length (0: they are not), and
    `depths` the usual number of fields behind a label, by how deep in groups it stands (`rows_on_lines`: most rows
    stand on one line); `unpadded` says that they are not, and only the row's own cells
    follow its label. `counts` is the usual number of fields of a row whose cells stand on lines of their own, with
    and without a group's label before it. `leading` says that the blank fields of spans stand before a row's cells
    or (False) behind them; None where no row shows it. `closing` says that a bar ends every row. `stacked` says
    that lines hold one cell each; `gap`, `lead` and `tail` are the line ends between cells, before the first and
    behind the last, in full rows or else the fewest in any (0: nothing to learn from). `glued` says that some cells
    are not parted at all.
    """

    bars: int
    depths: dict[int, int]
    rows_on_lines: bool
    unpadded: bool
    counts: dict[bool, int]
    leading: bool | None
    closing: bool
    stacked: bool
    gap: int
    lead: int
    tail: int
    glued: bool


class _Seen:
    """What the rows show, counted.

    `lone` is a figure alone in a row and long enough for all its cells, `glued` one that begins with 0.
    """

    def __init__(self) -> None:
        self.bars: Counter[int] = Counter()
        self.depths: dict[int, Counter[int]] = {}
        self.counts: dict[bool, Counter[int]] = {False: Counter(), True: Counter()}
        # Rows with fewer (-1), just as many (0) or more (1) fields than cells.
        self.exact: Counter[int] = Counter()
        self.leading: Counter[bool] = Counter()
        self.closing: Counter[bool] = Counter()
        self.stacked: Counter[bool] = Counter()
        self.gaps: Counter[int] = Counter()
        self.leads: Counter[int] = Counter()
        self.tails: Counter[int] = Counter()
        self.least_gaps: list[int] = []
        self.least_leads: list[int] = []
        self.least_tails: list[int] = []
        # Line ends of a row shared evenly among its cells, where blank ones have lines of their own.
        self.shares: Counter[int] = Counter()
        self.lone = False
        self.glued = False


Rows = tuple[Sequence[Slot], Sequence[Sequence[Column]]]


def learn(tape: Tape, own: Rows, others: Sequence[Rows] = ()) -> Habits:
    """Learn a table's habits from its rows; what they do not show, from the document's other tables."""
    seen = _see(tape, [own])
    whole = _see(tape, [own, *others]) if others else seen
    lines = seen if seen.gaps else whole
    even = _constant(lines.shares)
    gap = _usual(lines.gaps, even or min(lines.least_gaps, default=0))
    side = _agreed(seen.leading)
    return Habits(
        bars=_constant(seen.bars),
        depths={depth: _usual(counter, 0) for depth, counter in seen.depths.items()},
        rows_on_lines=seen.bars.total() > sum(counter.total() for counter in seen.counts.values()),
        unpadded=seen.exact[0] > 9 * seen.exact[1],
        counts={group: _usual(counter, 0) for group, counter in seen.counts.items()},
        leading=_agreed(whole.leading) if side is None else side,
        # Where bars end rows they end all; elsewhere they only follow a last cell that is blank.
        closing=seen.closing[False] * 10 <= seen.closing[True],
        stacked=lines.stacked[True] > lines.stacked[False],
        gap=gap,
        lead=_usual(lines.leads, even or min(lines.least_leads, default=gap)),
        tail=_usual(lines.tails, even or min(lines.least_tails, default=gap)),
        glued=whole.glued or (seen.lone and not whole.stacked[True]),
    )


def _see(tape: Tape, tables: Sequence[Rows]) -> _Seen:
    seen = _Seen()
    for slots, columns in tables:
        for slot in slots:
            parting, width = kind(slot.text), len(columns[slot.row])
            if parting in {"lines", "soft"}:
                _see_lines(seen, slot, parting, width)
            else:
                _see_fields(seen, tape, slot, parting, width)
    return seen


def _see_lines(seen: _Seen, slot: Slot, parting: str, width: int) -> None:
    found = list(TOKEN.finditer(slot.text))
    if parting == "soft":
        seen.lone |= len(found) == 1 < width <= len(found[0][0])
        seen.glued |= any(_begins_with_zero(match[0]) for match in found)
    if width > 1 and not slot.dirty and not slot.last:
        share, rest = divmod(slot.text.count("\n"), width + 1)
        seen.shares[0 if rest else share] += 1
    if width == 1 or not found:
        return
    between = line_ends(slot.text, [match.span() for match in found])
    if not slot.dirty:
        seen.least_leads.append(between[0])
        seen.least_gaps += between[1:-1]
        seen.least_tails += between[-1:] if not slot.last else []
    if len(found) != width:
        return
    seen.stacked[parting == "lines" and "\n" in slot.text[found[0].start() : found[-1].end()]] += 1
    if not slot.dirty:
        seen.leads[between[0]] += 1
        seen.gaps.update(between[1:-1])
        seen.tails.update(between[-1:] if not slot.last else [])


def _see_fields(seen: _Seen, tape: Tape, slot: Slot, parting: str, width: int) -> None:
    lines = grid_lines(slot.text, parting, width)
    fields = fields_of(lines[0][1], parting, keep_last=False)
    if is_stacked(slot, lines):
        seen.counts[slot.after_group][len(fields)] += 1
    else:
        seen.bars[bars_in(line_of(tape, slot))] += 1
        seen.depths.setdefault(slot.depth, Counter())[len(fields)] += 1
        seen.exact[(len(fields) > width) - (len(fields) < width)] += 1
    full = filled(fields)
    if full and len(fields) > width:
        # A figure at one edge of too many fields leaves their blanks to the other.
        seen.leading.update([False] * (full[0] == 0) + [True] * (full[-1] == len(fields) - 1))
    if full:
        seen.closing[lines[0][1].rstrip(" \x00\n").endswith(("|", "\t", CELL))] += 1


def _begins_with_zero(token: str) -> bool:
    """Say whether a run of digits must be more than one figure."""
    return len(token) > 1 and token[0] == "0" and token.isdigit()


def line_ends(text: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return the number of line ends before, between and behind some spans of a text."""
    ends = [0, *(end for _, end in spans)]
    begins = [*(begin for begin, _ in spans), len(text)]
    return [text.count("\n", end, begin) for end, begin in zip(ends, begins, strict=True)]


def _agreed(counts: Counter[bool]) -> bool | None:
    """Return what all counts but a few agree on."""
    for answer in (True, False):
        if counts[answer] > 4 * counts[not answer]:
            return answer
    return None


def _constant(counts: Counter[int]) -> int:
    """Return what nearly all counts agree on; 0 where they do not."""
    usual = _usual(counts, 0)
    return usual if counts[usual] * 5 >= counts.total() * 4 else 0


def _usual(counts: Counter[int], default: int) -> int:
    return counts.most_common(1)[0][0] if counts else default
