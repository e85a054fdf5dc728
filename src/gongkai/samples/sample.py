"""Samples (样本): one report in one layout with one damage, and the truth of what it still shows.

A sample is a pure function of its seed. Figures, words, layout and damage each draw from their own stream
and draw the same whatever the figures are: so a report can be printed again with other figures.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

from gongkai.report import EDITIONS, AnnualReport, CellKey, Edition, State, Value
from gongkai.report.json_form import decode
from gongkai.samples import organs
from gongkai.samples.assemble import assemble
from gongkai.samples.content import Content, Shown
from gongkai.samples.damages import DAMAGES, Damage, applies
from gongkai.samples.figures import SIZES, Size, broken_identities, figures
from gongkai.samples.ink import Rendered
from gongkai.samples.layouts import GLUED_LAYOUTS, LAYOUTS
from gongkai.samples.pdf_words import packed_pages
from gongkai.samples.reports import report_of
from gongkai.samples.sheet_words import packed_book
from gongkai.samples.style import draw_style
from gongkai.samples.word_words import packed_document
from gongkai.writers.write import write

_PACKED = {"docx": packed_document, "xlsx": packed_book, "pdf": packed_pages}
_TEXT_ENCODINGS = ("utf-8",) * 8 + ("utf-8-sig", "gb18030")


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """A report as somebody finds it, with its truth.

    `report` is what a careful person reads in it: every cell's state and value as the result still shows it.
    `original` is what the author printed, before the damage.
    `touched` are the cells whose own evidence the damage touched: their digits, what parts them from their
    neighbours, or their row's label if it is beyond recognition.
    `hard`: the layout itself glues cells, so that some values may only be found by arithmetic.
    """

    seed: int
    layout: str
    damage: str | None
    size: Size
    data: bytes
    name: str
    report: AnnualReport
    original: AnnualReport
    touched: frozenset[CellKey]
    hard: bool

    def __repr__(self) -> str:
        """Return the call that makes this sample again."""
        edition = self.report.edition
        made = f"layout={self.layout!r}, damage={self.damage!r}, edition={edition!r}, size={self.size!r}"
        return f"sample({self.seed}, {made})"


def sample(
    seed: int,
    *,
    layout: str,
    damage: str | None = None,
    edition: str | None = None,
    size: Size | None = None,
) -> Sample:
    """Return the sample of a seed; the edition and the size are drawn where they are not given.

    ValueError where the damage does not happen to the layout (see `applies`).
    """
    if not applies(layout, damage):
        raise ValueError(f"{damage} does not happen to {layout}")
    form, size = _drawn(seed, edition, size or (DAMAGES[damage].size if damage else None))
    return _print(_Recipe(seed, layout, damage, form, size), {})


def lawful_report(seed: int, *, edition: str | None = None, size: Size | None = None) -> AnnualReport:
    """Return a report as its author wrote it, every cell printed and every identity holding."""
    form, size = _drawn(seed, edition, size)
    return report_of(_author(seed, form, size, wide=True), form)


def samples(
    count: int,
    seed: int = 0,
    *,
    layouts: tuple[str, ...] = tuple(LAYOUTS),
    damages: tuple[str | None, ...] = (None, *DAMAGES),
    edition: str | None = None,
    size: Size | None = None,
) -> Iterator[Sample]:
    """Yield samples over all pairs of the layouts and damages that go together, round and round."""
    pairs = [(layout, damage) for damage in damages for layout in layouts if applies(layout, damage)]
    for number in range(count):
        layout, damage = pairs[number % len(pairs)]
        yield sample(seed + number, layout=layout, damage=damage, edition=edition, size=size)


def render(original: Sample, values: Mapping[CellKey, Value | None]) -> Sample:
    """Return the same sample printed with other figures in its tables; None prints a blank.

    The prose keeps the counts of the original figures. Cells not in `values` show what they showed.
    """
    edition = EDITIONS[original.original.edition]
    recipe = _Recipe(original.seed, original.layout, original.damage, edition, original.size)
    return _print(recipe, values)


def twin(original: Sample, values: Mapping[CellKey, Value | None]) -> bool:
    """Tell whether other figures are as lawful as the sample's own and give exactly the same bytes.

    Cells not in `values` count what the author printed in them; a blank counts 0. Where the author's own sums
    are wrong, the same sums may be wrong.
    """
    edition = original.original.edition
    own = {cell.key: cell.value for cell in original.original.cells}
    allowed = broken_identities(edition, own)
    if not broken_identities(edition, {**own, **values}) <= allowed:
        return False
    return render(original, values).data == original.data


def _stream(seed: int, subject: str) -> random.Random:
    return random.Random(f"{subject}:{seed}")


class _Recipe(NamedTuple):
    """What a sample is made from."""

    seed: int
    layout: str
    damage: str | None
    edition: Edition
    size: Size

    @property
    def law(self) -> Damage | None:
        return DAMAGES[self.damage] if self.damage else None


def _print(recipe: _Recipe, values: Mapping[CellKey, Value | None]) -> Sample:
    """Print the report of a recipe, with some figures replaced."""
    seed, layout, damage, edition, size = recipe
    content, original = _content(recipe)
    rendered = LAYOUTS[layout](_with_values(content, values), _stream(seed, "layout"))
    if recipe.law and recipe.law.text:
        rendered = recipe.law.text(rendered, _stream(seed, "text"))
    return Sample(
        seed=seed,
        layout=layout,
        damage=damage,
        size=size,
        data=_encode(rendered, recipe),
        name=f"{seed:06d}-{layout}{f'-{damage}' if damage else ''}.{rendered.suffix}",
        report=report_of(rendered.content, edition),
        original=original,
        touched=rendered.content.touched,
        hard=layout in GLUED_LAYOUTS,
    )


def _content(recipe: _Recipe) -> tuple[Content, AnnualReport]:
    """Return the report after the damages that come before its layout, and what its author printed."""
    seed, law = recipe.seed, recipe.law
    content = _author(seed, recipe.edition, recipe.size, wide=law is not None and law.wide)
    content = msgspec.structs.replace(content, layout=recipe.layout)
    if law is None or law.content is None:
        return content, report_of(content, recipe.edition)
    damaged = law.content(content, _stream(seed, "damage"))
    return damaged, report_of(damaged if law.by_author else content, recipe.edition)


def _drawn(seed: int, edition: str | None, size: Size | None) -> tuple[Edition, Size]:
    """Return the edition and the size, drawn where they are not given."""
    draw = _stream(seed, "sample")
    drawn_edition, drawn_size = draw.choice(tuple(EDITIONS)), draw.choice(SIZES)
    return EDITIONS[edition or drawn_edition], size or drawn_size


def _author(seed: int, edition: Edition, size: Size, *, wide: bool) -> Content:
    found = figures(_stream(seed, "figures"), edition, size)
    names = _stream(seed, "organ")
    style = draw_style(_stream(seed, "style"))
    return assemble(
        _stream(seed, "prose"),
        edition=edition,
        organ=organs.organ(names, size),
        year=organs.report_year(names, edition),
        figures=found,
        style=msgspec.structs.replace(style, wide=True) if wide else style,
    )


def _with_values(content: Content, values: Mapping[CellKey, Value | None]) -> Content:
    """Return the content with other figures, written the way the cells' own were."""
    shown = dict(content.shown)
    dropped = any(own.dropped for own in shown.values())
    for key, value in values.items():
        own = shown[key]
        if own.state is State.ABSENT:
            continue
        if value is not None:
            shown[key] = Shown(value=value, form=own.form, unit=own.unit)
        elif own.state is State.PRINTED:
            shown[key] = Shown(state=State.BLANK, form=own.form, unit=own.unit, dropped=dropped)
    return msgspec.structs.replace(content, shown=shown)


def _encode(rendered: Rendered, recipe: _Recipe) -> bytes:
    """Return the bytes; a text that was damaged as a text was saved as UTF-8 afterwards."""
    rng = _stream(recipe.seed, "bytes")
    encoding, carriage = rng.choice(_TEXT_ENCODINGS), rng.random() < 0.1
    if recipe.law and recipe.law.text:
        return rendered.text.encode("utf-8")
    if rendered.written:
        return write(decode(rendered.text), rendered.suffix)
    if rendered.suffix in _PACKED:
        return _PACKED[rendered.suffix](rendered.text)
    if rendered.page:
        return rendered.text.encode(rendered.encoding)
    text = rendered.text.replace("\n", "\r\n") if carriage else rendered.text
    return text.encode(encoding)


__all__ = ["DAMAGES", "LAYOUTS", "Sample", "applies", "lawful_report", "render", "sample", "samples", "twin"]
