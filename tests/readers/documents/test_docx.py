"""A Word document is read as its final text: merges, changes, boxes, controls, and nothing that is hidden."""

from __future__ import annotations

import pytest

from gongkai.errors import InputTooLarge, UnknownKind
from gongkai.readers import Grid, Line, read
from gongkai.readers.documents.docx import read_docx
from gongkai.readers.documents.package import Package
from gongkai.report import State
from gongkai.samples import sample
from gongkai.samples.packing import packed

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'


def document(body, namespace=W, before=""):
    return f"{before}<w:document {namespace} {MC}><w:body>{body}</w:body></w:document>"


def file_of(body, **parts):
    whole = body if body.startswith(("<w:document", "<!", "<?")) else document(body)
    return packed("word/document.xml", {"word/document.xml": whole, **parts})


def blocks_of(body):
    return read_docx(Package(file_of(body))).blocks


def shown(body):
    """Return lines as texts and tables as rows of (text, column, rowspan, colspan)."""
    return [
        block.text
        if isinstance(block, Line)
        else [[(cell.text, cell.column, cell.rowspan, cell.colspan) for cell in row] for row in block.rows]
        for block in blocks_of(body)
    ]


def run(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(*runs):
    return f"<w:p>{''.join(runs)}</w:p>"


def cell(content, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def table(*rows):
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def texts(markup):
    """Return what a cell shows that holds some runs, and what a paragraph outside tables shows."""
    inside = shown(table(cell(paragraph(markup)), cell(paragraph())))[0][0][0][0]
    return inside, next(iter(shown(paragraph(markup))), "")


def test_merged_cells_keep_every_cell_in_its_column():
    wide = cell(paragraph(run("a")), '<w:gridSpan w:val="2"/>')
    down = cell(paragraph(run("b")), '<w:vMerge w:val="restart"/>')
    rest = cell(paragraph(), "<w:vMerge/>")
    one = cell(paragraph(run("1")))
    assert shown(table(wide + one, down + one + one, rest + one + one)) == [
        [
            [("a", 0, 1, 2), ("1", 2, 1, 1)],
            [("b", 0, 2, 1), ("1", 1, 1, 1), ("1", 2, 1, 1)],
            [("1", 1, 1, 1), ("1", 2, 1, 1)],
        ]
    ]


def test_a_merge_that_nothing_began_is_a_cell():
    assert shown(table(cell(paragraph(run("1")), "<w:vMerge/>"))) == [[[("1", 0, 1, 1)]]]


@pytest.mark.parametrize(
    "markup",
    [
        run("2") + run("991"),
        f"<w:ins w:id='1'>{run('2991')}</w:ins>",
        f"<w:moveTo w:id='1'>{run('2991')}</w:moveTo>",
        f"<w:del w:id='1'><w:r><w:delText>3</w:delText></w:r></w:del>{run('2991')}",
        f"<w:moveFrom w:id='1'>{run('3')}</w:moveFrom>{run('2991')}",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('2991')}</w:sdtContent></w:sdt>",
        f"<w:smartTag>{run('29')}</w:smartTag><w:hyperlink>{run('91')}</w:hyperlink>",
        f"<w:r><w:fldChar/><w:instrText>PAGE 3</w:instrText></w:r>{run('2991')}",
        run("2991") + "<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:commentReference w:id='1'/></w:r>",
        run("7", "<w:vanish/>") + run("2991"),
        run("29", '<w:vanish w:val="0"/>') + run("91", '<w:strike w:val="false"/>'),
        "<w:r><w:t>29</w:t><w:softHyphen/><w:t>91</w:t></w:r>",
        run("29\u200b91"),
        f"<mc:AlternateContent><mc:Choice>{run('2991')}</mc:Choice><mc:Fallback>{run('3')}</mc:Fallback></mc:AlternateContent>",
    ],
)
def test_what_a_reader_sees_is_one_figure(markup):
    assert texts(markup) == ("2991", "2991")


@pytest.mark.parametrize("properties", ["<w:strike/>", "<w:dstrike/>", '<w:vertAlign w:val="superscript"/>'])
def test_what_is_struck_out_or_a_note_is_no_part_of_a_cell_s_figure(properties):
    assert texts(run("1", properties) + run("5")) == ("5", "15")


def test_figures_of_two_paragraphs_are_not_one_and_labels_are():
    assert shown(table(cell(paragraph(run("1")) + paragraph(run("2"))))) == [[[("1 2", 0, 1, 1)]]]
    assert shown(table(cell(paragraph(run("商业")) + paragraph(run("企业"))))) == [[[("商业企业", 0, 1, 1)]]]


def test_breaks_and_tabs_part_lines_and_words():
    assert shown(paragraph("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>")) == ["甲", "乙 丙"]


def test_rows_and_cells_that_a_change_took_away_are_gone():
    kept = cell(paragraph(run("1")))
    gone = f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{kept}</w:tr>"
    deleted = cell(paragraph(run("7")), "<w:cellDel w:id='1'/>")
    assert shown(f"<w:tbl>{gone}<w:tr>{deleted}{kept}</w:tr></w:tbl>") == [[[("1", 0, 1, 1)]]]


def test_rows_inside_controls_are_rows():
    row = f"<w:tr>{cell(paragraph(run('1')))}</w:tr>"
    assert shown(f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>{row}</w:tbl>") == [
        [[("1", 0, 1, 1)], [("1", 0, 1, 1)]]
    ]


def test_a_text_box_is_read_once_behind_its_paragraph():
    box = f"<w:txbxContent>{paragraph(run('框'))}{table(cell(paragraph(run('1'))))}</w:txbxContent>"
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    anchored = paragraph(run("甲"), f"<w:r>{both}</mc:AlternateContent></w:r>")
    assert shown(anchored) == ["甲", "框", [[("1", 0, 1, 1)]]]


def test_a_table_that_holds_tables_is_a_frame():
    inner = table(cell(paragraph(run("1"))))
    assert shown(table(cell(paragraph(run("甲")) + inner))) == ["甲", [[("1", 0, 1, 1)]]]


def test_the_strict_form_of_the_format_is_the_same():
    whole = document(paragraph(run("甲")), STRICT)
    assert [block.text for block in blocks_of(whole)] == ["甲"]


def test_cells_know_their_table_row_and_column():
    made = sample(3, layout="docx_plain", edition="2021")
    report = read(made.data)
    assert {type(cell.place).__name__ for cell in report.cells} == {"TablePlace"}
    assert all(cell.state is State.PRINTED for cell in report.cells)


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (file_of(document("", before='<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')), "外部实体"),
        (file_of(paragraph(run("甲")), **{"word/vbaProject.bin": "x"}), "宏"),
        (file_of("<w:document"), "损坏"),
        (file_of(document("").replace("w:body", "w:none")), "损坏"),
        (file_of(paragraph(run("甲")))[:-200], "损坏"),
        (packed("word/other.xml", {"word/document.xml": document("")}), "损坏"),
    ],
    ids=["entities", "macros", "no xml", "no body", "cut", "no main part"],
)
def test_a_broken_or_harmful_document_is_told_in_a_sentence(data, word):
    with pytest.raises(UnknownKind) as caught:
        read(data)
    assert word in caught.value.reason


def test_a_document_of_too_many_cells_is_refused():
    rows = table(*[cell(paragraph(run("1"))) * 100] * 700)
    with pytest.raises(InputTooLarge):
        read(file_of(rows))


def test_a_part_that_unpacks_beyond_all_bounds_is_refused():
    bomb = file_of(document(paragraph(run("0" * (65 << 20)))))
    assert len(bomb) < 1 << 20
    with pytest.raises(InputTooLarge) as caught:
        read(bomb)
    assert "解压" in caught.value.reason


def test_blocks_are_lines_and_grids():
    assert [type(block) for block in blocks_of(paragraph(run("甲")) + table(cell(paragraph())))] == [Line, Grid]
