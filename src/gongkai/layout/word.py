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

from gongkai.layout import page, word_letter, word_styles, words
from gongkai.layout.blocks import Grid, Letterhead, Line, Manuscript, Style
from gongkai.layout.characters import in_xml
from gongkai.layout.letter import Sealed, as_set
from gongkai.layout.packages import without_time
from gongkai.layout.setting import is_of_the_desk, title_lines
from gongkai.layout.word_tables import table
from gongkai.layout.word_xml import element, paragraph, run, twips, twips_of

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_STYLES = {
    Style.TITLE: word_styles.TITLE,
    Style.HEADING: word_styles.HEADING,
    Style.BODY: word_styles.BODY,
    Style.RIGHT: word_styles.SIGNATURE,
    Style.ASIDE: word_styles.ASIDE,
    Style.ADDRESSEE: word_styles.ADDRESSEE,
}
_Block = Line | Grid | Sealed
# The number's dash is its line's middle.
_FOOTER_DISTANCE = page.MARGIN_BOTTOM - page.NUMBER_DROP - page.ASIDE_PITCH / page.POINTS / 2


def word_document(manuscript: Manuscript) -> bytes:
    """Return a manuscript as a Word document; the same manuscript gives the same bytes.

    Its keywords are a property of the file, parted by "; ".
    """
    package = Package()
    properties = _part("/docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, _properties(manuscript), package)
    letterhead = manuscript.letterhead
    body = element("body", *_body(manuscript))
    main = _part("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, element("document", body), package)
    package.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    package.relate_to(properties, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    for name, content_type, relationship, root in (
        (
            "styles",
            CONTENT_TYPE.WML_STYLES,
            RELATIONSHIP_TYPE.STYLES,
            word_styles.styles(of_letters=is_of_the_desk(manuscript)),
        ),
        ("settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, word_styles.settings()),
        ("fontTable", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, word_styles.font_table()),
    ):
        main.relate_to(_part(f"/word/{name}.xml", content_type, root, package), relationship)
    footers = {
        kind: main.relate_to(
            _part(f"/word/footer{number}.xml", CONTENT_TYPE.WML_FOOTER, footer, package), RELATIONSHIP_TYPE.FOOTER
        )
        for number, (kind, footer) in enumerate(_footers(letterhead), 1)
    }
    header = None
    if letterhead:
        head = _part("/word/header1.xml", CONTENT_TYPE.WML_HEADER, word_letter.first_header(letterhead), package)
        header = main.relate_to(head, RELATIONSHIP_TYPE.HEADER)
    body.append(_section(header, footers))
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
        etree.SubElement(root, name).text = in_xml(text)
    return root


def _body(manuscript: Manuscript) -> Iterator[etree._Element]:
    if manuscript.letterhead:
        yield from word_letter.head(manuscript.letterhead)
    blocks = [block for block in as_set(manuscript) if not isinstance(block, Grid) or block.rows]
    for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        if isinstance(block, Line):
            yield _line(block, before, after)
        elif isinstance(block, Sealed):
            yield from word_letter.sealed(block, stays=isinstance(after, Line))
        else:
            yield table(block)
        # Word joins tables that touch, and ends with a paragraph.
        if isinstance(block, Grid) and (after is None or isinstance(after, Grid)):
            yield paragraph(element("pPr", element("pStyle", val=word_styles.TABLE)))


def _line(line: Line, before: _Block | None, after: _Block | None) -> etree._Element:
    """Return a paragraph; it stays with the table, or with the signature and date, that follow it."""
    stays = isinstance(after, Grid | Sealed) or _is_right(after)
    begins = _is_right(line) and not _is_right(before)
    properties = element(
        "pPr",
        element("pStyle", val=_style(line)),
        element("keepNext") if stays else None,
        element("spacing", before=twips_of(page.LINE_PITCH)) if begins else None,
    )
    return paragraph(properties, *_runs(line))


def _is_right(block: _Block | None) -> bool:
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


def _section(header: str | None, footers: dict[str, str]) -> etree._Element:
    """Return the page: its header and footers, paper, margins, and the grid of its lines."""
    section = element("sectPr")
    headers = {"first": header} if header else {}
    for name, references in (("headerReference", headers), ("footerReference", footers)):
        for kind, relationship in references.items():
            reference = element(name, type=kind)
            reference.set(qn("r:id"), relationship)
            section.append(reference)
    section.extend(
        one
        for one in (
            element("pgSz", w=twips(page.PAGE_WIDTH), h=twips(page.PAGE_HEIGHT)),
            element(
                "pgMar",
                top=twips(page.MARGIN_TOP),
                right=twips(page.MARGIN_RIGHT),
                bottom=twips(page.MARGIN_BOTTOM),
                left=twips(page.MARGIN_LEFT),
                header=twips(page.ORGAN_TOP if header else page.MARGIN_TOP / 2),
                footer=twips(_FOOTER_DISTANCE),
                gutter=0,
            ),
            element("titlePg") if header else None,
            # Characters have their distance from the style: programs that hold to a grid of them tear lines apart.
            # With a grid of lines some move the text of a letter down: half of what is not filled stands above it.
            None if header else element("docGrid", type="lines", linePitch=twips_of(page.LINE_PITCH)),
        )
        if one is not None
    )
    return section


def _footers(letterhead: Letterhead | None) -> Iterator[tuple[str, etree._Element]]:
    """Yield the kinds of footers; the first page of a letter has no number."""
    yield "default", _footer("right")
    yield "even", _footer("left")
    if letterhead:
        yield "first", element("ftr", paragraph(element("pPr", element("pStyle", val=word_styles.FOOTER))))


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
