"""What happens to labels and headings (标签与标题的损坏)."""

from __future__ import annotations

import random
import re

from gongkai.samples import label_words
from gongkai.samples.content import Content, Line, Paragraph, PrintedTable, Role, Spot
from gongkai.samples.edits import body_lines, paragraphs, replace, show, tables, texts
from gongkai.samples.layouts import ONE_LINE_LAYOUTS
from gongkai.samples.words import NUMERALS

_NOT_HAN = re.compile("[^\u4e00-\u9fff]+")
_PLAIN = str.maketrans("（），：", "(),:", "“”")
_ORDINAL = re.compile(r"^(\d)[.\uff0e] ?")
_REWORDED = {label.translate(_PLAIN): ways for label, ways in label_words.REWORDED.items()}
# Layouts that do not show where a row ends: there the next label parts its row from the one above.
_OPEN_ROWS = ONE_LINE_LAYOUTS | {"lines", "bars_after", "bars_before"}


def labels_cut(content: Content, rng: random.Random) -> Content:
    """Lose the last character or two of some labels (标签末字缺失); what is left still names one row only."""
    known = [_han(spot.text) for line in body_lines(content) for spot in line.spots if spot.role is Role.LABEL]

    def cut(spot: Spot) -> tuple[str, ...]:
        parts, named, count = spot.parts, spot.role is Role.LABEL, rng.randint(1, 2)
        if rng.random() > (0.35 if named else 0.1) or not parts:
            return parts
        left = parts[-1][:-count]
        stem = _han("".join(parts[:-1]) + left)
        whole = _han("".join(parts))
        if 2 * len(stem) < len(whole) or (named and _names_others(stem, whole, known)):
            return parts
        return (*parts[:-1], left) if left else parts[:-1]

    return texts(content, cut)


def labels_reworded(content: Content, rng: random.Random) -> Content:
    """Write some labels in words of the author's own that mean the same (标签异写)."""

    def reword(spot: Spot) -> tuple[str, ...]:
        plain = _ORDINAL.sub(r"\1.", spot.text.translate(_PLAIN))
        choices = _REWORDED.get(plain, ())
        if not choices or rng.random() > 0.6:
            return spot.parts
        return (rng.choice(choices),)

    return texts(content, reword)


def traditional(content: Content, rng: random.Random) -> Content:
    """Write labels, headings and title in traditional characters (繁体)."""
    prose_too = rng.random() < 0.5

    def words_of(spot: Spot) -> tuple[str, ...]:
        return tuple(part.translate(label_words.TRADITIONAL) for part in spot.parts)

    def of(block: Paragraph) -> Paragraph:
        changes = prose_too or block.role in (Role.HEADING, Role.TITLE)
        return replace(block, text=block.text.translate(label_words.TRADITIONAL)) if changes else block

    return paragraphs(texts(content, words_of), of)


def foreign(content: Content, rng: random.Random) -> Content:
    """Let English words stand inside some labels (标签夹杂外文), as a browser's translation leaves them."""

    def mix(spot: Spot) -> tuple[str, ...]:
        parts = spot.parts
        if not parts or rng.random() > 0.3:
            return parts
        word, last = rng.choice(label_words.FOREIGN), parts[-1]
        at = rng.choice((len(last), rng.randint(min(4, len(last)), len(last))))
        return (*parts[:-1], last[:at] + word + last[at:])

    return texts(content, mix)


def label_missing(content: Content, rng: random.Random) -> Content:
    """Lose the whole label of a row or two; the values stay (标签整体缺失)."""
    lines = body_lines(content)
    chosen = rng.sample(range(len(lines)), rng.randint(1, 2))
    rows = {lines[number].row for number in chosen}
    touched = {key for number in chosen for key in lines[number].keys}
    if content.layout in _OPEN_ROWS:
        touched |= {key for number in chosen if number for key in lines[number - 1].keys}

    def of_line(line: Line) -> Line:
        if line.row not in rows:
            return line
        return replace(line, spots=(replace(line.spots[0], parts=()), *line.spots[1:]))

    def of_table(table: PrintedTable) -> PrintedTable:
        return replace(table, lines=tuple(map(of_line, table.lines)))

    return show(tables(content, of_table), {}, touched)


def headings_inline(content: Content, rng: random.Random) -> Content:
    """Let what follows some headings stand on the same line (标题与正文连排)."""

    def of(block: Paragraph) -> Paragraph:
        joined = block.role is Role.HEADING and rng.random() < 0.7
        return replace(block, runs_on=True) if joined else block

    return paragraphs(content, of)


def headings_damaged(content: Content, rng: random.Random) -> Content:
    """Cut, renumber, reword or lose some of the six headings (标题残缺)."""

    def of(block: Paragraph) -> Paragraph | None:
        if block.role is not Role.HEADING or rng.random() < 0.4:
            return block
        text = rng.choice(_heading_ways)(block.text, rng)
        return replace(block, text=text) if text else None

    return paragraphs(content, of)


def _reworded_end(text: str, _rng: random.Random) -> str:
    return text[:-2] + label_words.HEADING_ENDS.get(text[-2:], text[-2:])


_heading_ways = (
    lambda text, rng: text[: -rng.randint(1, 3)],
    lambda text, _rng: text[2:],
    lambda text, rng: rng.choice(NUMERALS) + text[1:],
    _reworded_end,
    lambda _text, _rng: "",
)


def _han(text: str) -> str:
    return _NOT_HAN.sub("", text)


def _names_others(stem: str, whole: str, known: list[str]) -> bool:
    """Tell whether what is left of a label could be another one as well."""
    return any(other.startswith(stem) for other in known if other != whole)
