"""A number that lost its first digit is repaired where one reading alone is possible, and never wrongly."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.checks.evidence import Evidence
from gongkai.checks.lost_digits import lost_digits_are_repaired_where_proved, lost_years_are_told
from gongkai.damage import fold, lose, trace, widen
from gongkai.report import AnnualReport, Finding, Quote, Severity
from tests.checks.changed_cells import with_values
from tests.checks.examples import Example, model
from tests.claims.edited import with_prose_of, without_tables
from tests.claims.hostile import PIECES, checking, grows_with_its_length
from tests.claims.marked import ON_REQUEST
from tests.strategies import reports

NUMBER = re.compile(r"\d[\d.,]*")
REPAIRED, SEVERAL, YEARS = "lost_digits.repaired", "lost_digits.several", "lost_digits.years"
# A sum of the year, and two of all disputes, that the prose tells one by one.
RECEIVED = "上年结转2件，办结29件，结转下年度1件，收到政府信息公开申请28件。"
REVIEWS = "被申请行政复议15件，其中维持13件，纠正1件，其他结果1件，尚未审结0件。"


def saying(words: str) -> Evidence:
    return Evidence(model(prose={1: (ON_REQUEST, words)}))


def bare(words: str) -> Evidence:
    return Evidence(without_tables(saying(words).report))


EXAMPLES = {
    REPAIRED: Example(Evidence(model()), saying("全年收到政府信息公开申?件。")),
    SEVERAL: Example(Evidence(model()), saying("举办新闻发布?2场。")),
    YEARS: Example(Evidence(model()), saying("自?024年起施行。")),
}


def found(evidence: Evidence) -> list[Finding]:
    return list(lost_digits_are_repaired_where_proved(evidence))


def repaired(evidence: Evidence) -> list[tuple[str | None, str | None]]:
    return [(one.expected, one.correction) for one in found(evidence) if one.code == REPAIRED]


def texts(report: AnnualReport) -> dict[tuple[str, int], str]:
    return {(one.part, one.number): one.text for one in report.passages()}


def damaged(report: AnnualReport) -> AnnualReport:
    """Return a report whose paragraphs were read as code page 936."""
    return with_prose_of(report, lambda _part, _number, text: lose(widen(text)))


def original_of(text: str, at: int) -> str:
    """Return the number that a text had where the damaged text has a "?" at an offset."""
    _, survivors = trace(text)
    number = NUMBER.match(text, survivors[at - 1] + 2 if at else 1)
    assert number is not None
    return number[0]


def lost_at(quote: Quote) -> int:
    return quote.start + quote.text.index("?")


@given(reports(), st.booleans())
def test_no_number_of_lawful_prose_is_ever_repaired_wrongly(report: AnnualReport, tables: bool) -> None:
    before = texts(report)
    seen = damaged(report if tables else without_tables(report))
    for finding in found(Evidence(seen)):
        if finding.code == REPAIRED:
            quote = finding.quotes[0]
            text = widen(before[quote.part, quote.number])
            assert finding.expected == original_of(text, lost_at(quote)), quote.text
            assert finding.correction is None or finding.correction in fold(text), quote.text


@given(reports())
def test_every_lost_number_of_lawful_prose_is_told(report: AnnualReport) -> None:
    evidence = Evidence(damaged(report))
    told = {(one.part, one.number, lost_at(one)) for finding in found(evidence) for one in finding.quotes}
    lost = {
        (claim.quote.part, claim.quote.number, lost_at(claim.quote))
        for claim in evidence.claims
        if claim.candidates
    }
    assert told == lost


@given(reports())
def test_what_is_still_told_of_a_lost_number_can_be_what_it_was(report: AnnualReport) -> None:
    before = texts(report)
    for claim in Evidence(damaged(report)).claims:
        if claim.candidates:
            text = widen(before[claim.quote.part, claim.quote.number])
            assert original_of(text, lost_at(claim.quote)) in claim.candidates


@given(reports())
def test_without_damage_nothing_is_lost(report: AnnualReport) -> None:
    assert found(Evidence(report)) == []
    assert list(lost_years_are_told(Evidence(report))) == []


@given(st.integers(min_value=0, max_value=99_999), st.integers(min_value=0, max_value=99_999))
def test_a_number_is_repaired_to_its_cell_only_if_it_can_have_been_that(printed: int, cell: int) -> None:
    seen = lose(f"我县共收到申请{printed}件，均依法办理。")
    assert "?" in seen
    report = with_values(saying(seen).report, {("3", "1", "total"): cell})
    can_be = str(cell)[1:] == str(printed)[1:] and (cell > 0 or printed < 10)
    expected = [(str(cell), f"我县共收到申请{cell}件")] if can_be else []
    assert repaired(Evidence(report)) == expected


@given(*[st.integers(min_value=0, max_value=500)] * 3, st.data())
def test_the_balance_of_the_year_repairs_any_one_of_its_numbers(
    received: int, carried_in: int, closed: int, data: st.DataObject
) -> None:
    closed = min(closed, received + carried_in)
    numbers = [received, carried_in, closed, received + carried_in - closed]
    words = ["新收政府信息公开申?{}件", "上年结?{}件", "答?{}件", "结转下年?{}件"]
    whole = ["新收申请{}件", "上年结转{}件", "办结{}件", "结转下年度{}件"]
    gone = data.draw(st.integers(min_value=0, max_value=3))
    told = [
        (words[at].format(str(number)[1:]) if at == gone else whole[at].format(number))
        for at, number in enumerate(numbers)
    ]
    assert [expected for expected, _ in repaired(bare("，".join(told) + "。"))] == [str(numbers[gone])]


@pytest.mark.parametrize(
    ("words", "expected", "correction"),
    [
        ("我县共收到申请9件，均依法办理。", "9", "我县共收到申请9件"),
        ("已办结8件，均依法办理。", "8", None),
        ("已答复8件，均依法办理。", "8", "已答复8件"),
        ("结转下年度2件，均依法办理。", "2", None),
        ("新制发行政规范性文件2件，均依法公开。", "2", "新制发行政规范性文件2件"),
        ("各单位开展24小时不间断监测，及时提醒。", "24", "各单位开展24小时"),
    ],
)
def test_a_number_that_can_only_be_one_is_given_with_the_words_that_alone_can_have_stood_there(
    words: str, expected: str, correction: str | None
) -> None:
    seen = lose(words)
    assert "?" in seen
    assert repaired(saying(seen)) == [(expected, correction)]


def test_a_repair_says_what_proves_it() -> None:
    (finding,) = found(saying("全年收到政府信息公开申?件。"))
    assert (finding.severity, finding.actual, finding.calculation) == (Severity.DAMAGE, "?", "表中为 9")
    assert finding.cells == (("3", "1", "total"),)
    (finding,) = found(bare(REVIEWS.replace("议15", "?5")))
    assert (finding.expected, finding.calculation) == ("15", "由正文其他各数按勾稽关系算出")


@pytest.mark.parametrize(
    "words",
    [
        "举办新闻发布?2场。",
        "压缩?4小时以内。",
        "县公安局收到政府信息公开申?件。",
        "2023年收到政府信息公开申?件。",
        "全年收到政府信息公开申?1件。",
        "以书面形式答复申?件。",
        "通过网络收到申?件。",
        "延期答?件。",
        "截?月底收到申请9件，办?件。",
    ],
)
def test_a_number_that_nothing_proves_stays_open(words: str) -> None:
    assert repaired(saying(words)) == []


UNPROVED = "a count that can mean other cells, or is rounded, proves nothing"


@pytest.mark.parametrize(
    "words",
    [
        "收到申请28件，办结29件，结转下年?件。",
        "收到申请28件，上年结转2件，按时办结26件，延期办结3件，结转下年?件。",
        "2023年收到申请28件，上年结转2件，办结29件，结转下年?件。",
        "收到申请30件（含上年结转2件），办结29件，结转下年?件。",
        "收到申请约30件，上年结转2件，办结29件，结转下年?件。",
        "收到申请28余件，上年结转2件，办结29件，结转下年?件。",
        "收到申请28件，上年结转2件，共办理申请30件，结转下年?件。",
        "通过网络收到申请20件，上年结转2件，办结21件，结转下年?件。",
    ],
)
def test_a_sum_proves_nothing_where_one_of_its_numbers_is_not_sure(words: str) -> None:
    assert repaired(bare(words)) == []


def test_numbers_that_are_open_are_one_finding_with_all_they_can_be() -> None:
    (finding,) = found(saying("举办新闻发布?2场，制作简明问?7期。"))
    assert finding.code == SEVERAL
    assert [quote.text for quote in finding.quotes] == ["?2场", "?7期"]
    assert "“?2场”可为 12 至 92" in finding.message


def test_a_question_of_the_author_is_no_damage() -> None:
    for words in ("如何申请?1件也办。", "为什么公开?公开什么?", "您对公开满意吗?8月起可在线评价。"):
        assert repaired(saying(words)) == []


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("自?024年起施行。", ["?024年"]),
        ("本年报统计期限?024年1月1日起。", ["?024年"]),
        ("现将?023年与?024年情况公布。", ["?023年", "?024年"]),
        pytest.param(
            "本制度,?024年起施行。",
            ["?024年"],
            marks=pytest.mark.xfail(
                strict=True, reason="the sign before the lost character stands where a word may"
            ),
        ),
        ("2024年公开。", []),
        ("第?1号", []),
        ("发布?24年历史资料", []),
    ],
)
def test_a_year_that_lost_its_first_digit_is_told(words: str, years: list[str]) -> None:
    quotes = [quote.text for finding in lost_years_are_told(saying(words)) for quote in finding.quotes]
    assert quotes == years


def test_all_lost_years_are_one_finding_that_says_what_they_were() -> None:
    (finding,) = lost_years_are_told(saying("自?023年起，至?024年止。"))
    assert finding.severity is Severity.DAMAGE
    assert "“?023年”为 2023年、“?024年”为 2024年" in finding.message


@pytest.mark.parametrize("piece", PIECES)
def test_the_rules_take_a_longer_text_its_share_of_time(piece: str) -> None:
    assert grows_with_its_length(checking("gongkai.checks.lost_digits"), piece)


def test_many_lost_numbers_take_their_share_of_time() -> None:
    assert grows_with_its_length(checking("gongkai.checks.lost_digits"), "收到申?1件，", 12_000)
