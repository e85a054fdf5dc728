"""A letter's parts → the manuscript that is printed (文书排版): letterhead, title, body, signature, contact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from gongkai.layout.blocks import Box, Grid, Letterhead, Line, Manuscript, Style
from gongkai.letters.letter import Blank, Form, Row
from gongkai.letters.values import Field

_ADDRESSEE = "{name}："
_ATTACHMENT, _FIRST_ATTACHMENT, _NEXT_ATTACHMENT = "附件：{name}", "附件：1.{name}", "　　　{number}.{name}"
# The columns of a form of two pairs, in units of the page's width.
_PAIRS, _PAIR = (3, 5, 3, 4), 2
_NUMBERS = "序号"


class Letterparts(msgspec.Struct, frozen=True, kw_only=True):
    """What a letter is put together from; all of it words as they are printed."""

    title: str
    organ: str
    number: str
    addressee: str
    body: tuple[Line, ...]
    attachments: tuple[str, ...]
    date: str
    contact: str


def letter_page(parts: Letterparts) -> Manuscript:
    """Return a letter as it is printed."""
    blocks: tuple[Line | Grid, ...] = (
        Line(parts.title, Style.TITLE),
        Line(_ADDRESSEE.format(name=parts.addressee), Style.ADDRESSEE),
        *parts.body,
        *_attachments(parts.attachments),
        Line(parts.organ, Style.RIGHT),
        Line(parts.date, Style.RIGHT),
        Line(parts.contact),
    )
    return Manuscript(
        title=parts.title,
        blocks=blocks,
        keywords=(parts.title, parts.organ),
        letterhead=Letterhead(parts.organ, parts.number),
    )


def form_page(
    form: Form, shown: Mapping[str, str], above: Iterable[str], items: Sequence[Sequence[str]], table: Field | None
) -> Manuscript:
    """Return a form as it is printed: `shown` are its fields' values, `items` the rows of its table."""
    title = form.document.label
    blocks: tuple[Line | Grid, ...] = (
        Line(title, Style.TITLE),
        *_above(above),
        *([_table(table, items, form.widths)] if table else []),
        _rows(form, shown),
        *([Line(form.below, Style.ASIDE)] if form.below else []),
    )
    return Manuscript(title=title, blocks=blocks, keywords=(title,))


def _attachments(names: Sequence[str]) -> Iterator[Line]:
    if names:
        yield Line("")
    if len(names) == 1:
        yield Line(_ATTACHMENT.format(name=names[0]))
        return
    for number, name in enumerate(names, 1):
        yield Line((_FIRST_ATTACHMENT if number == 1 else _NEXT_ATTACHMENT).format(number=number, name=name))


def _above(lines: Iterable[str]) -> Iterator[Line]:
    """Yield the words above a form: the first names whom it is to."""
    for number, line in enumerate(lines):
        yield Line(line, Style.BODY if number else Style.ADDRESSEE)


def _rows(form: Form, shown: Mapping[str, str]) -> Grid:
    return Grid(
        rows=tuple(tuple(_boxes(row, shown)) for row in form.rows),
        widths=_PAIRS,
        label=form.document.label,
        form=True,
        lines=tuple(row.lines for row in form.rows),
    )


def _boxes(row: Row, shown: Mapping[str, str]) -> Iterator[Box]:
    across = 1 if len(row.cells) == _PAIR else len(_PAIRS) - 1
    for label, what in row.cells:
        yield Box(text=label, scope="row")
        yield Box(text=what.text if isinstance(what, Blank) else shown.get(what, ""), across=across)


def _table(field: Field, items: Sequence[Sequence[str]], widths: tuple[int, ...]) -> Grid:
    heads = tuple(Box(text=head, scope="col") for head in (_NUMBERS, *field.columns))
    rows = tuple(tuple(Box(text=cell) for cell in (str(number), *item)) for number, item in enumerate(items, 1))
    return Grid(rows=(heads, *rows), widths=widths, head_rows=1, label=field.name, form=True)
