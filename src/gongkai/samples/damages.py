"""Every damage by its name, and which layouts it can happen to (损坏)."""

from __future__ import annotations

import random
from collections.abc import Callable

import msgspec

from gongkai.samples import label_damages, row_damages, text_damages, value_damages
from gongkai.samples.content import Content
from gongkai.samples.figures import Size
from gongkai.samples.ink import Rendered
from gongkai.samples.layouts import LAYOUTS, ONE_LINE_LAYOUTS, PAGE_LAYOUTS, TEXT_LAYOUTS, WRITTEN_LAYOUTS

ContentLaw = Callable[[Content, random.Random], Content]
TextLaw = Callable[[Rendered, random.Random], Rendered]

# What this program writes prints labels and headings as the form has them.
EVERY = frozenset(LAYOUTS) - frozenset(WRITTEN_LAYOUTS)
_FIGURES = frozenset(LAYOUTS)
_TEXTS = frozenset(TEXT_LAYOUTS)
# What passes from hand to hand as plain characters.
_CHARACTERS = _TEXTS | frozenset(PAGE_LAYOUTS)
_LINES = frozenset({"lines"})
_OPEN = ONE_LINE_LAYOUTS | _LINES | {"spaces"}
_BOUNDED = EVERY - _OPEN


class Damage(msgspec.Struct, frozen=True, kw_only=True):
    """A damage works on the report before its layout (`content`) or on the printed text (`text`).

    `by_author`: what it changes is what the author printed. `size` is the size of report it shows in, and
    `wide` tells that the author's signs must be full-width.
    """

    content: ContentLaw | None = None
    text: TextLaw | None = None
    layouts: frozenset[str] = EVERY
    by_author: bool = True
    size: Size | None = None
    wide: bool = False


DAMAGES: dict[str, Damage] = {
    "codepage": Damage(text=text_damages.codepage_loss, wide=True, layouts=_CHARACTERS),
    "codepage_source": Damage(content=text_damages.codepage_source, wide=True, layouts=_TEXTS),
    "replacement": Damage(text=text_damages.replacement, layouts=_CHARACTERS),
    "kunjinkao": Damage(text=text_damages.kunjinkao, layouts=_CHARACTERS),
    "remnants": Damage(text=text_damages.remnants, layouts=_TEXTS),
    "blanks": Damage(content=value_damages.blanks, layouts=_BOUNDED | WRITTEN_LAYOUTS.keys()),
    "blanks_as_line_ends": Damage(content=value_damages.blanks, layouts=_LINES),
    "blanks_dropped": Damage(content=value_damages.blanks_dropped, layouts=_OPEN),
    "units": Damage(content=value_damages.units, layouts=_FIGURES),
    "signs": Damage(content=value_damages.signs, layouts=_FIGURES),
    "fullwidth": Damage(content=value_damages.fullwidth, layouts=_FIGURES),
    "thousands": Damage(content=value_damages.thousands, size="large"),
    "wrong_total": Damage(content=value_damages.wrong_total, layouts=_FIGURES),
    "stray_blanks": Damage(content=value_damages.stray_blanks),
    "labels_cut": Damage(content=label_damages.labels_cut, by_author=False),
    "labels_reworded": Damage(content=label_damages.labels_reworded),
    "traditional": Damage(content=label_damages.traditional),
    "foreign": Damage(content=label_damages.foreign),
    "label_missing": Damage(content=label_damages.label_missing, by_author=False),
    "headings_inline": Damage(content=label_damages.headings_inline, layouts=EVERY - ONE_LINE_LAYOUTS),
    "headings_damaged": Damage(content=label_damages.headings_damaged),
    "rows_twice": Damage(content=row_damages.rows_twice, by_author=False),
    "rows_missing": Damage(content=row_damages.rows_missing, by_author=False),
    "tables_lost": Damage(content=row_damages.tables_lost, by_author=False),
    "furniture": Damage(content=row_damages.furniture, by_author=False),
    "split_table": Damage(content=row_damages.split_table),
}


def applies(layout: str, damage: str | None) -> bool:
    """Tell whether a damage can happen to a layout."""
    return damage is None or layout in DAMAGES[damage].layouts
