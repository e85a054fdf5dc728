"""The styles of a Word document (Word 样式): an official document's fonts, sizes and places, and its settings.

Styles have the names by which Word knows them: it shows them in its own language, and headings beside the text.
Source: GB/T 9704-2012, 5.2, 7.3, 7.5.
"""

from __future__ import annotations

import math

from lxml import etree

from gongkai.layout import page
from gongkai.layout.fonts import FAMILIES, Role, official
from gongkai.layout.word_xml import element, twips, twips_of

LANGUAGE = "zh-CN"
NORMAL, BODY, TITLE, HEADING, SUBHEADING, LEAD, SIGNATURE, DATE, ASIDE, FOOTER, TABLE, WIDE_TABLE, GRID = (
    *("Normal", "BodyTextFirstIndent", "Title", "Heading1", "Heading2", "Heading2Char"),
    *("Signature", "Date", "Aside", "Footer", "TableText", "WideTableText", "TableGrid"),
)
# What only letters and forms have.
LETTERHEAD, LETTER_NUMBER, ADDRESSEE, HEADER, FORM_TABLE = (
    *("Letterhead", "LetterNumber", "Salutation", "Header", "FormText"),
)
# What all else rests on, by the names that programs look for.
_LETTERS, _ANY_TABLE = "DefaultParagraphFont", "TableNormal"
# From line to line in a table, in its size.
TABLE_LINE = 1.2
# Word tries these where it lacks a font; more are not looked at.
_MOST_ALTERNATIVES = 4
# 28 characters fill a line if each comes a little nearer to the next, in twentieths of a point.
_APART = math.floor(twips(page.TEXT_WIDTH) / page.CHARACTERS - twips_of(page.BODY_SIZE))
# As wide as the figures of the official font, and on every machine: what takes its place there may be wider.
_FIGURES = "Times New Roman"
_CHINESE_CHARSET = "86"


def styles(*, of_letters: bool = False) -> etree._Element:
    """Return the part that says how each kind of paragraph looks, of letters and forms as well if asked."""
    pitch = twips_of(page.LINE_PITCH)
    return element(
        "styles",
        element("docDefaults", element("rPrDefault", _type(Role.BODY, page.BODY_SIZE, language=True))),
        _style(NORMAL, "Normal", _as_text(pitch), _type(None, page.BODY_SIZE, apart=_APART), default=1),
        _style(BODY, "Body Text First Indent", element("pPr", _indent(page.BODY_SIZE)), over=NORMAL),
        _style(TITLE, "Title", _title(pitch), _type(Role.TITLE, page.TITLE_SIZE, apart=0), over=NORMAL, then=BODY),
        _style(HEADING, "heading 1", _heading(0), _type(Role.HEADING, page.BODY_SIZE), over=NORMAL, then=BODY),
        _style(SUBHEADING, "heading 2", _heading(1), _type(Role.SUBHEADING), over=NORMAL, then=BODY, beside=LEAD),
        _style(LEAD, "Heading 2 Char", _type(Role.SUBHEADING), kind="character", over=_LETTERS, beside=SUBHEADING),
        _style(SIGNATURE, "Signature", _right(page.SIGNATURE_INDENT), over=NORMAL, then=DATE),
        _style(DATE, "Date", _right(page.DATE_INDENT), over=NORMAL),
        _style(ASIDE, "Aside", _aside(), _type(None, page.ASIDE_SIZE, apart=0), over=NORMAL),
        _style(FOOTER, "footer", _footer(), _type(Role.NUMBER, page.NUMBER_SIZE, apart=0), over=NORMAL),
        _style(
            TABLE, "Table Text", _boxed(), _type(Role.TABLE, page.TABLE_SIZE, apart=0, latin=_FIGURES), over=NORMAL
        ),
        _style(WIDE_TABLE, "Wide Table Text", *_wide(), over=TABLE),
        *(_letter_styles() if of_letters else ()),
        _style(_LETTERS, "Default Paragraph Font", kind="character", default=1),
        _style(_ANY_TABLE, "Normal Table", kind="table", default=1),
        _style(GRID, "Table Grid", _ruled(), kind="table", over=_ANY_TABLE),
    )


def _letter_styles() -> tuple[etree._Element, ...]:
    boxed = _type(Role.TABLE, page.FORM_SIZE, apart=0, latin=_FIGURES)
    return (
        _style(LETTERHEAD, "Letterhead", _red_name(), _type(Role.TITLE, apart=0, color=page.RED), over=NORMAL),
        _style(LETTER_NUMBER, "Letter Number", _letter_number(), over=NORMAL, then=TITLE),
        _style(ADDRESSEE, "Salutation", over=NORMAL, then=BODY),
        _style(HEADER, "header", element("pPr", _off_the_grid()), over=NORMAL),
        _style(FORM_TABLE, "Form Text", element("pPr", _lines(TABLE_LINE * page.FORM_SIZE)), boxed, over=TABLE),
    )


def settings() -> etree._Element:
    """Return the part that says how Word lays the document out: number on the outer edge, Chinese punctuation."""
    return element(
        "settings",
        element("zoom", percent=100),
        element("defaultTabStop", val=twips_of(page.INDENT * page.BODY_SIZE)),
        element("evenAndOddHeaders"),
        element("characterSpacingControl", val="compressPunctuation"),
        element(
            "compat",
            element("spaceForUL"),
            element("balanceSingleByteDoubleByteWidth"),
            element("doNotLeaveBackslashAlone"),
            element("ulTrailSpace"),
            # A line that ends before its time is not stretched.
            element("doNotExpandShiftReturn"),
            element("useFELayout"),
            element(
                "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15
            ),
        ),
        element("themeFontLang", val="en-US", eastAsia=LANGUAGE),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    )


def font_table() -> etree._Element:
    """Return the part that names each font, and what to take where a machine lacks it."""
    fonts = {official(role): FAMILIES[role][1 : 1 + _MOST_ALTERNATIVES] for role in Role}
    return element(
        "fonts",
        *(
            element(
                "font",
                element("altName", val=",".join(others)),
                element("charset", val=_CHINESE_CHARSET),
                element("family", val="auto"),
                element("pitch", val="variable"),
                name=name,
            )
            for name, others in fonts.items()
        ),
    )


def size(points: float) -> tuple[etree._Element, etree._Element]:
    """Return the two properties that size type, which is counted in half points."""
    return element("sz", val=round(points * 2)), element("szCs", val=round(points * 2))


def _style(
    key: str,
    name: str,
    *properties: etree._Element,
    kind: str = "paragraph",
    over: str | None = None,
    then: str | None = None,
    beside: str | None = None,
    default: int | None = None,
) -> etree._Element:
    """Return a style: `over` the one that it changes, `then` that of the next paragraph, `beside` its twin."""
    return element(
        "style",
        element("name", val=name),
        element("basedOn", val=over) if over else None,
        element("next", val=then) if then else None,
        element("link", val=beside) if beside else None,
        element("qFormat") if kind == "paragraph" else None,
        *properties,
        type=kind,
        default=default,
        styleId=key,
    )


def _type(
    role: Role | None,
    points: float | None = None,
    *,
    apart: int | None = None,
    latin: str | None = None,
    color: str | None = None,
    language: bool = False,
) -> etree._Element:
    """Return properties of type. One font sets Chinese, Latin and figures alike, as official documents are set."""
    font = official(role) if role else None
    latin = latin or font
    return element(
        "rPr",
        element("rFonts", ascii=latin, hAnsi=latin, eastAsia=font, cs=latin) if font else None,
        element("color", val=color) if color else None,
        element("spacing", val=apart) if apart is not None else None,
        *(size(points) if points else ()),
        element("lang", val="en-US", eastAsia=LANGUAGE, bidi="ar-SA") if language else None,
    )


def _lines(points: float, *, before: int | None = None, after: int | None = None) -> etree._Element:
    return element("spacing", before=before, after=after, line=twips_of(points), lineRule="exact")


def _indent(points: float) -> etree._Element:
    return element("ind", firstLineChars=page.INDENT * 100, firstLine=twips_of(page.INDENT * points))


def _off_the_grid() -> etree._Element:
    return element("snapToGrid", val=0)


def _as_text(pitch: int) -> etree._Element:
    # Twenty-two lines fill a page, also where a paragraph ends on its first.
    return element(
        "pPr",
        element("widowControl", val=0),
        element("autoSpaceDE", val=0),
        element("autoSpaceDN", val=0),
        element("spacing", before=0, after=0, line=pitch, lineRule="exact"),
        element("jc", val="both"),
    )


def _title(pitch: int) -> etree._Element:
    """Return the place of a title, and a line's height below the last of its paragraphs."""
    return element(
        "pPr",
        element("keepNext"),
        element("keepLines"),
        _off_the_grid(),
        _lines(page.TITLE_PITCH, after=pitch),
        element("contextualSpacing"),
        element("jc", val="center"),
    )


def _heading(level: int) -> etree._Element:
    return element(
        "pPr",
        element("keepNext"),
        element("keepLines"),
        _indent(page.BODY_SIZE),
        element("outlineLvl", val=level),
    )


def _right(characters: int) -> etree._Element:
    indent = element("ind", rightChars=characters * 100, right=twips_of(characters * page.BODY_SIZE))
    return element("pPr", indent, element("jc", val="right"))


def _red_name() -> etree._Element:
    return element("pPr", _off_the_grid(), element("jc", val="center"))


def _letter_number() -> etree._Element:
    """Return the place of a letter's number, and the empty lines between it and the title."""
    drop = element("spacing", after=twips_of(page.LETTER_TITLE_DROP * page.LINE_PITCH))
    return element("pPr", _off_the_grid(), drop, element("jc", val="right"))


def _aside() -> etree._Element:
    return element(
        "pPr", _off_the_grid(), _lines(page.ASIDE_PITCH), _indent(page.ASIDE_SIZE), element("jc", val="left")
    )


def _footer() -> etree._Element:
    return element("pPr", _off_the_grid(), _lines(page.ASIDE_PITCH))


def _boxed() -> etree._Element:
    return element(
        "pPr",
        _off_the_grid(),
        _lines(TABLE_LINE * page.TABLE_SIZE),
        element("jc", val="center"),
    )


def _wide() -> tuple[etree._Element, etree._Element]:
    lines = element("pPr", _lines(TABLE_LINE * page.WIDE_TABLE_SIZE))
    return lines, _type(None, page.WIDE_TABLE_SIZE)


def _ruled() -> etree._Element:
    """Return the lines of a table, and how far its text stands from them."""
    rule: dict[str, str | int] = {"val": "single", "sz": round(page.RULE * 8), "space": 0, "color": "auto"}
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    padding: dict[str, str | int] = {"w": twips_of(page.CELL_PADDING), "type": "dxa"}
    return element(
        "tblPr",
        element("tblBorders", *(element(edge, **rule) for edge in edges)),
        element("tblCellMar", *(element(edge, **padding) for edge in ("top", "left", "bottom", "right"))),
    )
