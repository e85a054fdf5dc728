"""Manuscript → Word document (Word 文档): the page, fonts and places of an official document, as styles of Word.

Source: GB/T 9704-2012. Notes of boxes are not printed: a mark stands for itself.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.package import Package
from lxml import etree

from gongkai.layout import page, word_styles, words
from gongkai.layout.blocks import Grid, Line, Manuscript, Style
from gongkai.layout.packages import without_time
from gongkai.layout.setting import title_lines
from gongkai.layout.word_tables import table
from gongkai.layout.word_xml import clean, element, paragraph, run, twips, twips_of

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_STYLES = {
    Style.TITLE: word_styles.TITLE,
    Style.HEADING: word_styles.HEADING,
    Style.BODY: word_styles.BODY,
    Style.RIGHT: word_styles.SIGNATURE,
    Style.ASIDE: word_styles.ASIDE,
}
# The number's dash is its line's middle.
_FOOTER_DISTANCE = page.MARGIN_BOTTOM - page.NUMBER_DROP - page.ASIDE_PITCH / page.POINTS / 2


def word_document(manuscript: Manuscript) -> bytes:
    """Return a manuscript as a Word document; the same manuscript gives the same bytes.

    Its keywords are a property of the file, parted by "; ".
    """
    package = Package()
    properties = _part("/docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, _properties(manuscript), package)
    body = element("body", *_body(manuscript))
    main = _part("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, element("document", body), package)
    package.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    package.relate_to(properties, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    for name, content_type, relationship, root in (
        ("styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, word_styles.styles()),
        ("settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, word_styles.settings()),
        ("fontTable", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, word_styles.font_table()),
    ):
        main.relate_to(_part(f"/word/{name}.xml", content_type, root, package), relationship)
    footers = {
        kind: main.relate_to(
            _part(f"/word/footer{number}.xml", CONTENT_TYPE.WML_FOOTER, _footer(side), package),
            RELATIONSHIP_TYPE.FOOTER,
        )
        for number, (kind, side) in enumerate((("default", "right"), ("even", "left")), 1)
    }
    body.append(_section(footers))
    buffer = io.BytesIO()
    package.save(buffer)
    return without_time(buffer.getvalue())


def _part(name: str, content_type: str, root: etree._Element, package: Package) -> XmlPart:
    return XmlPart(PackURI(name), content_type, root, package)


def _properties(manuscript: Manuscript) -> etree._Element:
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DUBLIN})
    for name, text in (
        (f"{{{_DUBLIN}}}title", manuscript.title),
        (f"{{{_CORE}}}keywords", "; ".join(manuscript.keywords)),
        (f"{{{_DUBLIN}}}language", word_styles.LANGUAGE),
    ):
        etree.SubElement(root, name).text = clean(text)
    return root


def _body(manuscript: Manuscript) -> Iterator[etree._Element]:
    blocks = [block for block in manuscript.blocks if isinstance(block, Line) or block.rows]
    for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        if isinstance(block, Line):
            yield _line(block, before, after)
            continue
        yield table(block)
        # Word joins tables that touch, and ends with a paragraph.
        if not isinstance(after, Line):
            yield paragraph(element("pPr", element("pStyle", val=word_styles.TABLE)))


def _line(line: Line, before: Line | Grid | None, after: Line | Grid | None) -> etree._Element:
    """Return a paragraph; it stays with the table, or with the signature and date, that follow it."""
    stays = isinstance(after, Grid) or _is_right(after)
    begins = _is_right(line) and not _is_right(before)
    properties = element(
        "pPr",
        element("pStyle", val=_style(line)),
        element("keepNext") if stays else None,
        element("spacing", before=twips_of(page.LINE_PITCH)) if begins else None,
    )
    return paragraph(properties, *_runs(line))


def _is_right(block: Line | Grid | None) -> bool:
    return isinstance(block, Line) and block.style is Style.RIGHT


def _style(line: Line) -> str:
    if line.style is Style.BODY and 0 < len(line.text.rstrip()) <= line.lead:
        return word_styles.SUBHEADING
    if line.style is Style.RIGHT and words.DATE.fullmatch(line.text):
        return word_styles.DATE
    return _STYLES[line.style]


def _runs(line: Line) -> tuple[etree._Element | None, ...]:
    if line.style is Style.TITLE:
        return (run("\n".join(title_lines(line.text))),)
    if line.style is not Style.BODY or _style(line) == word_styles.SUBHEADING:
        return (run(line.text),)
    lead = run(line.text[: line.lead], element("rStyle", val=word_styles.LEAD))
    return lead, run(line.text[line.lead :])


def _section(footers: dict[str, str]) -> etree._Element:
    """Return the page: its footers, paper, margins, and the grid of its lines."""
    section = element("sectPr")
    for kind, relationship in footers.items():
        footer = element("footerReference", type=kind)
        footer.set(qn("r:id"), relationship)
        section.append(footer)
    section.extend(
        (
            element("pgSz", w=twips(page.PAGE_WIDTH), h=twips(page.PAGE_HEIGHT)),
            element(
                "pgMar",
                top=twips(page.MARGIN_TOP),
                right=twips(page.MARGIN_RIGHT),
                bottom=twips(page.MARGIN_BOTTOM),
                left=twips(page.MARGIN_LEFT),
                header=twips(page.MARGIN_TOP / 2),
                footer=twips(_FOOTER_DISTANCE),
                gutter=0,
            ),
            # Characters have their distance from the style: programs that hold to a grid of them tear lines apart.
            element("docGrid", type="lines", linePitch=twips_of(page.LINE_PITCH)),
        )
    )
    return section


def _footer(side: str) -> etree._Element:
    """Return the page's number between dashes, a character from the page's outer edge."""
    indent = {
        f"{side}Chars": page.NUMBER_INDENT * 100,
        side: twips_of(page.NUMBER_INDENT * page.NUMBER_SIZE),
    }
    properties = element(
        "pPr",
        element("pStyle", val=word_styles.FOOTER),
        element("ind", **indent),
        element("jc", val=side),
    )
    number = element("fldSimple", run("1"), instr=" PAGE ")
    return element("ftr", paragraph(properties, run("— "), number, run(" —")))
