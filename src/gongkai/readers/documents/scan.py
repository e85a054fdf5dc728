"""Picture of a page → lines and tables (扫描页识别): characters by rapidocr, cells by the ruled lines.

Needs the extra `ocr`. Everything here is in pixels until it is given its place, in points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import msgspec
from pdfplumber.table import Table, cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from gongkai.readers.documents.columns import Word, around, lines_of, tables_without_rules
from gongkai.readers.documents.document import Grid, GridCell, cell_text
from gongkai.readers.documents.paper import TextLine
from gongkai.report import PagePlace

# Pixels of an inch: what the recognition reads best.
DPI = 200
_POINTS = 72 / DPI
_ROOMS = ("rapidocr", "onnxruntime", "cv2")
# Lines of a table are at least so long; marks that a scan broke them into are joined over a few pixels.
_LEAST_LINE, _THICK = 40, 14
_SNAP, _JOIN, _CROSS = 6, 24, 9
# Pages lie askew by a few degrees at most.
_MOST_ASKEW = 6.0
_LEAST_CELLS, _LEAST_SHARE = 4, 0.3
# A table is asked for its cells, and never for the page they are on.
_NO_PAGE: Any = None
# A cell whose middle has this share of dark points holds something.
# What a lone zero is taken for.
_ROUND = "。°oOQ○〇．·"
_INK, _DARK, _EDGE = 0.004, 150, 5

Box = tuple[float, float, float, float]


class Seen(msgspec.Struct, frozen=True):
    """Some characters recognised, with their box."""

    text: str
    box: Box

    @property
    def middle(self) -> tuple[float, float]:
        left, top, right, bottom = self.box
        return (left + right) / 2, (top + bottom) / 2


def is_installed() -> bool:
    """Say whether pictures can be recognised here."""
    return all(find_spec(name) is not None for name in _ROOMS)


def page_parts(image: Any, number: int) -> list[TextLine | Grid]:
    """Return the lines and tables of a page from top to bottom; `image` is an array of its points, blue first."""
    image = _straightened(image)
    high, wide = image.shape[:2]
    seen = _recognised(image)
    parts: list[tuple[float, TextLine | Grid]] = []
    taken: set[int] = set()
    for table in _tables(image):
        grid, used = _grid(image, table, seen, number)
        taken |= used
        parts.append((table.bbox[1], grid))
    words = [_word(one, number) for at, one in enumerate(seen) if at not in taken]
    bare = list(tables_without_rules(words))
    parts += [(table.box[1] / _POINTS, table.grid) for table in bare]
    words = [word for word in words if not any(word.is_in(table.box) for table in bare)]
    for line in lines_of(words):
        place = around(line)
        text = " ".join(word.text for word in line)
        parts.append((place.top / _POINTS, TextLine(text, place, (wide * _POINTS, high * _POINTS))))
    return [part for _, part in sorted(parts, key=lambda pair: pair[0])]


@cache
def _engine() -> Any:
    rapidocr = import_module("rapidocr")
    # The classifier of upside-down lines takes some that are not for such, and drops them.
    return rapidocr.RapidOCR(params={"Global.use_cls": False, "Global.log_level": "critical"})


def _recognised(image: Any) -> list[Seen]:
    found = _engine()(image, use_det=True, use_cls=False, use_rec=True)
    if found.boxes is None:
        return []
    return [
        Seen(text.strip(), _around([(x, y, x, y) for x, y in box]))
        for box, text in zip(found.boxes.tolist(), found.txts, strict=True)
        if text.strip()
    ]


def _in_cell(image: Any, box: Box) -> str:
    """Return what is recognised in one cell alone."""
    left, top, right, bottom = (int(edge) for edge in box)
    crop = image[top + _EDGE : bottom - _EDGE, left + _EDGE : right - _EDGE]
    if not crop.size:
        return ""
    cv2 = import_module("cv2")
    # Alone and small, a figure is recognised better with some paper around it.
    margin = crop.shape[0] // 4
    crop = cv2.copyMakeBorder(crop, margin, margin, margin, margin, cv2.BORDER_REPLICATE)
    found = _engine()(crop, use_det=False, use_cls=False, use_rec=True)
    text = "".join(found.txts or ()).strip()
    return "0" if text and not text.strip(_ROUND) else text


def _has_ink(image: Any, box: Box) -> bool:
    left, top, right, bottom = (int(edge) for edge in box)
    across, down = (right - left) // 6, (bottom - top) // 6
    crop = image[top + down : bottom - down, left + across : right - across].mean(axis=2)
    return bool(crop.size) and float((crop < _DARK).mean()) > _INK


def _straightened(image: Any) -> Any:
    """Return a page turned so that its lines lie level."""
    cv2, numpy = import_module("cv2"), import_module("numpy")
    high, wide = image.shape[:2]
    edges = cv2.Canny(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), 60, 180)
    found = cv2.HoughLinesP(edges, 1, numpy.pi / 3600, 250, minLineLength=wide // 4, maxLineGap=12)
    if found is None:
        return image
    slopes = [numpy.degrees(numpy.arctan2(y2 - y1, x2 - x1)) for x1, y1, x2, y2 in found.reshape(-1, 4)]
    level = [slope for slope in slopes if abs(slope) < _MOST_ASKEW]
    angle = float(numpy.median(level)) if level else 0.0
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), angle, 1.0)
    white = (255, 255, 255)
    return cv2.warpAffine(image, turn, (wide, high), flags=cv2.INTER_CUBIC, borderValue=white) if angle else image


def _tables(image: Any) -> list[Table]:
    """Return the ruled tables of a page, from top to bottom."""
    edges = [*_edges(image, horizontal=True), *_edges(image, horizontal=False)]
    edges = merge_edges(edges, _SNAP, _SNAP, _JOIN, _JOIN)
    cells = intersections_to_cells(edges_to_intersections(edges, _CROSS, _CROSS))
    tables = [Table(_NO_PAGE, group) for group in cells_to_tables(cells)]
    tables = [table for table in tables if _is_table(table, image.shape[1])]
    return sorted(tables, key=lambda table: float(table.bbox[1]))


def _is_table(table: Table, wide: int) -> bool:
    """Say whether some cells are a table of a page so wide, and not the strokes of large letters."""
    left, _, right, _ = table.bbox
    return len(table.cells) >= _LEAST_CELLS and len(table.columns) > 1 and right - left > _LEAST_SHARE * wide


def _edges(image: Any, *, horizontal: bool) -> Iterator[dict[str, Any]]:
    """Yield the ruled lines of one direction, as the finder of tables takes them."""
    cv2 = import_module("cv2")
    gray = cv2.GaussianBlur(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), (3, 3), 0)
    dark = cv2.adaptiveThreshold(gray, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 12)
    shape = (_LEAST_LINE, 1) if horizontal else (1, _LEAST_LINE)
    # Specks that a scan put into a line, or took out of it, are closed first.
    gap = (7, 3) if horizontal else (3, 7)
    dark = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, cv2.getStructuringElement(cv2.MORPH_RECT, gap))
    lines = cv2.morphologyEx(dark, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, shape))
    _, _, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    for left, top, wide, high, _ in stats[1:].tolist():
        if min(wide, high) > _THICK:
            continue
        x, y = left + wide / 2, top + high / 2
        box = (left, y, left + wide, y) if horizontal else (x, top, x, top + high)
        yield {
            "x0": box[0],
            "top": box[1],
            "x1": box[2],
            "bottom": box[3],
            "width": box[2] - box[0],
            "height": box[3] - box[1],
            "orientation": "h" if horizontal else "v",
        }


def _grid(image: Any, table: Table, seen: Sequence[Seen], number: int) -> tuple[Grid, set[int]]:
    """Return a table's grid, and which of the words seen stand in it."""
    own = {at for at, one in enumerate(seen) if _is_in(one.middle, table.bbox)}
    rows = []
    for down, row in enumerate(table.rows):
        cells = []
        for across, box in enumerate(row.cells):
            if box is None:
                continue
            inside = [seen[at] for at in own if _is_in(seen[at].middle, box)]
            crossing = any(_overhangs(seen[at].box, box) for at in own)
            alone = crossing or (not inside and _has_ink(image, box))
            own_lines = lines_of([_word(one, number) for one in inside])
            lines = [_in_cell(image, box)] if alone else [" ".join(w.text for w in line) for line in own_lines]
            cells.append(
                GridCell(cell_text([line for line in lines if line]), down, across, place=_place(box, number))
            )
        rows.append(tuple(cells))
    return Grid(tuple(rows)), own


def _is_in(point: tuple[float, float], box: Sequence[float]) -> bool:
    left, top, right, bottom = box
    return left <= point[0] < right and top <= point[1] < bottom


def _overhangs(words: Box, cell: Sequence[float]) -> bool:
    """Say whether words reach from a cell's line over the cells beside it, so that they are not its alone."""
    left, top, right, bottom = cell
    level = top <= (words[1] + words[3]) / 2 < bottom
    outside = max(left - words[0], words[2] - right)
    return level and words[0] < right and words[2] > left and outside > _JOIN


def _around(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _word(seen: Seen, number: int) -> Word:
    return Word(seen.text, _place(seen.box, number))


def _place(box: Sequence[float], number: int) -> PagePlace:
    left, top, right, bottom = (round(edge * _POINTS, 1) for edge in box)
    return PagePlace(number, left, top, right, bottom)
