"""The layouts of scraped text (文本版式): what stands between cells, at rows' ends, and in place of spans."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Literal

import msgspec

from gongkai.samples.content import Content, Paragraph, PrintedTable, Role, Spot
from gongkai.samples.grid import Row, rows
from gongkai.samples.ink import Ink, Rendered


class TextStyle(msgspec.Struct, frozen=True, kw_only=True):
    """How a text layout sets tables.

    `pad` says where the columns a span covers show as empty cells: nowhere, at the row's end, or in place.
    `stray` is how often a blank strays between two cells that `between` leaves glued.
    """

    opening: str = ""
    between: str
    closing: str
    part: str = ""
    paragraph: str = "\n"
    pad: Literal["none", "end", "place"] = "none"
    pad_sign: str = "|"
    rule: bool = False
    stray: float = 0.0
    widen: float = 0.0
    glued: bool = False


Layout = Callable[[Content, random.Random], Rendered]


def lines(content: Content, rng: random.Random) -> Rendered:
    """Print one cell a line, mostly with an empty line after each."""
    end = rng.choice(("\n\n", "\n\n", "\n"))
    part = rng.choice((end, " ", ""))
    return _print(content, TextStyle(between=end, closing=end, part=part, paragraph=end), rng)


def bars_between(content: Content, rng: random.Random) -> Rendered:
    """Print rows of cells with bars between them and empty cells at the end for what spans cover."""
    bar = rng.choice((" | ", " | ", "|"))
    pad: Literal["none", "end"] = rng.choice(("end", "end", "none"))
    return _print(content, TextStyle(between=bar, closing="\n", part=" ", pad=pad), rng)


def bars_after(content: Content, rng: random.Random) -> Rendered:
    """Print one cell a line, each closed by a bar; the row's last one also by a bar for each empty cell."""
    pad: Literal["none", "end"] = rng.choice(("end", "none"))
    return _print(content, TextStyle(between=" |\n", closing=" |\n", part=" ", pad=pad), rng)


def bars_before(content: Content, rng: random.Random) -> Rendered:
    """Print cells that each begin with a bar, a row or a cell a line."""
    bar = rng.choice(("|", "| "))
    between = rng.choice((f"\n{bar}", f" {bar}"))
    return _print(content, TextStyle(opening=bar, between=between, closing="\n", part=" "), rng)


def bars_leading_padding(content: Content, rng: random.Random) -> Rendered:
    """Print rows with bars where the columns a span covers are empty cells straight after its label."""
    bar = rng.choice((" | ", "|"))
    return _print(content, TextStyle(between=bar, closing="\n", part=" ", pad="place"), rng)


def markdown(content: Content, rng: random.Random) -> Rendered:
    """Print Markdown tables: bars around all cells, a rule under the first row."""
    style = TextStyle(opening="| ", between=" | ", closing=" |\n", part=" ", pad="place", rule=True)
    return _print(content, style, rng)


def tabs(content: Content, rng: random.Random) -> Rendered:
    """Print rows of cells with tabs between them."""
    pad: Literal["none", "place"] = rng.choice(("none", "place"))
    return _print(content, TextStyle(between="\t", closing="\n", part=rng.choice(("", " ")), pad=pad), rng)


def spaces(content: Content, rng: random.Random) -> Rendered:
    """Print rows of cells with blanks between them."""
    blanks, widen = rng.choice((" ", "  ")), rng.choice((0.0, 0.3))
    return _print(content, TextStyle(between=blanks, closing="\n", part=" ", widen=widen), rng)


def one_line_glued(content: Content, rng: random.Random) -> Rendered:
    """Print the whole report on one line with nothing between cells."""
    return _print(content, TextStyle(between="", closing="", paragraph="", glued=True), rng)


def one_line_spaced(content: Content, rng: random.Random) -> Rendered:
    """Print the whole report on one line with a blank between cells."""
    part = rng.choice(("", " "))
    return _print(content, TextStyle(between=" ", closing=" ", part=part, paragraph=" "), rng)


def one_line_mixed(content: Content, rng: random.Random) -> Rendered:
    """Print the whole report on one line, most cells glued, with blanks strayed between some."""
    stray = rng.choice((0.1, 0.3, 0.6))
    return _print(content, TextStyle(between="", closing="", paragraph="", stray=stray, glued=True), rng)


def _print(content: Content, style: TextStyle, rng: random.Random) -> Rendered:
    ink = Ink()
    for block in content.blocks:
        if isinstance(block, Paragraph):
            _paragraph(ink, block, style, rng)
        else:
            _table(ink, block, content, style, rng)
    return ink.dry(content, glued=style.glued)


def _paragraph(ink: Ink, block: Paragraph, style: TextStyle, rng: random.Random) -> None:
    ink.put(block.text, block.role)
    if block.role is Role.META:
        ink.gap("\n")
    elif not block.runs_on:
        ink.gap(style.paragraph or " " * (rng.random() < style.stray))


def _table(ink: Ink, table: PrintedTable, content: Content, style: TextStyle, rng: random.Random) -> None:
    for number, row in enumerate(rows(table)):
        if row.is_furniture:
            ink.put(row.spots[0].text, Role.FURNITURE)
            ink.gap(style.paragraph)
            continue
        _row(ink, row, table.width, content, style, rng)
        if style.rule and (number == 0 or row.breaks):
            ink.gap("|" + "---|" * table.width + "\n")


def _row(ink: Ink, row: Row, width: int, content: Content, style: TextStyle, rng: random.Random) -> None:
    ink.gap(style.opening)
    started = False
    for spot in _padded(row, style):
        if spot.key is not None and content.shown[spot.key].dropped:
            continue
        if started:
            ink.gap(_between(style, rng))
        started = True
        _spot(ink, spot, row, content, style)
    ink.gap(_closing(row, width, style, rng))


def _spot(ink: Ink, spot: Spot, row: Row, content: Content, style: TextStyle) -> None:
    text = style.part.join(spot.parts) if spot.key is None else content.shown[spot.key].text
    ink.put(text, spot.role, spot.key, row.row)


_EMPTY = Spot(Role.BANNER)


def _padded(row: Row, style: TextStyle) -> tuple[Spot, ...]:
    """Return the spots with empty ones in place of what spans cover, where the layout shows these."""
    if style.pad != "place":
        return row.spots
    return tuple(spot or _EMPTY for spot in row.columns)


def _between(style: TextStyle, rng: random.Random) -> str:
    text = style.between
    if style.stray and rng.random() < style.stray:
        text = " "
    if style.widen and rng.random() < style.widen:
        text += " " * rng.randint(1, 3)
    return text


def _closing(row: Row, width: int, style: TextStyle, rng: random.Random) -> str:
    missing = width - len(row.spots)
    if style.pad == "end" and missing > 0:
        return f" | {style.pad_sign * missing}\n"
    return _between(style, rng) if style.stray else style.closing


TEXT_LAYOUTS: dict[str, Layout] = {
    layout.__name__: layout
    for layout in (
        lines,
        bars_between,
        bars_after,
        bars_before,
        bars_leading_padding,
        markdown,
        tabs,
        spaces,
        one_line_glued,
        one_line_spaced,
        one_line_mixed,
    )
}
