"""The layouts of web pages (网页版式): how a page sets tables, and what stands around the article."""

from __future__ import annotations

import random
from collections.abc import Callable
from html import escape
from typing import TypedDict

import msgspec

from gongkai.samples import page_words, pages, words
from gongkai.samples.content import Content, Paragraph, PrintedTable, Role, Spot
from gongkai.samples.grid import Row, rows
from gongkai.samples.ink import Ink, Rendered


class PageStyle(msgspec.Struct, frozen=True, kw_only=True):
    """How a page writes its cells. `word`: with the remnants of a word processor; `loose`: against the rules.

    `cut`: each page of paper is a table of its own; `boxes`: there are no tables at all.
    """

    word: bool = False
    loose: bool = False
    cut: bool = False
    boxes: bool = False
    newlines: str = ""
    blank: str = "&nbsp;"


class _Common(TypedDict):
    newlines: str
    blank: str


Layout = Callable[[Content, random.Random], Rendered]


def html_spans(content: Content, rng: random.Random) -> Rendered:
    """Print a full page with menus and furniture, and tables with rowspan and colspan."""
    return _print(content, PageStyle(**_common(rng)), rng)


def html_paragraphs(content: Content, rng: random.Random) -> Rendered:
    """Print a page pasted from a word processor: paragraphs inside cells, its styles and comments."""
    return _print(content, PageStyle(word=True, **_common(rng)), rng)


def html_malformed(content: Content, rng: random.Random) -> Rendered:
    """Print a page against the rules: spans such as "7;", attributes without quotes, cells never closed."""
    return _print(content, PageStyle(loose=True, **_common(rng)), rng)


def html_cut(content: Content, rng: random.Random) -> Rendered:
    """Print a page where a table is cut into several, some with their head again."""
    return _print(content, PageStyle(cut=True, **_common(rng)), rng)


def html_divs(content: Content, rng: random.Random) -> Rendered:
    """Print a page without any table: cells are boxes in lines."""
    return _print(content, PageStyle(boxes=True, **_common(rng)), rng)


def _common(rng: random.Random) -> _Common:
    return {"newlines": rng.choice(("", "\n", "\r\n\t")), "blank": rng.choice(("&nbsp;", "", " ", "\u3000"))}


def _print(content: Content, style: PageStyle, rng: random.Random) -> Rendered:
    """Print the article, and in most cases the page around it."""
    encoding, declared = rng.choice(page_words.CHARSETS)
    ink = Ink()
    fragment = rng.random() < 0.15
    if not fragment:
        _top(ink, content, declared, rng)
    _Article(ink, content, style, rng).print()
    if not fragment:
        _end(ink, content)
    return ink.dry(content, suffix="html", encoding=encoding)


def _top(ink: Ink, content: Content, declared: str | None, rng: random.Random) -> None:
    charset = ""
    if declared:
        old = rng.random() < 0.5
        charset = (
            f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
            if old
            else f'<meta charset="{declared}">'
        )
    menu = "".join(f'<li><a href="#{number}">{name}</a></li>' for number, name in enumerate(words.MENU))
    title = f"<title>{escape(content.organ)} - www</title>"
    ink.gap(
        f"<!DOCTYPE html>\n<html><head>{charset}{page_words.KEYWORDS}{title}"
        f'{page_words.STYLE}{page_words.SCRIPT}</head>\n<body><div class="nav"><ul>{menu}</ul></div>\n'
        f'<div class="article">\n'
    )


def _end(ink: Ink, content: Content) -> None:
    copyright_line = words.COPYRIGHT.format(organ=escape(content.organ))
    ink.gap(f'</div>\n<div class="foot"><p>{copyright_line}</p></div></body></html>\n')


class _Article:
    """Prints the report itself: headings, paragraphs, tables."""

    def __init__(self, ink: Ink, content: Content, style: PageStyle, rng: random.Random) -> None:
        self.ink, self.content, self.style, self.rng = ink, content, style, rng
        self.open = False

    def print(self) -> None:
        """Print every block in order."""
        for block in self.content.blocks:
            if isinstance(block, Paragraph):
                self._paragraph(block)
            else:
                self._close()
                self._table(pages.cut_somewhere(block, self.rng) if self.style.cut else block)
        self._close()

    def _close(self) -> None:
        if self.open:
            self.ink.gap("</p>\n")
            self.open = False

    def _paragraph(self, block: Paragraph) -> None:
        if not self.open:
            word = self.style.word
            self.ink.gap(self.rng.choice(page_words.WORD_PARAGRAPHS) if word else "<p>")
            self.open = True
        text, listed = escape(block.text, quote=False), self.style.word and block.role is Role.HEADING
        if listed and text[1:2] == "、" and self.rng.random() < 0.5:
            self.ink.put(f"{page_words.LIST_START}{text[:2]}{page_words.LIST_END}{text[2:]}", block.role)
        else:
            self.ink.put(text, block.role)
        if not block.runs_on:
            self._close()

    def _table(self, table: PrintedTable) -> None:
        if self.style.boxes:
            self._boxes(table)
            return
        opening = '<table border="1" cellspacing="0"><tbody>' + self.style.newlines
        closing = "</tbody></table>\n"
        self.ink.gap(opening)
        for number, row in enumerate(rows(table, cut=True)):
            if row.is_furniture:
                self.ink.gap(closing + "<p>")
                self.ink.put(escape(row.spots[0].text), Role.FURNITURE)
                self.ink.gap("</p>" + opening)
                continue
            if row.breaks and number:
                self.ink.gap(closing + opening)
            self._row(row)
        self.ink.gap(closing)

    def _row(self, row: Row) -> None:
        self.ink.gap("<tr>" + self.style.newlines)
        for spot in row.spots:
            self._cell(spot, row)
        self.ink.gap(("" if self.style.loose and self.rng.random() < 0.5 else "</tr>") + self.style.newlines)

    def _cell(self, spot: Spot, row: Row) -> None:
        self.ink.gap(f"<td{self._attributes(spot)}>")
        if self.style.word:
            self._word_cell(spot, row)
        else:
            wrap = self.rng.random() < 0.2
            self.ink.gap("<p>" if wrap else "")
            self._put(spot, row, "<br />" if wrap else "<br>")
            self.ink.gap("</p>" if wrap else "")
        closed = not self.style.loose or self.rng.random() < 0.6
        self.ink.gap(("</td>" if closed else "") + self.style.newlines)

    def _word_cell(self, spot: Spot, row: Row) -> None:
        paragraph, span = self.rng.choice(page_words.WORD_PARAGRAPHS), self.rng.choice(page_words.WORD_SPANS)
        between = self.rng.choice(("<br>", f"</span></p>{paragraph}{span}"))
        self.ink.gap(paragraph + span)
        self._put(spot, row, between)
        self.ink.gap(f"</span>{self.rng.choice(page_words.WORD_ENDS)}</p>")

    def _put(self, spot: Spot, row: Row, between: str) -> None:
        if spot.key is None:
            text = between.join(escape(part, quote=False) for part in spot.parts)
        else:
            text = self._value(escape(self.content.shown[spot.key].text))
        self.ink.put(text, spot.role, spot.key, row.row)

    def _value(self, text: str) -> str:
        """Return a value as it stands in its cell; word processors may part its first digit from the rest."""
        parted = self.style.word and self.rng.random() < 0.03
        if parted and text[:2].isdecimal():
            return f"{text[:1]}</span><span>{text[1:]}"
        return text or self.style.blank

    def _attributes(self, spot: Spot) -> str:
        spans = (("colspan", spot.across), ("rowspan", spot.down))
        if self.style.loose:
            how = self.rng.choice(page_words.LOOSE_SPANS)
            reach = "".join(f" {name}={how.format(count)}" for name, count in spans if count > 1)
            return reach + self.rng.choice(page_words.LOOSE_STYLES)
        reach = "".join(f' {name}="{count}"' for name, count in spans if count > 1)
        styles = page_words.WORD_CELL if self.style.word else page_words.CELL_STYLES
        return self.rng.choice(styles) + reach

    def _boxes(self, table: PrintedTable) -> None:
        row_start, row_end = self.rng.choice(page_words.BOX_ROWS)
        start, end = self.rng.choice(page_words.BOX_CELLS)
        if row_start == "<p>":
            start, end = "<span>", "</span>"
        for row in rows(table):
            self.ink.gap(row_start)
            for number, spot in enumerate(row.spots):
                self.ink.gap((self.style.newlines or " ") * (number > 0) + start)
                self._put(spot, row, "<br>")
                self.ink.gap(end)
            self.ink.gap(row_end + "\n")


PAGE_LAYOUTS: dict[str, Layout] = {
    layout.__name__: layout for layout in (html_spans, html_paragraphs, html_malformed, html_cut, html_divs)
}
