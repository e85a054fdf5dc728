"""Manuscript → what the template of the PDF is told (排版数据): every line and box with its style, no mark-up."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from gongkai.layout import page, words
from gongkai.layout.blocks import UNITS, Box, Grid, Letterhead, Line, Manuscript, Style
from gongkai.layout.characters import on_paper
from gongkai.layout.fonts import Role
from gongkai.layout.letter import Sealed, as_set, organ_name
from gongkai.layout.setting import ems, in_box, least_height, padding, stands_left, table_size, title_lines

# What an undated manuscript is dated: a file says when it was made, and must be the same tomorrow.
_UNDATED = dt.date(1980, 1, 1)
_LEVELS = {"title": 1, "heading": 2, "subheading": 3}
# In lines: what says more above a table may stand on the page before.
_LONGEST_NOTE = 3
# It comes with the program that sets the pages, and has no Chinese.
_ALWAYS_THERE = "Libertinus Serif"
_HAN = re.compile("[\u3400-\u9fff]")
_UNBREAKABLE = re.compile(r"[!-~～≥]+")
# The template's names of the page's measures.
_PAGE = {name.lower(): value for name, value in vars(page).items() if name.isupper()}


def page_data(manuscript: Manuscript, families: Mapping[Role, list[str]]) -> dict[str, Any]:
    """Return all that the template is told."""
    date = _signed_on(manuscript)
    return {
        "title": on_paper(manuscript.title),
        "keywords": [on_paper(word) for word in manuscript.keywords],
        "date": (date.year, date.month, date.day),
        "fonts": {role: installed or [_ALWAYS_THERE] for role, installed in families.items()},
        "page": _PAGE,
        "letterhead": _letterhead(manuscript.letterhead),
        "blocks": list(_blocks(manuscript)),
    }


def _letterhead(letterhead: Letterhead | None) -> dict[str, Any] | None:
    if letterhead is None:
        return None
    name = organ_name(on_paper(letterhead.organ))
    return {
        "lines": name.lines,
        "size": name.size,
        "pitch": name.pitch,
        "red_line": name.red_line,
        "number": on_paper(letterhead.number).strip(),
    }


def _blocks(manuscript: Manuscript) -> Iterator[dict[str, Any]]:
    open_levels: list[int] = []
    blocks: list[Line | Grid | Sealed | None] = [None, *as_set(manuscript), None]
    first_grid = next((block for block in blocks if isinstance(block, Grid)), None)
    for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if isinstance(block, Grid) and block.rows:
            below_title = block.form and block is first_grid
            yield {"kind": "grid", "below": 1 + _lines_above(before), "below-title": below_title, **_grid(block)}
        elif isinstance(block, Sealed):
            lines = [on_paper(text) for text in (*block.lines, block.date)]
            yield {"kind": "sealed", "lines": lines, "held": _holds(before), "sticky": isinstance(after, Line)}
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
            if isinstance(after, Sealed) and _holds(block):
                line["below"], line["sticky"] = page.SEAL_LINES + len(after.lines) + 1, True
            yield line


def _holds(block: Line | Grid | Sealed | None) -> bool:
    """Say whether a signature stays with the last line of what is above it: a paragraph of the text."""
    return isinstance(block, Line) and _line(_seen(block))["kind"] == "body"


def _lines_above(block: Line | Grid | Sealed | None) -> int:
    """Return how many lines a note takes that stays with the table below it; 0 for anything else."""
    if not isinstance(block, Line) or block.style not in {Style.BODY, Style.ASIDE}:
        return 0
    lines = math.ceil((page.INDENT + ems(block.text)) / page.CHARACTERS)
    return lines if lines <= _LONGEST_NOTE else 0


def _is(block: Line | Grid | Sealed | None, style: Style) -> bool:
    return isinstance(block, Line) and block.style is style


def _seen(line: Line) -> Line:
    """Return a line without what no page shows."""
    lead = len(on_paper(line.text[: line.lead]))
    return Line(on_paper(line.text), line.style, lead)


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
    flush = line.style is Style.ADDRESSEE
    return {"kind": "body", "flush": flush, "lead": line.text[: line.lead], "text": line.text[line.lead :]}


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
    size = table_size(grid)
    return {
        "cells": [_cell(grid, box, column, row, size) for box, column, row in _placed(grid)],
        "widths": grid.widths,
        "units": UNITS,
        "size": size,
        "head_rows": grid.head_rows,
        "form": grid.form,
        "padding": padding(grid),
    }


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


def _cell(grid: Grid, box: Box, column: int, row: int, size: float) -> dict[str, Any]:
    """Return a box as the template knows it."""
    units = sum(grid.widths[column : column + box.across])
    text = on_paper(box.text)
    text = in_box(box.scope, text, is_wide=ems(text) * size > units * page.TEXT_WIDTH * page.POINTS / UNITS)
    return {
        "text": text,
        "x": column,
        "y": row,
        "across": min(box.across, len(grid.widths) - column),
        "down": box.down,
        "left": stands_left(grid, box.scope),
        "least": least_height(grid, row) if box.down == 1 else 0,
        "whole": not (box.scope or grid.form) and not _HAN.search(text),
        "longest": "" if box.scope or grid.form else max(_UNBREAKABLE.findall(text), key=len, default=""),
        "units": units,
    }
