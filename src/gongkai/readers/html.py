"""Web page → Document (网页). Parsing is lexbor's; here the page becomes lines and grids in reading order."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gongkai.errors import InputTooLarge
from gongkai.readers import reasons
from gongkai.readers.document import Document, Grid, GridCell, Line
from gongkai.readers.limits import MAX_COLUMNS, MAX_DEPTH, MAX_SPAN, MAX_TABLE_CELLS
from gongkai.readers.text import INVISIBLE

_SKIPPED = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "select",
        "button",
        "svg",
        "iframe",
        "object",
        "nav",
        "head",
        "footer",
        "-comment",
    )
)
_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "big", "cite", "code", "del", "em", "font", "i", "img", "input", "ins", "kbd"),
        *("label", "mark", "o:p", "q", "s", "small", "span", "strong", "sub", "sup", "tt", "u"),
        *("st1:chsdate", "st1:chmetcnv"),
    )
)
# Elements whose content is no text of the page, so that one left open swallows the rest of it.
_SWALLOWING = ("title", "textarea", "style", "script", "noscript", "iframe", "select", "button", "nav", "template")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_NESTING = re.compile(
    r"<(/?)(?:div|span|table|font|b|i|u|em|strong|section|article|center|blockquote|ul|ol|dl|a|form|nav|pre|main"
    r"|header|footer|aside|fieldset|figure|big|small|tt|code|s|strike|label|button|select|object|svg|math)\b",
    re.IGNORECASE,
)
# What stands in a cell but is no part of its figure: references to notes, what an editor struck out, programs.
_IN_CELLS = ("sup", "del", "s", "strike", "script", "style")
_STRIKING = re.compile(rf"<(?:{'|'.join(_IN_CELLS)})\b", re.IGNORECASE)
_STRUCK = ", ".join(f"{cell} {tag}" for cell in ("td", "th") for tag in _IN_CELLS)
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|text-decoration[^;\"']{0,40}line-through",
    re.IGNORECASE,
)
_HIDDEN_ATTRIBUTE = re.compile(r"<\w+\b[^<>]*\shidden\b", re.IGNORECASE)
# References to the control characters that part cells on the tape.
_UNSEEN_REFERENCE = re.compile(
    "&(?:#8203|#x200b|#820[4-7]|#8288|#65279|#xfeff|zwnj|zwj|lrm|rlm|shy);?", re.IGNORECASE
)
_CONTROL_REFERENCE = re.compile("&#(?:2[89]|3[01]|x1[c-f]);?", re.IGNORECASE)
# A text this long can be two figures that paragraphs part; most cells hold one digit.
_LEAST_JOINED = 2
_LEAST_ROWS = 2
_LEAST_CELLS = 4
_SPANNED = "td[colspan], td[rowspan], th[colspan], th[rowspan]"
_DIGITS = re.compile(r"\d+")
_BETWEEN = "\x1d"


def read_page(html: str) -> Document:
    """Return the document of a web page: every visible line and table, menus included."""
    if _INVISIBLE.search(html):
        html = html.translate(INVISIBLE)
    if "&" in html:
        html = _UNSEEN_REFERENCE.sub("", _CONTROL_REFERENCE.sub(" ", html))
    _check_depth(html)
    document = _document(html)
    if _HIDING.search(html) or _HIDDEN_ATTRIBUTE.search(html):
        shown = _document(html, with_hidden=False)
        document = shown if _has_grids(shown) else document
    if not _has_grids(document):
        whole = _without_unclosed(html)
        return document if whole == html else _document(whole)
    return document


def _check_depth(html: str) -> None:
    """Raise InputTooLarge where elements nest so deep that parsing would not end in time."""
    if html.count("<") <= MAX_DEPTH:
        return
    depth = 0
    for match in _NESTING.finditer(html):
        depth += -1 if match[1] else 1
        if depth > MAX_DEPTH:
            raise InputTooLarge(reasons.TOO_DEEP.format(limit=MAX_DEPTH))


def _has_grids(document: Document) -> bool:
    return any(isinstance(block, Grid) for block in document.blocks)


def _document(html: str, *, with_hidden: bool = True) -> Document:
    parser = LexborHTMLParser(html)
    unseen = parser.css(_STRUCK) if _STRIKING.search(html) else []
    if not with_hidden:
        unseen += [
            node
            for node in parser.css("[style], [hidden]")
            if "hidden" in node.attributes or _HIDING.search(node.attributes.get("style") or "")
        ]
    for node in unseen:
        node.decompose()
    page = _Page()
    root = parser.body or parser.root
    if root is not None:
        page.walk(root, 0)
        page.flush()
    return Document("page", tuple(page.blocks), _title(parser))


def _without_unclosed(html: str) -> str:
    """Drop opening tags whose end a scrape lost, if everything behind them would count as their content."""
    for tag in _SWALLOWING:
        if html.count(f"<{tag}") > html.count(f"</{tag}"):
            html = re.sub(rf"<{tag}\b[^>]*>", " ", html)
    return html


def _title(parser: LexborHTMLParser) -> str:
    for selector in ('meta[name="ArticleTitle" i]', "title"):
        node = parser.css_first(selector)
        if node is not None:
            text = (node.attributes.get("content") or "") if node.tag == "meta" else node.text()
            if text.strip():
                return " ".join(text.split())
    return ""


class _Page:
    """The blocks gathered so far, and the words of the line that is still open."""

    def __init__(self) -> None:
        self.blocks: list[Line | Grid] = []
        self._words: list[str] = []
        self._cells = 0

    def flush(self) -> None:
        if self._words:
            text = "".join(self._words)
            self._words.clear()
            self.blocks += [Line(line) for part in text.split("\x1d") if (line := " ".join(part.split()))]

    def walk(self, node: LexborNode, depth: int) -> None:
        if depth > MAX_DEPTH // 4:
            self._words.append(node.text(separator=_BETWEEN))
            return
        words = self._words
        for child in node.iter(include_text=True):
            tag = child.tag
            if tag == "-text":
                words.append(child.text_content or "")
            elif tag in _INLINE:
                self.walk(child, depth + 1)
            elif tag == "br":
                words.append(_BETWEEN)
            elif tag in _SKIPPED or tag is None:
                continue
            elif tag == "table":
                self.flush()
                self._table(child, depth)
            else:
                self.flush()
                if tag == "pre":
                    words.append((child.text() or "").replace("\n", _BETWEEN))
                else:
                    self.walk(child, depth + 1)
                self.flush()

    def _table(self, table: LexborNode, depth: int) -> None:
        # A table that holds a table, or a row of few cells alone, is the page's frame and no data.
        if len(table.css("table")) > 1 or (
            len(table.css("tr")) < _LEAST_ROWS and len(table.css("td, th")) < _LEAST_CELLS
        ):
            self.walk(table, depth + 1)
            self.flush()
            return
        rows: list[tuple[GridCell, ...]] = []
        taken: dict[int, int] = {}
        # Reading a cell's attributes costs more than reading its text, and few cells have any that matter.
        spanned = {node.mem_id for node in table.css(_SPANNED)}
        for number, row in enumerate(table.css("tr")):
            rows.append(tuple(self._row(row, number, taken, spanned)))
            taken = {column: left - 1 for column, left in taken.items() if left > 1}
        self.blocks.append(Grid(tuple(rows)))

    def _row(self, row: LexborNode, number: int, taken: dict[int, int], spanned: set[int]) -> list[GridCell]:
        """Return the cells that begin in a row; `taken` counts the rows a column is still spanned for."""
        cells: list[GridCell] = []
        column = 0
        fresh: dict[int, int] = {}
        for node in row.iter():
            if node.tag not in {"td", "th"}:
                continue
            self._cells += 1
            if column > MAX_COLUMNS:
                raise InputTooLarge(reasons.TOO_MANY_COLUMNS.format(limit=MAX_COLUMNS))
            if self._cells > MAX_TABLE_CELLS:
                raise InputTooLarge(reasons.TOO_MANY_CELLS.format(limit=MAX_TABLE_CELLS))
            while column in taken:
                column += 1
            wide = high = 1
            if node.mem_id in spanned:
                attributes = node.attributes
                wide, high = _span(attributes.get("colspan")), _span(attributes.get("rowspan"))
            cells.append(GridCell(_cell_text(node), number, column, high, wide))
            if high > 1:
                fresh |= {column + n: high for n in range(wide)}
            column += wide
        taken |= fresh
        return cells


def _span(value: str | None) -> int:
    """Return a span attribute's number; what is no number (`7;` is) or out of bounds counts as 1."""
    match = _DIGITS.search(value) if value else None
    return min(max(int(match[0][:6]), 1), MAX_SPAN) if match else 1


def _cell_text(node: LexborNode) -> str:
    """Return a cell's words. Runs that Word cut a figure into are joined; figures of two paragraphs are not."""
    whole = node.text().strip()
    if len(whole) < _LEAST_JOINED:
        return whole
    parts = [part for part in node.text(separator=_BETWEEN).split(_BETWEEN) if part.strip()]
    if len(parts) < 2:
        return parts[0].strip() if parts else ""
    if sum(any(char.isdigit() for char in part) for part in parts) > 1:
        inner = _Page()
        inner.walk(node, 0)
        inner.flush()
        return " ".join(block.text for block in inner.blocks if isinstance(block, Line))
    return "".join(part.strip() for part in parts)
