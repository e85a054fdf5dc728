"""A report as its author wrote it, before layout and damage (成文)."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping

from gongkai.report import CellKey, Edition, Value
from gongkai.samples import prose, words
from gongkai.samples.content import Block, Content, Form, Paragraph, Role, Shown
from gongkai.samples.organs import Organ
from gongkai.samples.prose import Writer
from gongkai.samples.style import Style
from gongkai.samples.tables import printed_table


def assemble(
    rng: random.Random,
    *,
    edition: Edition,
    organ: Organ,
    year: int,
    figures: Mapping[CellKey, Value],
    style: Style,
) -> Content:
    """Return the report of an organ with its prose and tables; every cell is printed."""
    writer = Writer(rng, organ, year, edition, figures)
    blocks = (
        *_before(writer, style),
        prose.heading(1, edition, style),
        *prose.overview(writer, style),
        *_tables(writer, edition, style, rng),
        prose.heading(5, edition, style),
        *prose.problems(writer, style),
        prose.heading(6, edition, style),
        *prose.other_matters(writer, style),
        *_after(writer, organ, style),
    )
    form = Form.PLUS if rng.random() < 0.3 else Form.PLAIN
    signed = {(t.key, r.key, c.key) for t in edition.tables for r in t.rows for c in r.columns if c.signed}
    shown = {key: Shown(value=value, form=form if key in signed else Form.PLAIN) for key, value in figures.items()}
    return Content(organ=organ.name, year=year, edition=edition.key, blocks=blocks, shown=shown)


def _before(writer: Writer, style: Style) -> Iterator[Paragraph]:
    if style.meta:
        for template in words.META:
            yield Paragraph(Role.META, style.typeset(writer.fill(template)))
    if style.furniture:
        for template in words.FURNITURE_TOP:
            yield Paragraph(Role.FURNITURE, style.typeset(writer.fill(template)))
    if style.title:
        yield Paragraph(Role.TITLE, writer.title)
    if style.preface:
        yield Paragraph(Role.PROSE, style.typeset(writer.one(words.PREFACES)))


def _tables(writer: Writer, edition: Edition, style: Style, rng: random.Random) -> Iterator[Block]:
    for number, table in zip((2, 3, 4), edition.tables, strict=True):
        yield prose.heading(number, edition, style)
        if style.sentence_before_table:
            yield Paragraph(Role.PROSE, style.typeset(writer.one(words.BEFORE_TABLE)), number)
        yield printed_table(table, style, rng)
        if style.prose_after_table:
            yield Paragraph(Role.PROSE, style.typeset(writer.one(words.AFTER_TABLE)), number)


def _after(writer: Writer, organ: Organ, style: Style) -> Iterator[Paragraph]:
    if style.signature:
        yield Paragraph(Role.PROSE, organ.name)
        yield Paragraph(Role.PROSE, writer.fill(words.DATE))
    if style.furniture:
        for template in words.FURNITURE_END:
            yield Paragraph(Role.FURNITURE, style.typeset(writer.fill(template)))
