"""Claims of whole reports: lawful prose agrees with its tables, and every claim knows where it stands."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gongkai.checks.evidence import Evidence
from gongkai.checks.statements import statements_can_be_checked, statements_equal_their_cells
from gongkai.claims import Basis, Claim, Period, claims_of
from gongkai.report import AnnualReport, CellKey, Severity, Value
from gongkai.samples import lawful_report
from tests.checks.examples import model
from tests.claims.edited import with_words, without_tables
from tests.claims.marked import ACTIVE, MANAGEMENT, ON_REQUEST, cells_of, failing, problems, report_of
from tests.strategies import reports

PIECES = (
    *(
        "收到",
        "受理",
        "政府信息公开",
        "申请",
        "28件",
        "8件",
        "?8件",
        "三件",
        "，",
        "。",
        "、",
        "；",
        "：",
        "（",
        "）",
    ),
    *(
        "其中",
        "分别为",
        "自然人",
        "法人或其他组织",
        "上年结转",
        "结转下年度",
        "办结",
        "答复",
        "予以公开",
        "不予公开",
    ),
    *(
        "2024年",
        "2023年",
        "?024年",
        "截至",
        "较上年",
        "未收到",
        "无",
        "行政复议",
        "行政诉讼",
        "规范性文件",
        "现行有效",
    ),
    *(
        "制定",
        "废止",
        "占",
        "98.5%",
        "1.2万条",
        "其他",
        "一是",
        "二是",
        "三个方面",
        "县公安局",
        "我局",
        "\n",
        " ",
        "，000",
    ),
)


def value_of(report: AnnualReport, cells: tuple[CellKey, ...]) -> Value:
    values = {cell.key: cell.value for cell in report.cells}
    return sum((values[key] or 0 for key in cells), start=0)


def tied(report: AnnualReport) -> list[Claim]:
    return [claim for claim in claims_of(report) if claim.cells and claim.basis is not Basis.SHARE]


@given(reports())
def test_whatever_lawful_prose_says_of_a_cell_is_what_the_cell_says(report: AnnualReport) -> None:
    for claim in tied(report):
        assert claim.value in {value_of(report, cells) for cells in (claim.cells, *claim.others)}, claim.phrase.text


def test_lawful_prose_speaks_of_cells_of_every_table() -> None:
    spoken = {
        key[0] for seed in range(20) for claim in tied(lawful_report(seed, edition="2021")) for key in claim.cells
    }
    assert spoken == {"2", "3", "4"}


@given(reports(), st.data())
def test_one_changed_number_is_one_error_that_names_its_cells(report: AnnualReport, data: st.DataObject) -> None:
    claims = [claim for claim in tied(report) if claim.text.isdecimal() and not claim.about]
    assume(claims)
    claim = data.draw(st.sampled_from(claims))
    possible = {value_of(report, cells) for cells in (claim.cells, *claim.others)}
    other = data.draw(st.integers(min_value=0, max_value=99_999).filter(lambda number: number not in possible))
    number = claim.quote.text.replace(claim.text, str(other))
    findings = list(statements_equal_their_cells(Evidence(with_words(report, claim.quote, number))))
    assert [(one.code, one.severity, one.cells) for one in findings] == [
        ("statements.cell", Severity.ERROR, claim.cells)
    ]
    assert (findings[0].expected, findings[0].actual) == (str(value_of(report, claim.cells)), str(other))


@given(reports())
def test_without_tables_nothing_is_wrong_and_what_cannot_be_checked_is_said(report: AnnualReport) -> None:
    bare = Evidence(without_tables(report))
    assert list(statements_equal_their_cells(bare)) == []
    quotes = [quote for one in statements_can_be_checked(bare) for quote in one.quotes]
    assert quotes == [claim.phrase for claim in tied(bare.report)]


@given(
    reports()
    | st.lists(st.sampled_from(PIECES), max_size=40).map(lambda words: report_of(ON_REQUEST, "".join(words)))
)
def test_every_claim_stands_where_it_says_in_the_order_of_the_report(report: AnnualReport) -> None:
    passages = {(one.part, one.number): one.text for one in report.passages()}
    claims = claims_of(report)
    for claim in claims:
        for quote in (claim.quote, claim.phrase):
            assert passages[quote.part, quote.number][quote.start : quote.end] == quote.text
        assert claim.phrase.start <= claim.quote.start < claim.quote.end <= claim.phrase.end
        assert (claim.basis is None) == (claim.cells == ())
        assert claim.basis is Basis.SHARE or claim.of == ()
    assert [claim.order for claim in claims] == list(range(len(claims)))
    assert all(one.sentence <= other.sentence for one, other in pairwise(claims))


@given(
    st.text(max_size=40), st.none() | st.integers(min_value=2019, max_value=2030), st.none() | st.text(max_size=6)
)
def test_no_text_is_too_strange_to_be_read(text: str, year: int | None, organ: str | None) -> None:
    for edition in ("2019", "2021"):
        claims_of(report_of(ON_REQUEST, text, organ=organ, year=year, edition=edition))


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_a_tie_names_cells_of_the_edition(words: list[str]) -> None:
    for edition in ("2019", "2021"):
        report = report_of(ON_REQUEST, "".join(words), edition=edition)
        keys = {
            key for claim in claims_of(report) for cells in (claim.cells, *claim.others, claim.of) for key in cells
        }
        assert keys <= set(report.form.keys)


def test_the_marks_of_sentences_are_held_against_the_ties() -> None:
    assert problems("共收到申请{28件=new}。") == []
    assert problems("共收到申请{28件=closed}。") != []
    assert problems("共收到申请28件。") != []
    assert problems("共收到咨询{28件=new}。") != []
    assert problems("共收到咨询{28件|new}。") == []
    assert problems("共收到申请{28件|closed}。") != []
    assert problems("{未收到申请=new}。") == []


@pytest.mark.parametrize(
    ("organ", "sentence"),
    [
        ("絮泉县财政局", "絮泉县财政局共收到政府信息公开申请{28件=new}。"),
        ("絮泉县财政局", "县财政局共收到政府信息公开申请{28件=new}，办结{28件=closed}。"),
        ("絮泉县财政局", "财政局全年收到申请{28件=new}。"),
        ("絮泉县财政局", "我局共收到政府信息公开申请{28件=new}。"),
        ("絮泉县财政局", "我局办公室共受理申请{28件=new}。"),
        ("絮泉县财政局", "本单位共受理申请{28件=new}。"),
        ("絮泉县财政局", "市财政局转来申请3件。"),
        ("絮泉县财政局", "收到县政府办公室转来申请3件。"),
        ("絮泉县财政局", "县公安局收到申请5件。"),
        ("絮泉县鹿汀街道办事处", "鹿汀街道共收到政府信息公开申请{11件=new}。"),
        ("絮泉县鹿汀街道办事处", "街道办事处全年收到政府信息公开申请{11件=new}。"),
        ("絮泉县鹿汀街道办事处", "我街道共接收到{11项=new}政府信息公开申请。"),
        ("鹭汀综合实验区管理委员会", "全区共收到{70件=new}申请，办结{69件=closed}，{1件=out}结转下年度继续办理。"),
        (
            "鹭汀综合实验区管理委员会",
            "区管委会收到申请{75件=new}，涉及自然人{72件=new.natural}、商业企业{3件=new.business}。",
        ),
        ("栖霓市人民政府", "市政府共收到申请{28件=new}。"),
        ("栖霓市人民政府", "絮泉县收到申请5件。"),
        ("栖霓市人民政府办公室", "市政府办公室共收到申请{28件=new}，我办办结{28件=closed}。"),
        (None, "共收到申请{28件=new}，上年结转{2件=in}。"),
    ],
)
def test_the_organ_itself_is_known_by_its_names(organ: str | None, sentence: str) -> None:
    assert problems(sentence, organ=organ) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "局属单位收到申请3件。",
        "预算股收到申请3件，国库股收到申请2件。",
        "全县财政系统收到申请9件。",
    ],
)
def test_what_stands_below_or_above_a_department_is_not_it(sentence: str) -> None:
    assert problems(sentence, organ="絮泉县财政局") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "县公安局收到申请5件。",
        "2023年收到申请5件。",
    ],
)
def test_a_report_without_name_and_year_ties_nothing_that_names_them(sentence: str) -> None:
    assert problems(sentence, organ=None, year=None) == []


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        (MANAGEMENT, "新制作规范性文件{3件|norms.made}，新公开规范性文件{3件|norms.published}。"),
        (MANAGEMENT, "废止规范性文件2件，现行有效规范性文件48件。"),
        (ON_REQUEST, "其他处理{2件=otherwise}，予以公开{5件=granted}。"),
        (ON_REQUEST, "全年新收政府信息公开申请{28件=new}，2019年结转{2件=in}，结转至2021年{1件=out}。"),
    ],
)
def test_the_edition_of_2019_has_cells_of_its_own(heading: str, sentence: str) -> None:
    assert problems(sentence, heading, edition="2019", year=2020) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "共收到政府信息公开申{?8件=new}。",
        "已依法依规答{?08件=closed}（?023年转至今年办理的{11件=in}）。",
        "被申请行政复{?件=review}。",
        "较上年增?5件。",
        "开?4小时不间断监测。",
        "予以公{?5件|granted}。",
        "通过网络收到申?0件。",
        "政务服务窗口受理申?8件，均为许可事项。",
    ],
)
def test_a_number_that_lost_its_first_digit_is_tied_as_if_it_had_it(sentence: str) -> None:
    assert problems(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "全年共收到政府信息公开申\n请{28件|new}。",
        "全年共收到政府信 息公开申请 {28 件|new}。",
        "办结 {29件=closed} ， 结转下年度 {1件=out} 。",
        "通过网络\n收到申请8件。",
        "2023年\n收到申请8件。",
        "县公安局\n收到申请8件。",
    ],
)
def test_a_line_that_ends_inside_a_sentence_does_not_cut_off_what_it_is_about(sentence: str) -> None:
    assert problems(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "（二）依申请公开絮泉县2024年共收到申请{28件=new}。",
        failing("（二）依申请公开2023年共收到申请23件。办结20件。", "the year of the sentence before goes on"),
    ],
)
def test_a_sentence_is_read_with_what_stands_before_it(sentence: str) -> None:
    assert problems(sentence, "") == []


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("2023年公开信息80条。", Period.OTHER),
        ("去年公开信息80条。", Period.OTHER),
        ("上半年公开信息80条。", Period.OTHER),
        ("2024年公开信息80条。", Period.THIS_YEAR),
        ("全年公开信息80条。", Period.THIS_YEAR),
    ],
)
def test_a_count_knows_its_time(sentence: str, period: Period) -> None:
    (claim,) = claims_of(report_of(ACTIVE, sentence))
    assert claim.period is period


def test_nothing_in_a_heading_or_behind_the_report_is_a_claim() -> None:
    report = model(headings={2: "二、共收到申请5件"}, closing=("共收到申请5件。",))
    assert claims_of(report) == claims_of(model())


def test_a_share_admits_half_a_unit_of_its_last_digit() -> None:
    (_, share) = claims_of(report_of(ON_REQUEST, "予以公开20件，占66.7%。"))
    assert share.value == Decimal("66.7")
    assert share.admits_share(20, 30)
    assert not share.admits_share(20, 31)
    (_, whole) = claims_of(report_of(ON_REQUEST, "予以公开1件，占13%。"))
    assert whole.admits_share(1, 8)
    assert not whole.admits_share(1, 9)


def test_names_of_cells_in_marks_are_cells_of_the_form() -> None:
    assert cells_of("new") == (("3", "1", "total"),)
    assert len(cells_of("denied")) == 8
    assert len(cells_of("closed.legal_persons")) == 5
    assert cells_of("otherwise", "2019") == (("3", "3.6", "total"),)
