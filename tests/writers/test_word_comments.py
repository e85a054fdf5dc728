"""Comments in a Word document: each at its words or its cell, and the document otherwise as it was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from copy import deepcopy
from functools import cache

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from gongkai.errors import UnknownKind
from gongkai.readers import read
from gongkai.report import AnnualReport, CellKey, Finding, Quote, Severity, State
from gongkai.samples import lawful_report, sample
from gongkai.writers.findings.checked import Checked, checked
from gongkai.writers.findings.word_comments import with_comments
from gongkai.writers.report.form_tables import printed
from tests.terms import printed as by_hand

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LAYOUTS = ("docx_plain", "docx_runs", "docx_reviewed", "docx_cut")
BOX = (
    f"<w:r {nsdecls('w')} xmlns:v='urn:schemas-microsoft-com:vml'><w:pict><v:shape><v:textbox><w:txbxContent>"
    "<w:p><w:r><w:t>框里说的话有一句</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
LINK = f"<w:hyperlink {nsdecls('w')} w:anchor='x'><w:r><w:t>一百二十条</w:t></w:r></w:hyperlink>"


def document(prose: Iterable[str] = ("本年主动公开信息共计一百二十条。",)) -> Document:
    """Return a document in the printed form: title, headings, the prose below the first, and the three tables."""
    made = opened(_printed())
    behind = made.paragraphs[2]
    for text in prose:
        behind.insert_paragraph_before(text)
    return made


@cache
def _printed() -> bytes:
    made = docx.Document()
    for kind, words in by_hand.article():
        if kind == "table":
            _add_table(made, by_hand.sheets()[words])
        else:
            made.add_paragraph(words)
    return saved(made)


def _add_table(made: Document, sheet: by_hand.Sheet) -> None:
    width = sum(box.across for box in sheet[0])
    table = made.add_table(len(sheet), width)
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(sheet):
        column = 0
        for box in row:
            while (number, column) in taken:
                column += 1
            last = table.cell(number + box.down - 1, column + box.across - 1)
            cell = table.cell(number, column).merge(last)
            cell.text = box.text
            taken |= {(number + down, column + across) for down in range(box.down) for across in range(box.across)}


def saved(made: Document) -> bytes:
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def quote(report: AnnualReport, words: str) -> Quote:
    """Return the first place of some words in the prose."""
    return next(
        one.quote(one.text.index(words), one.text.index(words) + len(words))
        for one in report.passages()
        if words in one.text
    )


def found(*, code: str = "made.one", cells: Iterable[CellKey] = (), quotes: Iterable[Quote] = ()) -> Finding:
    return Finding(code=code, severity=Severity.ERROR, message="有误。", cells=tuple(cells), quotes=tuple(quotes))


def commented(data: bytes, *findings: Finding) -> bytes:
    return with_comments(data, checked("甲.docx", read(data), findings))


def spans(data: bytes) -> list[str]:
    """Return the words that each comment spans, in the order of the comments."""
    body, known = opened(data).element.body, {str(one.comment_id) for one in opened(data).comments}
    open_now: dict[str, str] = {}
    closed: dict[str, str] = {}
    for element in body.iter():
        number = element.get(W + "id")
        if element.tag == W + "commentRangeStart":
            open_now[number] = ""
        elif element.tag == W + "commentRangeEnd":
            closed[number] = open_now.pop(number)
        elif element.tag == W + "t":
            open_now = {key: text + (element.text or "") for key, text in open_now.items()}
    assert open_now == {}
    # A sample may hold marks of comments that are gone.
    references = [element.get(W + "id") for element in body.iter(W + "commentReference")]
    assert sorted(known, key=int) == sorted((one for one in references if one in known), key=int)
    return [closed[key] for key in sorted(known, key=int)]


def texts(data: bytes) -> list[str]:
    return [element.text or "" for element in opened(data).element.body.iter(W + "t")]


def findings_all_over(report: AnnualReport) -> list[Finding]:
    """Return a finding for every passage and for every eighth cell, and one for the whole report."""
    passages = [one for one in report.passages() if len(one.text.strip()) > 6]
    cells = [cell for cell in report.cells[::8] if cell.state is State.PRINTED]
    return [
        *(found(code=f"made.p{n}", quotes=[one.quote(2, 6)]) for n, one in enumerate(passages)),
        *(found(code=f"made.c{n}", cells=[cell.key]) for n, cell in enumerate(cells)),
        found(code="made.whole"),
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", [1, 2])
def test_a_document_with_comments_is_read_as_before(layout: str, seed: int) -> None:
    data = sample(seed, layout=layout).data
    report = read(data)
    findings = findings_all_over(report)
    after = commented(data, *findings)
    assert read(after) == report
    assert len(spans(after)) == len(findings)


@pytest.mark.parametrize("layout", ["docx_plain", "docx_runs", "docx_cut"])
def test_each_comment_spans_the_words_quoted_and_the_cell_meant(layout: str) -> None:
    data = sample(3, layout=layout, edition="2021").data
    report = read(data)
    findings = findings_all_over(report)
    for finding, span in zip(findings, spans(commented(data, *findings)), strict=True):
        if finding.quotes:
            assert span.split() == finding.quotes[0].text.split()
        elif finding.cells:
            assert span.strip() == report.cell(*finding.cells[0]).text


def test_words_inside_a_run_are_cut_out_of_it_with_its_looks() -> None:
    made = document()
    run = next(one for one in made.paragraphs if "一百二十条" in one.text).runs[0]
    run.bold = True
    data = saved(made)
    after = commented(data, found(quotes=[quote(read(data), "一百二十条")]))
    paragraph = next(one for one in opened(after).paragraphs if "一百二十条" in one.text)
    assert spans(after) == ["一百二十条"]
    assert [(one.text, one.bold) for one in paragraph.runs if one.text] == [
        *((text, True) for text in ("本年主动公开信息共计", "一百二十条", "。")),
    ]


def test_words_of_several_runs_are_spanned_by_one_comment() -> None:
    made = document(prose=["本年主动"])
    paragraph = next(one for one in made.paragraphs if one.text == "本年主动")
    for text in ("公开信息共", "计一百二十", "条。"):
        paragraph.add_run(text)
    data = saved(made)
    assert spans(commented(data, found(quotes=[quote(read(data), "信息共计一百二十条")]))) == ["信息共计一百二十条"]


def test_overlapping_words_have_a_comment_each() -> None:
    data = saved(document())
    report = read(data)
    wanted = ["主动公开信息", "公开信息共计", "信息", "本年主动公开信息共计一百二十条。"]
    after = commented(data, *(found(code=f"a.{n}", quotes=[quote(report, text)]) for n, text in enumerate(wanted)))
    assert spans(after) == wanted
    assert "".join(texts(after)) == "".join(texts(data))


def test_words_with_tabs_breaks_and_blanks_between_are_found() -> None:
    made = document(prose=["甲"])
    run = next(one for one in made.paragraphs if one.text == "甲").runs[0]
    for text in ("乙 丙", "丁戊"):
        run.add_tab()
        run.add_text(text)
    run.add_break()
    run.add_text("己庚辛")
    data = saved(made)
    report = read(data)
    after = commented(data, found(quotes=[quote(report, "丙 丁")]), found(code="b.c", quotes=[quote(report, "庚")]))
    assert spans(after) == ["丙丁", "庚"]
    assert read(after) == report


def test_the_same_words_in_two_paragraphs_are_told_apart_by_their_place() -> None:
    data = saved(document(prose=["本年没有。", "本年没有。", "本年没有。"]))
    report = read(data)
    second = [one for one in report.passages() if one.text == "本年没有。"][1]
    body = opened(commented(data, found(quotes=[second.quote(2, 4)]))).paragraphs
    marked = [bool(list(one._p.iter(W + "commentRangeStart"))) for one in body if one.text == "本年没有。"]
    assert marked == [False, True, False]


@pytest.mark.parametrize(
    "key", [("3", "3.3.1", "natural"), ("3", "4", "total"), ("4", "litigation_after", "total")]
)
def test_a_cell_below_merged_ones_is_itself(key: CellKey) -> None:
    data = saved(document())
    assert spans(commented(data, found(cells=[key]))) == [by_hand.figures()[key]]


def test_an_empty_cell_can_be_commented_on() -> None:
    made = document()
    boxes = printed(lawful_report(1, edition="2021").form.table("3"))
    key = boxes[3][1].key
    assert key is not None
    cell = made.tables[1].cell(3, 3)
    assert cell.text == by_hand.figures()[key]
    cell.text = ""
    data = saved(made)
    after = commented(data, found(cells=[key]))
    assert spans(after) == [""]
    assert list(opened(after).tables[1].cell(3, 3)._tc.iter(W + "commentReference"))
    assert texts(after) == texts(data)


def test_words_in_a_link_are_commented_on() -> None:
    made = document(prose=["共计公开"])
    next(one for one in made.paragraphs if one.text == "共计公开")._p.append(parse_xml(LINK))
    data = saved(made)
    assert spans(commented(data, found(quotes=[quote(read(data), "公开一百")]))) == ["公开一百"]


def test_words_in_a_text_box_are_commented_on_where_the_box_is_anchored() -> None:
    made = document(prose=["框的前面。"])
    next(one for one in made.paragraphs if one.text == "框的前面。")._p.append(parse_xml(BOX))
    data = saved(made)
    report = read(data)
    after = commented(data, found(quotes=[quote(report, "有一句")]))
    inside = [element for box in opened(after).element.body.iter(W + "txbxContent") for element in box.iter()]
    assert not any(element.tag.endswith(("commentRangeStart", "commentReference")) for element in inside)
    assert spans(after) == ["框里说的话有一句"]
    assert read(after) == report


def test_hidden_and_deleted_words_do_not_lead_astray() -> None:
    made = document(prose=["本年公开"])
    paragraph = next(one for one in made.paragraphs if one.text == "本年公开")
    paragraph.add_run("看不见的").font.hidden = True
    paragraph.add_run("信息十条。")
    deleted = parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>删去的</w:delText></w:r></w:del>")
    paragraph.runs[0]._r.addnext(deleted)
    data = saved(made)
    report = read(data)
    assert "看不见的" not in "".join(one.text for one in report.passages())
    assert spans(commented(data, found(quotes=[quote(report, "信息")]))) == ["信息"]


def test_a_finding_without_a_place_stands_at_the_first_words() -> None:
    data = saved(document())
    assert spans(commented(data, found())) == [by_hand.title()]


def test_a_quote_that_the_document_does_not_hold_gives_way_to_the_next_place() -> None:
    data = saved(document())
    lost = Quote("1", 9, 0, 2, "没有")
    key = ("3", "1", "total")
    assert spans(commented(data, found(quotes=[lost], cells=[key]), found(code="b.c", quotes=[lost]))) == [
        *(by_hand.figures()[key], by_hand.title()),
    ]


def test_a_comment_says_what_was_found_and_who_says_so() -> None:
    data = saved(document())
    finding = Finding(
        code="a.b",
        severity=Severity.WARNING,
        message="坏\x01<b>&",
        cells=(("3", "1", "total"), ("3", "1", "natural")),
        calculation="1+1=2≠3",
        correction="2",
    )
    (comment,) = opened(commented(data, finding)).comments
    assert (comment.author, comment.timestamp) == ("公开", None)
    assert [one.text for one in comment.paragraphs] == [
        "【警告 1】坏\ufffd<b>&",
        "计算：1+1=2≠3",
        "改为：2",
        "另见：表三 一、本年新收 / 自然人",
    ]


def test_what_was_dismissed_is_no_comment() -> None:
    data = saved(document())
    report = read(data)
    made = checked("甲.docx", report, [found(), found(code="b.c")])
    one, other = made.judgements
    dismissed = type(one)(one.finding, one.fingerprint, None), other
    assert len(spans(with_comments(data, Checked("甲.docx", report, dismissed)))) == 2
    assert len(list(opened(with_comments(data, Checked("甲.docx", report, (other,)))).comments)) == 1


def test_earlier_comments_stay() -> None:
    made = document()
    made.add_comment(made.paragraphs[0].runs, text="先前的意见", author="某人", initials="某")
    data = saved(made)
    comments = list(opened(commented(data, found(cells=[("3", "1", "total")]))).comments)
    assert [(one.author, one.text.partition("\n")[0]) for one in comments] == [
        ("某人", "先前的意见"),
        ("公开", "【错误 1】有误。"),
    ]
    assert comments[0].timestamp is not None


def test_all_parts_but_those_that_hold_comments_are_the_same_bytes() -> None:
    made = document()
    made.core_properties.title = "标题"
    data = saved(made)
    before, after = zipfile.ZipFile(io.BytesIO(data)), zipfile.ZipFile(io.BytesIO(commented(data, found())))
    changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
    assert changed == {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}
    assert set(after.namelist()) - set(before.namelist()) == {"word/comments.xml"}


def test_nothing_found_leaves_every_part_as_it_was() -> None:
    data = saved(document())
    before, after = zipfile.ZipFile(io.BytesIO(data)), zipfile.ZipFile(io.BytesIO(commented(data)))
    assert {name: before.read(name) for name in before.namelist()} == {
        name: after.read(name) for name in after.namelist()
    }


def test_without_the_comments_the_document_is_what_it_was() -> None:
    data = saved(document())
    body = opened(commented(data, found(cells=[("3", "1", "total")]))).element.body
    for element in list(body.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")):
        gone = element.getparent() if element.tag == W + "commentReference" else element
        gone.getparent().remove(gone)
    assert etree.tostring(body) == etree.tostring(opened(data).element.body)


def test_the_same_findings_are_the_same_bytes() -> None:
    data = saved(document())
    assert commented(data, found()) == commented(data, found())


def test_a_document_whose_words_all_stand_in_frames_is_commented_on() -> None:
    made = docx.Document()
    inner = document()
    frame = made.add_table(1, 1)
    for element in list(inner.element.body)[:-1]:
        frame.cell(0, 0)._tc.append(deepcopy(element))
    for paragraph in made.paragraphs:
        paragraph._p.getparent().remove(paragraph._p)
    data = saved(made)
    report = read(data)
    key = ("3", "1", "total")
    after = commented(data, found(quotes=[quote(report, "一百二十条")]), found(code="b.c", cells=[key]))
    assert spans(after) == ["一百二十条", by_hand.figures()[key]]


@pytest.mark.parametrize(
    "data",
    [b"", b"<html>", b"%PDF-1.7", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
    ids=["nothing", "page", "pdf", "cut package", "old document"],
)
def test_what_is_no_word_document_is_refused_in_chinese(data: bytes) -> None:
    with pytest.raises(UnknownKind) as caught:
        with_comments(data, checked("甲", lawful_report(1), ()))
    assert ".docx" in caught.value.reason


def test_a_package_that_is_no_word_document_is_refused() -> None:
    with pytest.raises(UnknownKind, match="批注只能加在 Word 文档"):
        with_comments(sample(1, layout="xlsx_sheet").data, checked("甲", lawful_report(1), ()))


def test_a_document_in_the_strict_form_is_refused_in_chinese() -> None:
    strict = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(document()))) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            part = old.read(name).replace(
                b"schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(name, part)
    with pytest.raises(UnknownKind, match="另存为"):
        with_comments(strict.getvalue(), checked("甲", lawful_report(1), [found()]))


def test_a_package_that_unpacks_to_more_than_any_report_is_refused() -> None:
    bomb = io.BytesIO(saved(document()))
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/media/image1.bmp", bytes(130 << 20))
    with pytest.raises(UnknownKind):
        with_comments(bomb.getvalue(), checked("甲", lawful_report(1), ()))


def test_the_words_of_a_run_with_a_note_before_them_begin_a_run_of_their_own() -> None:
    made = document(prose=["甲乙丙丁"])
    run = next(one for one in made.paragraphs if one.text == "甲乙丙丁").runs[0]
    run._r.insert(0, run._r.makeelement(qn("w:lastRenderedPageBreak")))
    data = saved(made)
    after = commented(
        data, found(quotes=[quote(read(data), "甲乙")]), found(code="b.c", quotes=[quote(read(data), "丁")])
    )
    assert spans(after) == ["甲乙", "丁"]
