"""What a letter has in Word (Word 信函): its organ's name in a frame, its number, its red lines, its signature.

The frame and the lines have their places on the paper, whatever stands on it: the lines as drawings in the first
page's head, which also keeps the text below them. Source: GB/T 9704-2012, 10.1, 7.3.5.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from gongkai.layout import page, word_styles
from gongkai.layout.blocks import Letterhead
from gongkai.layout.letter import Name, Sealed, date_ems, organ_name
from gongkai.layout.setting import ems
from gongkai.layout.word_xml import element, paragraph, run, twips, twips_of

# Of a line of exact height, how much Word sets above the feet of its characters.
_ABOVE_FEET = 0.8
# Parts of a point, in which drawings are measured.
_EMU = 12_700
_NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


class _Rule(NamedTuple):
    """A red line across the page: how far below the paper's edge it begins, and how thick it is, in points."""

    top: float
    thick: float


def head(letterhead: Letterhead) -> Iterator[etree._Element]:
    """Yield the organ's name, in a frame, and the letter's number, where it has one."""
    name = organ_name(letterhead.organ)
    frame = element(
        "framePr",
        w=twips(page.RED_LINE_WIDTH),
        hSpace=0,
        wrap="notBeside",
        vAnchor="page",
        hAnchor="page",
        x=twips(page.RED_LINE_LEFT),
        y=twips_of(page.ORGAN_TOP * page.POINTS + (page.INK_ABOVE - _ABOVE_FEET * page.ORGAN_PITCH) * name.size),
    )
    lines = element("spacing", line=twips_of(name.pitch), lineRule="exact")
    style = element("pStyle", val=word_styles.LETTERHEAD)
    yield paragraph(element("pPr", style, frame, lines), run("\n".join(name.lines), *word_styles.size(name.size)))
    if number := letterhead.number.strip():
        yield paragraph(element("pPr", element("pStyle", val=word_styles.LETTER_NUMBER)), run(number))


def first_header(letterhead: Letterhead) -> etree._Element:
    """Return the head of the first page: a paragraph with the red lines, at whose foot the text begins."""
    name = organ_name(letterhead.organ)
    below = page.DOUBLE_LINE
    if letterhead.number.strip():
        below += page.LETTER_NUMBER_DROP - (page.LINE_PITCH - page.BODY_SIZE) / 2
    else:
        below += page.LETTER_TITLE_DROP * page.LINE_PITCH
    high = name.red_line + below - page.ORGAN_TOP * page.POINTS
    lines = element("spacing", line=twips_of(high), lineRule="exact")
    place = element("pPr", element("pStyle", val=word_styles.HEADER), lines)
    drawings = (_drawing(rule, number) for number, rule in enumerate(_rules(name), 1))
    return element("hdr", paragraph(place, element("r", *drawings)))


def sealed(block: Sealed, *, stays: bool) -> Iterator[etree._Element]:
    """Yield a signature and its date: each in the middle over the other, where a seal goes on both.

    They stay with the line below them, such as whom to ask.
    """
    middle = page.DATE_INDENT + date_ems(block.date) / 2
    widest = max(map(ems, block.lines), default=0)
    is_wide = widest > 2 * middle
    indent = page.CHARACTERS - (min(page.CHARACTERS, widest + 1) if is_wide else 2 * middle)
    for number, text in enumerate((*block.lines, block.date)):
        is_date = number == len(block.lines)
        properties = element(
            "pPr",
            element("pStyle", val=word_styles.DATE if is_date else word_styles.SIGNATURE),
            None if is_date and not stays else element("keepNext"),
            None if number else element("spacing", before=twips_of(page.SEAL_LINES * page.LINE_PITCH)),
        )
        if is_wide or not is_date:
            left: dict[str, str | int] = {
                "leftChars": round(indent * 100),
                "left": twips_of(indent * page.BODY_SIZE),
            }
            properties.append(element("ind", rightChars=0, right=0, **left))
            properties.append(element("jc", val="center"))
        yield paragraph(properties, run(text))


def _rules(name: Name) -> Iterator[_Rule]:
    yield _Rule(name.red_line, page.THICK_LINE)
    yield _Rule(name.red_line + page.THICK_LINE + page.RED_GAP, page.THIN_LINE)
    foot = (page.PAGE_HEIGHT - page.RED_LINE_FOOT) * page.POINTS
    yield _Rule(foot - page.DOUBLE_LINE, page.THIN_LINE)
    yield _Rule(foot - page.THICK_LINE, page.THICK_LINE)


def _drawing(rule: _Rule, number: int) -> etree._Element:
    """Return a red line in the wrapping that tells programs which kind of drawing they must know."""
    choice = _made("mc:Choice", element("drawing", _drawn(rule, number)), Requires="wps")
    return _made("mc:AlternateContent", choice)


def _drawn(rule: _Rule, number: int) -> etree._Element:
    """Return a red line as a drawing at its place on the paper, which those who cannot see it are not told of."""
    wide, high = _emu(page.RED_LINE_WIDTH * page.POINTS), _emu(rule.thick)
    return _made(
        "wp:anchor",
        _made("wp:simplePos", x=0, y=0),
        _made("wp:positionH", _text("wp:posOffset", _emu(page.RED_LINE_LEFT * page.POINTS)), relativeFrom="page"),
        _made("wp:positionV", _text("wp:posOffset", _emu(rule.top)), relativeFrom="page"),
        _made("wp:extent", cx=wide, cy=high),
        _made("wp:effectExtent", l=0, t=0, r=0, b=0),
        _made("wp:wrapNone"),
        _made(
            "wp:docPr",
            _made("a:extLst", _made("a:ext", _made("adec:decorative", val=1), uri=_DECORATIVE)),
            id=number,
            name=f"Line {number}",
        ),
        _made("wp:cNvGraphicFramePr"),
        _made("a:graphic", _made("a:graphicData", _rectangle(wide, high), uri=_NAMES["wps"])),
        **dict.fromkeys(("distT", "distB", "distL", "distR", "simplePos", "locked", "allowOverlap"), 0),
        relativeHeight=number,
        behindDoc=1,
        layoutInCell=1,
    )


def _rectangle(wide: int, high: int) -> etree._Element:
    return _made(
        "wps:wsp",
        _made("wps:cNvSpPr"),
        _made(
            "wps:spPr",
            _made("a:xfrm", _made("a:off", x=0, y=0), _made("a:ext", cx=wide, cy=high)),
            _made("a:prstGeom", _made("a:avLst"), prst="rect"),
            _made("a:solidFill", _made("a:srgbClr", val=page.RED)),
            _made("a:ln", _made("a:noFill")),
        ),
        _made("wps:bodyPr"),
    )


def _made(name: str, /, *children: etree._Element, **attributes: str | int) -> etree._Element:
    """Return an element of a drawing."""
    prefix, local = name.split(":")
    made = etree.Element(f"{{{_NAMES[prefix]}}}{local}", nsmap=_NAMES)
    for key, value in attributes.items():
        made.set(key, str(value))
    made.extend(children)
    return made


def _text(name: str, value: int) -> etree._Element:
    made = _made(name)
    made.text = str(value)
    return made


def _emu(points: float) -> int:
    return round(points * _EMU)
