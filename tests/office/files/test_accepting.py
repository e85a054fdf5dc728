"""Files that are taken in, and what is noticed in them."""

from __future__ import annotations

import hashlib

import docx
import pytest
from django.core.files.storage import default_storage
from docx.oxml import OxmlElement
from PIL import Image

from gongkai_office.audit.models import Event
from gongkai_office.files.actions import accept
from gongkai_office.files.errors import FileRefused
from gongkai_office.files.kinds import BY_ENDING
from gongkai_office.files.models import StoredFile
from gongkai_office.files.words import State
from tests.office.files import samples

pytestmark = pytest.mark.django_db
quick = pytest.mark.usefixtures("in_this_process")


def taken(name: str, data: bytes, purpose: str = "files.bundle") -> StoredFile:
    return accept(samples.upload(name, data), by=None, organ=7, purpose=purpose)


def refused(name: str, data: bytes, purpose: str = "files.bundle") -> FileRefused:
    with pytest.raises(FileRefused) as caught:
        taken(name, data, purpose)
    return caught.value


@pytest.mark.parametrize("ending", sorted(set(BY_ENDING) - {"et", "htm", "jpeg", "tif"}))
def test_each_kind_is_taken_in_recognised_and_kept_under_its_hash(ending):
    data = samples.sample(ending)
    file = taken(f"年报.{ending}", data)
    assert (file.kind, file.state) == (BY_ENDING[ending].key, State.ACCEPTED)
    assert file.sha256 == hashlib.sha256(data).hexdigest()
    assert file.place.endswith(file.sha256)
    assert StoredFile.objects.get(pk=file.pk).read() == data
    event = Event.objects.get(verb="files.accept")
    assert event.after["sha256"] == file.sha256
    assert "年报" not in str(event.after)


@quick
def test_identical_bytes_are_stored_once():
    one, two = taken("甲.txt", b"1,2"), taken("乙.txt", b"1,2")
    assert one.pk != two.pk
    assert one.place == two.place
    folder = one.place.rpartition("/")[0]
    assert default_storage.listdir(folder)[1] == [one.sha256]


def hidden_run(document: docx.document.Document) -> None:
    run = document.add_paragraph().add_run("看不见的字")
    run.font.hidden = True


def tracked(document: docx.document.Document) -> None:
    change = OxmlElement("w:ins")
    change.append(document.add_paragraph().add_run("新写的")._r)
    document.paragraphs[-1]._p.append(change)


def comment(document: docx.document.Document) -> None:
    document.add_comment(document.add_paragraph("正文").runs, text="请核对", author="")


def author(document: docx.document.Document) -> None:
    document.core_properties.author = "测试人员"


def hide_sheet(book) -> None:
    book.create_sheet("底稿").sheet_state = "hidden"


def hide_rows(book) -> None:
    book.active.row_dimensions[2].hidden = True
    book.active.column_dimensions["B"].hidden = True


def added(parts) -> bytes:
    return samples.repacked(samples.word(), parts)


EXTERNAL = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://x/attachedTemplate" TargetMode="External" Target="http://127.0.0.1/a.dotm"/>'
    '<Relationship Id="r2" Type="http://x/hyperlink" TargetMode="External" Target="http://127.0.0.1/"/>'
    "</Relationships>"
)
NOTICED = {
    "macros": ("a.docm", lambda: samples.sample("docm")),
    "macros in a workbook": ("a.xlsm", lambda: samples.sample("xlsm")),
    "hidden_sheets": ("a.xlsx", lambda: samples.workbook(change=hide_sheet)),
    "hidden_rows": ("a.xlsx", lambda: samples.workbook(change=hide_rows)),
    "hidden_text": ("a.docx", lambda: samples.word(change=hidden_run)),
    "tracked": ("a.docx", lambda: samples.word(change=tracked)),
    "comments": ("a.docx", lambda: samples.word(change=comment)),
    "person": ("a.docx", lambda: samples.word(change=author)),
    "external": ("a.docx", lambda: added({"word/_rels/settings.xml.rels": EXTERNAL})),
    "embedded": ("a.docx", lambda: added({"word/embeddings/oleObject1.bin": b"x"})),
    "script": ("a.html", lambda: samples.HTML.replace(b"<p>", b"<script>alert(1)</script><p>")),
    "formulas": ("a.csv", lambda: b"a,b\n=cmd(),2\n"),
    "scan": ("a.png", samples.picture),
    "location": (
        "a.jpg",
        lambda: samples.picture(
            "JPEG",
            exif=b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x88%\x00\x04\x00\x00\x00\x01\x00\x00\x00\x1a\x00\x00\x00\x00\x00\x00",
        ),
    ),
    "unread": ("a.doc", lambda: samples.old_word(samples.PROSE)),
    "levels": ("a.csv", "项目,情形\n国家秘密,秘密 5年\n".encode),
    "internal": ("a.txt", "内部资料 注意保存\n年度报告".encode),
}


@quick
@pytest.mark.parametrize("code", NOTICED)
def test_what_a_person_should_know_is_noticed_in_a_sentence(code):
    name, make = NOTICED[code]
    file = taken(name, make())
    assert code.split()[0] in file.signs.split()
    assert len(file.remarks) == len(file.signs.split()) == len(file.noticed)
    assert all("{" not in remark for remark in file.remarks)


@quick
def test_a_plain_document_has_no_remarks():
    assert [taken("a.docx", samples.word()).remarks, taken("a.xlsx", samples.workbook()).remarks] == [[], []]


@quick
def test_a_hidden_sheet_is_called_by_its_name():
    assert "底稿" in taken("a.xlsx", samples.workbook(change=hide_sheet)).remarks[0]


def authors(document: docx.document.Document) -> None:
    document.core_properties.author = "测试人员"
    document.core_properties.last_modified_by = "另一测试人员"


META = (
    '<m xmlns:meta="urn:a" xmlns:dc="urn:b"><meta:initial-creator>甲</meta:initial-creator>'
    "<dc:creator>乙</dc:creator></m>"
)
APP = "<Properties><Company>萤台县民政局</Company><Manager>丙</Manager></Properties>"
PEOPLE = {
    "word": ("a.docx", lambda: samples.word(change=authors), "（作者：测试人员、最后修改者：另一测试人员）"),
    "organ": ("a.docx", lambda: added({"docProps/app.xml": APP}), "（单位：萤台县民政局、主管：丙）"),
    "open document": (
        "a.odt",
        lambda: samples.repacked(samples.sample("odt"), {"meta.xml": META}),
        "（作者：甲、最后修改者：乙）",
    ),
    "pdf": ("a.pdf", lambda: samples.pdf('#set document(author: "丁")', "正文"), "（作者：丁）"),
    "picture": ("a.jpg", lambda: samples.picture("JPEG", exif=artist()), "（拍摄者：photographer）"),
}


def artist() -> bytes:
    told = Image.Exif()
    told[0x013B] = "photographer"
    return told.tobytes()


@quick
@pytest.mark.parametrize("kind", PEOPLE)
def test_whom_the_properties_name_is_said_with_the_property(kind):
    name, make, said = PEOPLE[kind]
    file = taken(name, make())
    assert said in dict(file.noticed)["作者信息"]
    assert said not in str(Event.objects.get(verb="files.accept").after)
