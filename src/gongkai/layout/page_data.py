"""Manuscript → what the template of the PDF is told (排版数据): every line and box with its style, no mark-up."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from gongkai.layout import page, words
from gongkai.layout.blocks import UNITS, Box, Grid, Line, Manuscript, Style
from gongkai.layout.fonts import Role
from gongkai.layout.setting import ems, is_list, table_size, title_lines

# What an undated manuscript is dated: a file says when it was made, and must be the same tomorrow.
_UNDATED = dt.date(1980, 1, 1)
_LEVELS = {"title": 1, "heading": 2, "subheading": 3}
# In lines: what says more above a table may stand on the page before.
_LONGEST_NOTE = 3
# It comes with the program that sets the pages, and has no Chinese.
_ALWAYS_THERE = "Libertinus Serif"
_HAN = re.compile("[\u3400-\u9fff]")
_UNBREAKABLE = re.compile(r"[!-~～≥]+")
# Control characters that are blanks, and signs that are not seen but turn or bind the words around them.
_BLANK, _UNSEEN = (
    re.compile("[\x0b\x0c\x1c-\x1f\x85]"),
    re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"),
)
# The template's names of the page's measures.
_PAGE = {name.lower(): value for name, value in vars(page).items() if name.isupper()}


def page_data(manuscript: Manuscript, families: Mapping[Role, list[str]]) -> dict[str, Any]:
    """Return all that the template is told."""
    date = _signed_on(manuscript)
    return {
        "title": _shown(manuscript.title),
        "keywords": [_shown(word) for word in manuscript.keywords],
        "date": (date.year, date.month, date.day),
        "fonts": {role: installed or [_ALWAYS_THERE] for role, installed in families.items()},
        "page": _PAGE,
        "blocks": list(_blocks(manuscript)),
    }


def _blocks(manuscript: Manuscript) -> Iterator[dict[str, Any]]:
    open_levels: list[int] = []
    blocks: list[Line | Grid | None] = [None, *manuscript.blocks, None]
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if isinstance(block, Grid) and block.rows:
            yield {"kind": "grid", "below": 1 + _lines_above(before), **_grid(block)}
        elif isinstance(block, Line):
            line = _line(_seen(block)) | {
                "first": not _is(before, block.style),
                "last": not _is(after, block.style),
            }
            if line["kind"] in _LEVELS:
                rank = _LEVELS[line["kind"]]
                # No level may be skipped: what stands under nothing is of the first.
                open_levels = [*(one for one in open_levels if one < rank), rank]
                line["level"] = len(open_levels)
            line["sticky"] = isinstance(after, Grid) and _lines_above(block) > 0
            yield line


def _lines_above(block: Line | Grid | None) -> int:
    """Return how many lines a note takes that stays with the table below it; 0 for anything else."""
    if not isinstance(block, Line) or block.style not in {Style.BODY, Style.ASIDE}:
        return 0
    lines = math.ceil((page.INDENT + ems(block.text)) / page.CHARACTERS)
    return lines if lines <= _LONGEST_NOTE else 0


def _is(block: Line | Grid | None, style: Style) -> bool:
    return isinstance(block, Line) and block.style is style


def _seen(line: Line) -> Line:
    """Return a line without what no page shows."""
    lead = len(_shown(line.text[: line.lead]))
    return Line(_shown(line.text), line.style, lead)


def _shown(text: str) -> str:
    return _UNSEEN.sub("", _BLANK.sub(" ", text))


def _line(line: Line) -> dict[str, Any]:
    """Return a line as the template knows it."""
    if not line.text.strip():
        return {"kind": "blank"}
    match line.style:
        case Style.TITLE:
            return {"kind": "title", "parts": title_lines(line.text)}
        case Style.HEADING:
            return {"kind": "heading", "parts": [line.text]}
        case Style.BODY if line.lead >= len(line.text):
            return {"kind": "subheading", "parts": [line.text]}
        case Style.RIGHT if ems(line.text) <= page.CHARACTERS - page.DATE_INDENT:
            dated = words.DATE.fullmatch(line.text)
            return {
                "kind": "right",
                "text": line.text,
                "indent": page.DATE_INDENT if dated else page.SIGNATURE_INDENT,
            }
        case Style.ASIDE:
            return {"kind": "aside", "text": line.text}
    return {"kind": "body", "lead": line.text[: line.lead], "text": line.text[line.lead :]}


def _signed_on(manuscript: Manuscript) -> dt.date:
    """Return the day a manuscript is signed."""
    for block in reversed(manuscript.blocks):
        if isinstance(block, Line) and (found := words.DATE.fullmatch(block.text)):
            try:
                return dt.date(*map(int, found.groups()))
            except ValueError:
                return _UNDATED
    return _UNDATED


def _grid(grid: Grid) -> dict[str, Any]:
    size, listed = table_size(grid), is_list(grid)
    cells = [_cell(grid, box, column, row, size, listed=listed) for box, column, row in _placed(grid)]
    return {"cells": cells, "widths": grid.widths, "units": UNITS, "size": size, "head_rows": grid.head_rows}


def _placed(grid: Grid) -> Iterator[tuple[Box, int, int]]:
    """Yield the boxes of a table with the column and the row in which each begins."""
    taken: set[tuple[int, int]] = set()
    for row, boxes in enumerate(grid.rows):
        column = 0
        for box in boxes:
            while (column, row) in taken:
                column += 1
            yield box, column, row
            taken |= {(column + x, row + y) for x in range(box.across) for y in range(box.down)}
            column += box.across


def _cell(grid: Grid, box: Box, column: int, row: int, size: float, *, listed: bool) -> dict[str, Any]:
    """Return a box as the template knows it; the labels of a list stand left, all else in the middle."""
    units = sum(grid.widths[column : column + box.across])
    text = _shown(box.text)
    if box.scope == "rowgroup" and ems(text) * size > units * page.TEXT_WIDTH * page.POINTS / UNITS:
        text = words.GROUP_ORDINAL.sub(r"\g<0>\n", text)
    return {
        "text": text,
        "x": column,
        "y": row,
        "across": min(box.across, len(grid.widths) - column),
        "down": box.down,
        "left": listed and box.scope == "row",
        "whole": not box.scope and not _HAN.search(text),
        "longest": "" if box.scope else max(_UNBREAKABLE.findall(text), key=len, default=""),
        "units": units,
    }
