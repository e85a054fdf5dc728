"""Every layout by its name (版式)."""

from __future__ import annotations

from gongkai.samples.page_layouts import PAGE_LAYOUTS
from gongkai.samples.pdf_layouts import PDF_LAYOUTS
from gongkai.samples.sheet_layouts import SHEET_LAYOUTS
from gongkai.samples.text_layouts import TEXT_LAYOUTS, Layout
from gongkai.samples.word_layouts import WORD_LAYOUTS
from gongkai.samples.written_layouts import WRITTEN_LAYOUTS

LAYOUTS: dict[str, Layout] = {
    **TEXT_LAYOUTS,
    **PAGE_LAYOUTS,
    **WORD_LAYOUTS,
    **SHEET_LAYOUTS,
    **PDF_LAYOUTS,
    **WRITTEN_LAYOUTS,
}
# Those in which a page's end cuts a table in two.
PAGED_LAYOUTS = frozenset({*PAGE_LAYOUTS, *WORD_LAYOUTS, *SHEET_LAYOUTS, *PDF_LAYOUTS})

GLUED_LAYOUTS = frozenset({"one_line_glued", "one_line_mixed"})
ONE_LINE_LAYOUTS = GLUED_LAYOUTS | {"one_line_spaced"}

__all__ = [
    "GLUED_LAYOUTS",
    "LAYOUTS",
    "ONE_LINE_LAYOUTS",
    "PAGED_LAYOUTS",
    "PAGE_LAYOUTS",
    "PDF_LAYOUTS",
    "SHEET_LAYOUTS",
    "TEXT_LAYOUTS",
    "WORD_LAYOUTS",
    "WRITTEN_LAYOUTS",
    "Layout",
]
