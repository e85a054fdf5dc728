"""Every layout by its name (版式)."""

from __future__ import annotations

from gongkai.samples.page_layouts import PAGE_LAYOUTS
from gongkai.samples.text_layouts import TEXT_LAYOUTS, Layout

LAYOUTS: dict[str, Layout] = {**TEXT_LAYOUTS, **PAGE_LAYOUTS}

GLUED_LAYOUTS = frozenset({"one_line_glued", "one_line_mixed"})
ONE_LINE_LAYOUTS = GLUED_LAYOUTS | {"one_line_spaced"}

__all__ = ["GLUED_LAYOUTS", "LAYOUTS", "ONE_LINE_LAYOUTS", "PAGE_LAYOUTS", "TEXT_LAYOUTS", "Layout"]
