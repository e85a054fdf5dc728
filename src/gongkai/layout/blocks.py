"""What stands on a page, whatever it is printed as (版面内容): lines of text and tables, in reading order."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

import msgspec

# Columns of every table are counted in units of which the text's width has so many.
UNITS = 15


class Style(StrEnum):
    """What a line is: it decides its font, size and place.

    title: of the whole; heading: first level (一、); body: running text; right: signature and date; aside: small
    words around the text; addressee: to whom a letter goes (主送机关), not indented.
    """

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    RIGHT = "right"
    ASIDE = "aside"
    ADDRESSEE = "addressee"


class Line(msgspec.Struct, frozen=True):
    """A paragraph. `lead` is how many of its first characters are a heading of the second level (（一）…)."""

    text: str
    style: Style = Style.BODY
    lead: int = 0


class Box(msgspec.Struct, frozen=True, kw_only=True):
    """A cell of a table: its text, and how many columns and rows it covers.

    `value` is the number that the text shows, where it shows one. `note` says what a mark in the text means.
    `scope` is what a label stands over: "col", "colgroup", "row", "rowgroup"; "" for a figure or a remark.
    """

    text: str = ""
    value: int | Decimal | None = None
    note: str = ""
    across: int = 1
    down: int = 1
    scope: str = ""


class Grid(msgspec.Struct, frozen=True, kw_only=True):
    """A table: rows of boxes, as in a web page, each box in the row where it begins.

    `widths` are those of its columns, `UNITS` together. The first `head_rows` are printed again where a page's end
    cuts the table. `label` is what the table is called by those who cannot see it. A `form` is filled in by hand:
    its type is large, and its rows are high: `lines` says how many lines of text each has room for, if not for one.
    """

    rows: tuple[tuple[Box, ...], ...]
    widths: tuple[int, ...]
    head_rows: int = 0
    label: str = ""
    form: bool = False
    lines: tuple[int, ...] = ()


class Letterhead(msgspec.Struct, frozen=True):
    """What stands above a letter (信函格式): the organ's name in red, and the letter's number (发文字号)."""

    organ: str
    number: str = ""


class Manuscript(msgspec.Struct, frozen=True, kw_only=True):
    """A text to be printed: its blocks, its title, and keywords that the file bears where nobody sees them.

    One with a letterhead is a letter, signed under a seal.
    """

    title: str
    blocks: tuple[Line | Grid, ...]
    keywords: tuple[str, ...] = ()
    letterhead: Letterhead | None = None
