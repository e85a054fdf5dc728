"""Small files of every kind, made when a test asks for them."""

from __future__ import annotations

import io
import zipfile

import docx
import openpyxl
import xlwt
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

PROSE = "萤泽市民政局2025年政府信息公开工作年度报告"


def upload(name: str, data: bytes) -> SimpleUploadedFile:
    """An upload; Django drops folders from names by itself, so that is undone."""
    file = SimpleUploadedFile("x", data)
    file._name = name
    return file


def word(*lines: str, header: str = "", change=None) -> bytes:
    document = docx.Document()
    document.core_properties.author = ""
    for line in lines or (PROSE,):
        document.add_paragraph(line)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if change:
        change(document)
    return saved(document)


def workbook(*rows, change=None) -> bytes:
    book = openpyxl.Workbook()
    book.properties.creator = ""
    for row in rows or ((PROSE,), ("项目", "数量")):
        book.active.append(row)
    if change:
        change(book)
    return saved(book)


def old_workbook(*rows) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    for number, row in enumerate(rows or ((PROSE,),)):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    return saved(book)


def saved(thing) -> bytes:
    stream = io.BytesIO()
    thing.save(stream)
    return stream.getvalue()


def picture(kind: str = "PNG", size=(20, 20), **told) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size).save(stream, kind, **told)
    return stream.getvalue()


def packed(parts: dict[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return stream.getvalue()


def repacked(data: bytes, added: dict[str, bytes | str], changed=None) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name, change in (changed or {}).items():
        parts[name] = change(parts[name])
    return packed({**parts, **added})


def ofd(*lines: str) -> bytes:
    texts = "".join(
        f'<ofd:TextObject ID="{n}"><ofd:TextCode>{line}</ofd:TextCode></ofd:TextObject>'
        for n, line in enumerate(lines)
    )
    page = f'<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content>{texts}</ofd:Content></ofd:Page>'
    return packed({"OFD.xml": "<a/>", "Doc_0/Pages/Page_0/Content.xml": page})


def open_document(kind: str, body: str) -> bytes:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "style")
    )
    content = f"<office:document-content {spaces}>{body}</office:document-content>"
    return packed({"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content})


def pdf(*lines: str) -> bytes:
    """A PDF with text that can be read, set by typst."""
    import typst

    text = "\n\n".join(lines) or PROSE
    return typst.compile(f'#set page(width: 10cm, height: 8cm)\n#text(lang: "zh")[{text}]'.encode(), format="pdf")


HTML = (
    f"<!doctype html><html><head><title>年报</title></head><body><div><p>{PROSE}</p></div></body></html>".encode()
)
CSV = "机关,数量\n萤泽市民政局,3\n".encode()


def sample(ending: str) -> bytes:
    """A harmless file of a kind, by the ending of its name."""
    return {
        "pdf": pdf,
        "docx": word,
        "docm": lambda: as_macros(word(), "word"),
        "xlsx": workbook,
        "xlsm": lambda: as_macros(workbook(), "xl"),
        "odt": lambda: open_document("text", f"<office:body><text:p>{PROSE}</text:p></office:body>"),
        "ods": lambda: open_document("spreadsheet", f"<office:body><text:p>{PROSE}</text:p></office:body>"),
        "ofd": lambda: ofd(PROSE),
        "doc": lambda: old_word(PROSE),
        "wps": lambda: old_word(PROSE),
        "xls": old_workbook,
        "html": lambda: HTML,
        "txt": PROSE.encode,
        "csv": lambda: CSV,
        "png": picture,
        "jpg": lambda: picture("JPEG"),
        "tiff": lambda: picture("TIFF"),
        "zip": lambda: packed({"年报.docx": word(), "附表/表.xlsx": workbook()}),
    }[ending]()


def as_macros(data: bytes, folder: str) -> bytes:
    """The same document, as one that may run macros."""

    def types(content: bytes) -> bytes:
        for said, macros in (
            (
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                b"application/vnd.ms-word.document.macroEnabled.main",
            ),
            (
                b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
                b"application/vnd.ms-excel.sheet.macroEnabled.main",
            ),
        ):
            content = content.replace(said, macros)
        return content

    return repacked(data, {f"{folder}/vbaProject.bin": b"macro"}, {"[Content_Types].xml": types})


def old_word(*lines: str) -> bytes:
    """What the bytes of an old document hold: its head, the names of its streams, its text."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    return head + "\r".join(lines).encode("utf-16-le") + bytes(512) + "WordDocument".encode("utf-16-le") + bytes(64)
