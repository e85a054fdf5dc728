"""The layouts of Word documents (Word 版式): how an author's program writes paragraphs and tables."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from html import escape

import msgspec

from gongkai.samples import pages, word_words
from gongkai.samples.content import Content, Paragraph, PrintedTable, Role, Spot
from gongkai.samples.grid import Row, rows
from gongkai.samples.ink import Ink, Rendered

Layout = Callable[[Content, random.Random], Rendered]


class WordStyle(msgspec.Struct, frozen=True, kw_only=True):
    """How a document is written. `runs`: text is cut into runs and wrapped; `reviewed`: with tracked changes.

    `cut`: tables end with the page and begin again on the next; `boxed`: the title stands in a text box.
    """

    runs: bool = False
    reviewed: bool = False
    cut: bool = False
    boxed: bool = False


def docx_plain(content: Content, rng: random.Random) -> Rendered:
    """Print a document as a word processor saves it: tables with merged cells."""
    return _print(content, WordStyle(), rng)


def docx_runs(content: Content, rng: random.Random) -> Rendered:
    """Print a document whose text is cut into runs, with controls, bookmarks and marks of the spelling checker."""
    return _print(content, WordStyle(runs=True, boxed=rng.random() < 0.5), rng)


def docx_reviewed(content: Content, rng: random.Random) -> Rendered:
    """Print a document with tracked changes, comments, notes and hidden text."""
    return _print(content, WordStyle(reviewed=True), rng)


def docx_cut(content: Content, rng: random.Random) -> Rendered:
    """Print a document whose tables are cut by pages, some with their head again."""
    return _print(content, WordStyle(cut=True, boxed=rng.random() < 0.3), rng)


def _print(content: Content, style: WordStyle, rng: random.Random) -> Rendered:
    ink = Ink()
    ink.gap(word_words.START)
    document = _Document(ink, content, style, rng)
    for block in content.blocks:
        if isinstance(block, Paragraph):
            document.paragraph(block)
        else:
            document.table(pages.cut_somewhere(block, rng) if style.cut else block)
    document.close()
    ink.gap(word_words.END)
    return ink.dry(content, suffix="docx")


class _Document:
    """Prints the blocks of a report as the elements of a document."""

    def __init__(self, ink: Ink, content: Content, style: WordStyle, rng: random.Random) -> None:
        self.ink, self.content, self.style, self.rng = ink, content, style, rng
        self.open = False

    def paragraph(self, block: Paragraph) -> None:
        if not self.open:
            boxed = self.style.boxed and block.role is Role.TITLE
            self.ink.gap(word_words.BOX_START if boxed else word_words.PARAGRAPH)
            self.open = True
            self._run(block.text, block.role)
            if boxed:
                self.ink.gap(word_words.BOX_END)
                self.open = False
                return
        else:
            self._run(block.text, block.role)
        if not block.runs_on:
            self.close()

    def close(self) -> None:
        """End the open paragraph."""
        if self.open:
            self.ink.gap("</w:p>")
            self.open = False

    def table(self, table: PrintedTable) -> None:
        self.close()
        self.ink.gap(word_words.TABLE)
        reach: dict[int, tuple[int, int]] = {}
        for number, row in enumerate(rows(table, cut=True)):
            if row.is_furniture or (row.breaks and number):
                self.ink.gap("</w:tbl><w:p>")
                if row.is_furniture:
                    self._run(row.spots[0].text, Role.FURNITURE)
                self.ink.gap("</w:p>" + word_words.TABLE)
                reach = {}
            if not row.is_furniture:
                self._row(row, table.width, reach)
        self.ink.gap("</w:tbl>")

    def _row(self, row: Row, width: int, reach: dict[int, tuple[int, int]]) -> None:
        """Print a row; `reach` tells how many rows the cell above a column still covers, and how wide it is."""
        self.ink.gap("<w:tr>")
        for spot, column, across in _merged(row, width, reach):
            if spot is None:
                self.ink.gap(f"<w:tc>{_properties(across, '<w:vMerge/>')}<w:p/></w:tc>")
                continue
            merge = '<w:vMerge w:val="restart"/>' if spot.down > 1 else ""
            self.ink.gap(f"<w:tc>{_properties(across, merge)}")
            self._cell(spot, row)
            self.ink.gap("</w:tc>")
            if spot.down > 1:
                reach[column] = (spot.down - 1, across)
        self.ink.gap("</w:tr>")
        if self.style.reviewed and row.row and self.rng.random() < 0.05:
            self.ink.gap(word_words.DELETED_ROW)

    def _cell(self, spot: Spot, row: Row) -> None:
        parts = spot.parts if spot.key is None else (self.content.shown[spot.key].text,)
        for number, part in enumerate(parts or ("",)):
            self.ink.gap("</w:p>" if number else "")
            self.ink.gap(word_words.PARAGRAPH)
            if number == 0:
                self._mark()
            self._run(part, spot.role, spot, row)
        if self.style.reviewed and spot.key and self.rng.random() < 0.05:
            self.ink.gap(self.rng.choice(word_words.NOTES))
        self.ink.gap("</w:p>")

    def _mark(self) -> None:
        """Print what an earlier draft said here, now deleted or hidden."""
        if self.style.reviewed and self.rng.random() < 0.1:
            self.ink.gap(self.rng.choice(word_words.DELETIONS).format(number=self.rng.randint(0, 99)))

    def _run(self, text: str, role: Role, spot: Spot | None = None, row: Row | None = None) -> None:
        start, end = word_words.RUN, "</w:t></w:r>"
        if self.style.reviewed and self.rng.random() < 0.2:
            start, end = word_words.INSERTED + start, end + "</w:ins>"
        shown = escape(text, quote=False)
        if self.style.runs and text and self.rng.random() < 0.3:
            wrap, wrap_end = self.rng.choice(word_words.WRAPS)
            between = self.rng.choice(word_words.BETWEEN_RUNS)
            start, end = wrap + start, end + wrap_end
            at = self.rng.randrange(len(text))
            shown = (
                escape(text[:at], quote=False)
                + f"</w:t></w:r>{between}{word_words.RUN}"
                + escape(text[at:], quote=False)
            )
        self.ink.gap(start)
        self.ink.put(shown, role, spot.key if spot else None, row.row if row else None)
        self.ink.gap(end)


def _merged(row: Row, width: int, reach: dict[int, tuple[int, int]]) -> Iterator[tuple[Spot | None, int, int]]:
    """Yield a row's cells with column and width; None where one from above goes on."""
    spots = iter(row.spots)
    column = 0
    while column < width:
        left, across = reach.get(column, (0, 0))
        if left:
            reach[column] = (left - 1, across)
            yield None, column, across
        else:
            spot = next(spots, None)
            if spot is None:
                return
            across = spot.across
            yield spot, column, across
        column += across


def _properties(across: int, merge: str) -> str:
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    return f'<w:tcPr><w:tcW w:w="900" w:type="dxa"/>{span}{merge}</w:tcPr>'


WORD_LAYOUTS: dict[str, Layout] = {
    layout.__name__: layout for layout in (docx_plain, docx_runs, docx_reviewed, docx_cut)
}
