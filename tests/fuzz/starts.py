"""What mutation starts from: samples of every layout and damage, and the real reports where they are."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from gongkai.samples import DAMAGES, LAYOUTS, Sample, applies, sample
from tests.scans.scanned import pages
from tests.truth import reports_folder

# One start in so many is a real report, where there are any.
REAL_SHARE = 0.2
SUFFIXES = {"text": ".txt", "page": ".html", "docx": ".docx", "xlsx": ".xlsx", "pdf": ".pdf"}


class Starts(NamedTuple):
    """The inputs of one kind, such as "text" or "page", that mutants are made from."""

    made: tuple[bytes, ...]
    real: tuple[bytes, ...]


@cache
def starts(seed: int) -> dict[str, Starts]:
    """Return the starts of each kind. Other seeds give other samples."""
    pairs = [(layout, damage) for damage in (None, *DAMAGES) for layout in LAYOUTS if applies(layout, damage)]
    found = [sample(seed + n, layout=layout, damage=damage) for n, (layout, damage) in enumerate(pairs)]
    return {
        kind: Starts(tuple(one.data for one in found if one.name.endswith(suffix)), _real(suffix))
        for kind, suffix in (
            ("text", ".txt"),
            ("page", ".html"),
            ("docx", ".docx"),
            ("xlsx", ".xlsx"),
            ("pdf", ".pdf"),
        )
    } | {"picture": Starts(tuple(_pictures(found)), ())}


def _pictures(found: list[Sample]) -> Iterator[bytes]:
    """Yield small pictures of some pages, in several formats."""
    for one in [one for one in found if one.name.endswith(".pdf")][:4]:
        for page, form in zip(pages(one.data, dpi=60), ("PNG", "JPEG", "TIFF", "BMP", "GIF"), strict=False):
            buffer = io.BytesIO()
            page.save(buffer, form)
            yield buffer.getvalue()


def _real(suffix: str) -> tuple[bytes, ...]:
    folder = reports_folder()
    return tuple(file.read_bytes() for file in sorted(folder.glob(f"*{suffix}"))) if folder else ()
