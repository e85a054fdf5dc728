"""What a word processor writes around the words of a report (Word 文档的标记)."""

from __future__ import annotations

from gongkai.samples.packing import packed

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
START = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {_NAMESPACES}><w:body>'
END = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>'
PARAGRAPH = '<w:p><w:pPr><w:jc w:val="both"/><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr></w:pPr>'
RUN = '<w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t xml:space="preserve">'
TABLE = '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>'
_CHANGE = 'w:id="7" w:author="a" w:date="2025-01-01T00:00:00Z"'
INSERTED = f"<w:ins {_CHANGE}>"
# A text box is written twice, for newer and for older programs; the paragraph it is anchored in is empty.
BOX_START = f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>{PARAGRAPH}'
BOX_END = (
    "</w:p></w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r>"
    "<w:t>1</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
# What tracked changes took away and what is hidden, before a cell's figure.
DELETIONS = (
    f"<w:del {_CHANGE}><w:r><w:delText>{{number}}</w:delText></w:r></w:del>",
    f"<w:moveFrom {_CHANGE}><w:r><w:t>{{number}}</w:t></w:r></w:moveFrom>",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>{number}</w:t></w:r>",
    "<w:r><w:rPr><w:strike/></w:rPr><w:t>{number}</w:t></w:r>",
    "<w:r><w:instrText>PAGE {number}</w:instrText></w:r>",
)
NOTES = (
    '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>',
    '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="2"/></w:r>',
    '<w:commentRangeStart w:id="3"/><w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>',
)
DELETED_ROW = (
    f"<w:tr><w:trPr><w:del {_CHANGE}/></w:trPr><w:tc><w:p><w:del {_CHANGE}><w:r><w:delText>9</w:delText></w:r>"
    "</w:del></w:p></w:tc></w:tr>"
)
WRAPS = (
    ("", ""),
    ('<w:smartTag w:element="x">', "</w:smartTag>"),
    ("<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    ('<w:hyperlink w:anchor="x">', "</w:hyperlink>"),
    ('<w:fldSimple w:instr="REF x">', "</w:fldSimple>"),
)
BETWEEN_RUNS = (
    "",
    '<w:proofErr w:type="spellStart"/>',
    '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>',
    "<w:r><w:lastRenderedPageBreak/></w:r>",
)


def packed_document(document: str) -> bytes:
    """Return the bytes of the file that holds a document."""
    return packed("word/document.xml", {"word/document.xml": document})
