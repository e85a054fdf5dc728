"""Web page → Document (网页). lexbor parses it and writes it anew; the tokens of that are read in reading order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser

from gongkai.errors import InputTooLarge
from gongkai.readers.documents import reasons
from gongkai.readers.documents.blocks import blocks_of
from gongkai.readers.documents.document import Document, Grid, Line, keywords_of
from gongkai.readers.documents.limits import MAX_DEPTH
from gongkai.readers.documents.text import INVISIBLE

# Serialised by the parser, every element is closed and every bracket of a text or an attribute is escaped, so
# that tags can be told by their brackets; only the elements of raw text keep what they hold.
_TOKEN = re.compile(
    r"<(?:(script|style|noscript|iframe|xmp|plaintext|noembed|noframes)\b[^>]*>.*?(?:</\1>|\Z)"
    r"|!--.*?(?:-->|\Z)"
    r"|(/?)([^\s/>!]++)([^>]*+)>)",
    re.DOTALL,
)
# A text, and the groups of the token behind it.
_PIECES = 5
# Elements whose content is no text of the page, so that one left open swallows the rest of it.
_SWALLOWING = (
    *("title", "textarea", "style", "script", "noscript", "iframe", "select", "button", "nav", "template"),
    *("xmp", "plaintext"),
)
_NESTING = re.compile(
    r"<(/?)(?:div|span|table|font|b|i|u|em|strong|section|article|center|blockquote|ul|ol|dl|a|form|nav|pre|main"
    r"|header|footer|aside|fieldset|figure|big|small|tt|code|s|strike|label|button|select|object|svg|math)\b",
    re.IGNORECASE,
)
# What hides an element.
_HIDING = re.compile(
    r' hidden="| style="[^"]*?(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all'
    r'|text-decoration[^;"]{0,40}line-through)',
    re.IGNORECASE,
)
# Characters without width, and the control characters that part cells on the tape.
_UNSEEN = INVISIBLE | dict.fromkeys(range(0x1C, 0x20), " ")
_UNSEEN_CHARACTERS = tuple(map(chr, _UNSEEN))


def read_page(html: str) -> Document:
    """Return the document of a web page: every visible line and table, menus included."""
    html = html.replace("\x00", "")
    _check_depth(html)
    document = _document(html)
    if not _has_grids(document.blocks):
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


def _has_grids(blocks: Sequence[Line | Grid]) -> bool:
    return any(isinstance(block, Grid) for block in blocks)


def _without_unclosed(html: str) -> str:
    """Drop opening tags whose end a scrape lost, if everything behind them would count as their content."""
    for tag in _SWALLOWING:
        if html.count(f"<{tag}") > html.count(f"</{tag}"):
            html = re.sub(rf"<{tag}\b[^>]*>", " ", html)
    return html


def _document(html: str) -> Document:
    parser = LexborHTMLParser(html)
    page = (parser.body.html if parser.body is not None else "") or ""
    pieces = _TOKEN.split(page)
    shown = "".join(pieces[::_PIECES])
    if any(char in shown for char in _UNSEEN_CHARACTERS):
        pieces = _TOKEN.split(page.translate(_UNSEEN))
    pieces += [""] * (_PIECES - 1)
    texts, _, closings, tags, attributes = (pieces[n::_PIECES] for n in range(_PIECES))
    tokens = list(zip(texts, closings, tags, attributes, strict=True))
    hidden = frozenset(some for some in set(attributes) if some and _HIDING.search(some))
    blocks = blocks_of(tokens, hidden)
    # Where only what is hidden holds a table, a script shows it.
    if hidden and not _has_grids(blocks):
        blocks = blocks_of(tokens, frozenset())
    return Document("page", tuple(blocks), _title(parser), keywords=keywords_of(_meta(parser, "keywords")))


def _title(parser: LexborHTMLParser) -> str:
    node = parser.css_first("title")
    return " ".join((_meta(parser, "ArticleTitle") or (node.text() if node is not None else "")).split())


def _meta(parser: LexborHTMLParser, name: str) -> str:
    """Return what the head of a page says under a name."""
    node = parser.css_first(f'meta[name="{name}" i]')
    return ((node.attributes.get("content") or "") if node is not None else "").strip()
