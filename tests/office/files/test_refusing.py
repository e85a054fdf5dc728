"""Files that are refused: why, in which words, and what is kept of them."""

from __future__ import annotations

import hashlib
import json
import subprocess
import zipfile
from contextlib import suppress

import docx
import pytest
from django.core.files.storage import default_storage
from docx.oxml import OxmlElement, parse_xml
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from gongkai_office.audit.models import Event
from gongkai_office.files import inspecting, words
from gongkai_office.files.errors import FileRefused, InspectionBusy
from gongkai_office.files.models import StoredFile
from gongkai_office.files.names import checked_name
from gongkai_office.files.words import State
from tests.office.files import samples
from tests.office.files.test_accepting import refused, taken

db = pytest.mark.django_db
quick = pytest.mark.usefixtures("in_this_process")

MARK = "机密★10年"
BOX = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml">'
    "<w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>秘 密</w:t></w:r></w:p></w:txbxContent>"
    "</v:textbox></v:shape></w:pict></w:r>"
)


def in_box(document: docx.document.Document) -> None:
    document.paragraphs[0]._p.append(parse_xml(BOX))


def in_deletion(document: docx.document.Document) -> None:
    deletion, run, text = OxmlElement("w:del"), OxmlElement("w:r"), OxmlElement("w:delText")
    text.text = MARK
    run.append(text)
    deletion.append(run)
    document.add_paragraph()._p.append(deletion)


def in_comment(document: docx.document.Document) -> None:
    document.add_comment(document.paragraphs[0].runs, text=MARK, author="")


def in_table(document: docx.document.Document) -> None:
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "密级", "机密"


def in_hidden_sheet(book) -> None:
    book.create_sheet("底稿").append(["", MARK])
    book["底稿"].sheet_state = "hidden"


def in_sheet_header(book) -> None:
    book.active.oddHeader.left.text = "秘密"


def in_sheet_comment(book) -> None:
    from openpyxl.comments import Comment

    book.active["A1"].comment = Comment(MARK, "x")


OWN = '<Properties><property name="密级"><lpwstr>机密</lpwstr></property></Properties>'


def titled(document: docx.document.Document) -> None:
    document.core_properties.title = MARK


def book_titled(book) -> None:
    book.properties.title = MARK


def sheet_named(book) -> None:
    book.create_sheet(MARK)


def page_with_row(*cells: str) -> bytes:
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    return samples.HTML.replace(b"<p>", f"<table><tr><td>序号</td></tr><tr>{row}</tr></table><p>".encode())


def rows(*told: list[str], sheets: int = 0) -> str:
    cells = [
        "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row) for row in told
    ]
    table = f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in cells)}</table:table>"
    before = "<table:table/>" * (sheets - 1)
    book = f"<office:spreadsheet>{before}{table}</office:spreadsheet>"
    return f"<office:body>{book if sheets else table}</office:body>"


PROSE = [f"第{number}段，依法公开。" for number in range(12)]
CLASSIFIED = {
    "line": ("a.docx", lambda: samples.word(*PROSE, MARK)),
    "first lines": ("a.docx", lambda: samples.word("秘密", *PROSE)),
    "header": ("a.docx", lambda: samples.word(*PROSE, header="机密")),
    "text box": ("a.docx", lambda: samples.word(*PROSE, change=in_box)),
    "deleted text": ("a.docx", lambda: samples.word(*PROSE, change=in_deletion)),
    "comment": ("a.docx", lambda: samples.word(*PROSE, change=in_comment)),
    "row": ("a.docx", lambda: samples.word(*PROSE, change=in_table)),
    "first cell": ("a.xlsx", lambda: samples.workbook(("秘密",), ("项目", "数量"))),
    "hidden sheet": ("a.xlsx", lambda: samples.workbook(change=in_hidden_sheet)),
    "sheet header": ("a.xlsx", lambda: samples.workbook(change=in_sheet_header)),
    "cell comment": ("a.xlsx", lambda: samples.workbook(change=in_sheet_comment)),
    "old workbook": ("a.xls", lambda: samples.old_workbook(("项目",), (MARK,))),
    "old word": ("a.doc", lambda: samples.old_word(MARK, "关于某事的报告")),
    "wps": ("a.wps", lambda: samples.old_word("关于某事的报告", MARK, "正文")),
    "text": ("a.txt", lambda: f"报告\n\n{MARK}\n".encode("gb18030")),
    "rows of commas": ("a.csv", "密级,机密\n编号,1\n".encode),
    "page": ("a.html", lambda: samples.HTML.replace(b"<p>", f"<p>{MARK}</p><p>".encode())),
    "ofd": ("a.ofd", lambda: samples.ofd(MARK, "正文")),
    "ofd in signs": ("a.ofd", lambda: samples.ofd("机", "密", "★", "1", "年")),
    "open document": (
        "a.odt",
        lambda: samples.open_document("text", f"<office:body><text:p>{MARK}</text:p></office:body>"),
    ),
    "pdf": ("a.pdf", lambda: samples.pdf("机密★10年", "关于某事的报告")),
    "pdf head": ("a.pdf", lambda: samples.pdf("秘密", "关于某事的报告")),
    "bundle": ("a.zip", lambda: samples.packed({"夹/一.docx": samples.word(MARK)})),
    "name in bundle": ("a.zip", lambda: samples.packed({"夹/【机密】一.txt": "x"})),
    "row of commas": ("a.csv", "序号,密级,名称\n1,机密★10年,某文件\n".encode),
    "row of tabs": ("a.csv", "1\t机密★10年\t某文件\n".encode),
    "quoted row of commas": ("a.csv", '1,"某,文件","机密★10年"\n'.encode),
    "row below an open quote": ("a.csv", '"未完,1\n2,机密★10年,某文件\n'.encode),
    "row of a long cell": ("a.csv", f"{'长' * 140_000},机密★10年\n".encode),
    "lines of a cell": ("a.xlsx", lambda: samples.workbook(("项目", f"某文件\n{MARK}"))),
    "cell of a page": ("a.html", lambda: page_with_row("1", MARK, "某文件")),
    "cell of an open document": ("a.odt", lambda: samples.open_document("text", rows(["1", MARK, "某文件"]))),
    "cell of an open book": (
        "a.ods",
        lambda: samples.open_document("spreadsheet", rows(["1", MARK, "某文件"], sheets=1)),
    ),
    "sheet name": ("a.xlsx", lambda: samples.workbook(change=sheet_named)),
    "property title": ("a.docx", lambda: samples.word(*PROSE, change=titled)),
    "property of one's own": (
        "a.docx",
        lambda: samples.repacked(samples.word(*PROSE), {"docProps/custom.xml": OWN}),
    ),
    "property of a workbook": ("a.xlsx", lambda: samples.workbook(change=book_titled)),
    "property of a page": (
        "a.html",
        lambda: samples.HTML.replace("<title>年报".encode(), f"<title>{MARK}".encode()),
    ),
    "property of a pdf": ("a.pdf", lambda: samples.pdf('#set document(title: "机密★10年")', "正文")),
    "property of an open document": (
        "a.odt",
        lambda: samples.repacked(samples.sample("odt"), {"meta.xml": f"<meta><title>{MARK}</title></meta>"}),
    ),
    "folder in bundle": ("a.zip", lambda: samples.packed({"夹/会议_秘密/一.txt": "x"})),
    "name": ("机密★10年 方案.txt", "只有名称带密级标志。".encode),
}


@db
@quick
@pytest.mark.parametrize("where", CLASSIFIED)
def test_a_marking_anywhere_refuses_the_file_and_nothing_of_it_is_kept(where):
    name, make = CLASSIFIED[where]
    data = make()
    error = refused(name, data)
    assert error.code == "classified"
    assert "报告本单位保密机构" in error.reason
    file = StoredFile.objects.get(pk=error.file)
    assert (file.state, file.place, file.name) == (State.REFUSED, "", words.NAME_NOT_KEPT)
    assert file.sha256 == hashlib.sha256(data).hexdigest()
    assert file.name_digest.startswith("hmac-")
    event = Event.objects.get(verb="files.refuse")
    assert MARK not in f"{event.after} {vars(file)}"
    assert not default_storage.exists(f"{file.sha256[:2]}/{file.sha256[2:4]}/{file.sha256}")


SPEAKS = [
    "本年度依据国家秘密不予公开0件。",
    "依照《中华人民共和国保守国家秘密法》办理。",
    "经保密审查，本文件不属于机密。",
    "涉密人员培训12人次。",
    "三、商业秘密",
    "国家秘密",
]


@db
@quick
def test_documents_that_speak_of_secrets_are_taken_in():
    assert taken("a.docx", samples.word(*SPEAKS, header="政府信息公开工作年度报告")).state == State.ACCEPTED
    assert (
        taken("a.xlsx", samples.workbook(("不予公开",), ("1.属于国家秘密", 3), ("绝密", "机密", "秘密"))).state
        == State.ACCEPTED
    )
    assert taken("a.txt", "\n".join(SPEAKS).encode()).state == State.ACCEPTED
    assert taken("关于商业秘密的答复.pdf", samples.pdf(*SPEAKS)).state == State.ACCEPTED


def bomb() -> bytes:
    return samples.packed({"word/document.xml": bytes(60 << 20), "[Content_Types].xml": "x"})


def overlapping() -> bytes:
    """A zip whose directory lists one entry many times."""
    data = samples.packed({"a.txt": bytes(range(256)) * 400}, zipfile.ZIP_STORED)
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    directory = data[start:end] * 50
    tail = bytearray(data[end:])
    tail[8:10] = tail[10:12] = (50).to_bytes(2, "little")
    tail[12:16] = len(directory).to_bytes(4, "little")
    return data[:start] + directory + bytes(tail)


ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Types>&a;</Types>'
REFUSED = {
    "empty": ("a.docx", lambda: b""),
    "ending": ("a.exe", lambda: b"MZ"),
    "ending svg": ("a.svg", lambda: b"<svg/>"),
    "ending none": ("年报", lambda: b"x"),
    "program": ("a.txt", lambda: b"MZ\x90\x00" + bytes(100)),
    "program as pdf": ("a.pdf", lambda: b"\x7fELF" + bytes(100)),
    "program php": ("a.html", lambda: b"<?php system('id'); ?>"),
    "program jar": ("a.zip", lambda: samples.packed({"META-INF/MANIFEST.MF": "x", "A.class": "x"})),
    "svg": ("a.html", lambda: b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    "binary": ("a.txt", lambda: bytes(range(32)) * 50),
    "mismatch": ("a.docx", samples.workbook),
    "mismatch macros": ("a.docx", lambda: samples.sample("docm")),
    "mismatch page": ("a.txt", lambda: samples.HTML),
    "mismatch zip": ("a.docx", lambda: samples.packed({"a.txt": "x"})),
    "mismatch picture": ("a.pdf", samples.picture),
    "broken": ("a.docx", lambda: samples.word()[:-200]),
    "broken picture": ("a.png", lambda: samples.picture(size=(200, 200))[:-20]),
    "broken pdf": ("a.pdf", lambda: b"%PDF-1.7\nnothing"),
    "office_other": (
        "a.docx",
        lambda: samples.packed({"[Content_Types].xml": "presentationml", "ppt/presentation.xml": "<a/>"}),
    ),
    "compound_other": ("a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "encrypted": (
        "a.doc",
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
    ),
    "entities": ("a.docx", lambda: samples.repacked(samples.word(), {}, {"word/document.xml": lambda _: ENTITY})),
    "too_large_unpacked": ("a.docx", bomb),
    "too_large_unpacked overlap": ("a.zip", overlapping),
    "too_many_entries": ("a.zip", lambda: samples.packed({f"{n}.txt": "x" for n in range(2001)})),
    "entry_name": ("a.zip", lambda: samples.packed({"../../etc/cron.d/x.txt": "x"})),
    "nested": ("a.zip", lambda: samples.packed({"b.zip": samples.packed({"c.txt": "x"})})),
    "nested gz": ("a.zip", lambda: samples.packed({"b.txt": b"\x1f\x8b" + bytes(20)})),
    "entry_refused": ("a.zip", lambda: samples.packed({"安装.exe": b"MZ" + bytes(100)})),
    "too_many_pixels": ("a.png", lambda: samples.picture(size=(10_000, 9_000))),
}


@db
@quick
@pytest.mark.parametrize("code", REFUSED)
def test_what_must_not_come_in_is_refused_with_a_sentence_and_recorded(code):
    name, make = REFUSED[code]
    data = make()
    error = refused(name, data)
    assert error.code == code.split()[0]
    assert error.reason.endswith("。")
    assert "{" not in error.reason
    file = StoredFile.objects.get(pk=error.file)
    assert (file.name, file.reason, file.place) == (name, error.reason, "")
    assert file.sha256 == hashlib.sha256(data).hexdigest()
    assert Event.objects.get(verb="files.refuse").subject_id == str(file.pk)


@db
@quick
def test_a_purpose_takes_only_its_kinds():
    assert refused("a.zip", samples.sample("zip"), "files.general").code == "ending"
    assert "可以上传：xlsx" in refused("a.docx", samples.word(), "files.tables").reason
    assert taken("a.xlsx", samples.workbook(), "files.tables").kind == "xlsx"


@db
def test_a_refusal_is_recorded_even_where_the_name_is_too_long_for_its_column():
    error = refused("长" * 300 + ".docx", b"x")
    assert error.code == "name_too_long"
    assert len(StoredFile.objects.get(pk=error.file).name) == 200


@pytest.mark.parametrize(
    "name",
    [
        "../a.txt",
        "a/b.txt",
        "a\\b.txt",
        "C:a.txt",
        "a\u202etxt.exe",
        "a\x00.txt",
        "a\n.txt",
        ".htaccess",
        "con.txt",
        "a.txt.",
        " ",
        "a\u200b.txt",
        "a|b.txt",
    ],
)
def test_names_that_deceive_or_lead_elsewhere_are_refused(name):
    with pytest.raises(FileRefused):
        checked_name(name)


@given(st.text(max_size=200))
def test_a_checked_name_is_a_plain_name_and_stays_the_same(name):
    try:
        checked = checked_name(name)
    except FileRefused:
        return
    assert checked_name(checked) == checked
    assert not set(checked) & set("/\\\x00\n\u202e")
    assert 0 < len(checked) <= 150


@db
@hypothesis_settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_document_with_any_bytes_overwritten_is_taken_in_or_refused(data):
    content = bytearray(samples.word())
    for _ in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(FileRefused):
        assert taken("a.docx", bytes(content)).state == State.ACCEPTED
    assert StoredFile.objects.exists()


def answering(monkeypatch, **said) -> None:
    def run(*_args, **told):
        data = told["input"]
        answer = {
            "sha256": hashlib.sha256(data).hexdigest(),
            "kind": "txt",
            "refused": "",
            "where": "",
            "signs": {},
        }
        return subprocess.CompletedProcess([], 0, json.dumps({**answer, **said}).encode())

    monkeypatch.setattr(inspecting.subprocess, "run", run)


LIES = [
    {"sha256": "0" * 64},
    {"kind": "pdf"},
    {"kind": "exe"},
    {"refused": "whatever"},
    {"signs": {"unknown": [1, []]}},
    {"refused": "classified", "at": {"某": 1}},
    {"refused": "classified", "at": {"line": 0}},
    {"refused": "classified", "at": {"line": "机密"}},
    {"signs": {"macros": [-1, []]}},
    {"signs": {"macros": "many"}},
    {"more": 1},
]


@db
@pytest.mark.parametrize("lie", LIES)
def test_an_answer_that_cannot_be_true_refuses_the_file(monkeypatch, lie):
    answering(monkeypatch, **lie)
    assert refused("a.txt", b"x").code == "lied"


@db
def test_an_answer_that_can_be_true_is_believed_and_its_places_are_cleaned(monkeypatch):
    answering(monkeypatch, signs={"hidden_sheets": [1, ["a\x00\u202eb" + "长" * 100]]})
    (remark,) = taken("a.txt", b"x").remarks
    assert "\u202e" not in remark
    assert len(remark) < 120


@db
def test_an_answer_of_endless_length_refuses_the_file(monkeypatch):
    answering(monkeypatch, signs={"macros": [1, ["x" * 100_000]]})
    assert refused("a.txt", b"x").code == "lied"


@db
@pytest.mark.parametrize(("died", "code"), [(1, "died"), (-9, "died"), (-11, "died")])
def test_a_process_that_dies_refuses_the_file(monkeypatch, died, code):
    monkeypatch.setattr(inspecting.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], died, b""))
    assert refused("a.txt", b"x").code == code


def cell_of_a_large_sheet() -> bytes:
    row = b'<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' + row * 800_000
    )
    noise = {"xl/media/n.bin": b"".join(hashlib.sha256(bytes([n % 256, n // 256])).digest() for n in range(30_000))}
    changed = {"xl/worksheets/sheet1.xml": lambda _: sheet + b"</sheetData></worksheet>"}
    return samples.repacked(samples.workbook(), noise, changed)


@db
def test_a_file_that_takes_too_long_is_refused(settings):
    settings.FILES = {**settings.FILES, "SECONDS": 1}
    data = cell_of_a_large_sheet()
    assert len(data) < settings.FILES["BYTES"]
    assert refused("a.xlsx", data).code in ("slow", "died")


@db
def test_a_file_that_takes_too_much_memory_is_refused(settings):
    settings.FILES = {**settings.FILES, "MEMORY": 150}
    assert refused("a.xlsx", cell_of_a_large_sheet()).code == "died"


@db
def test_with_every_place_taken_nothing_is_recorded_and_one_is_asked_to_wait(settings, monkeypatch):
    settings.FILES = {**settings.FILES, "WAIT": 0.01}
    monkeypatch.setattr(inspecting, "_at_once", inspecting.threading.BoundedSemaphore(1))
    with inspecting._turn(), pytest.raises(InspectionBusy) as caught:
        taken("a.txt", b"x")
    assert "稍等" in caught.value.reason
    assert not StoredFile.objects.exists()
    assert taken("a.txt", b"x").kind == "txt"
