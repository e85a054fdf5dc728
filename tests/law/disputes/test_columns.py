"""Each result has its column of table 4, and what the form leaves open is a convention."""

from __future__ import annotations

import pytest

from gongkai.law.conventions import DEFAULT, Conventions, DisputeColumn
from gongkai.law.disputes.columns import Column, column_of
from gongkai.law.disputes.dispute import Because, ReviewResult, SuitResult
from gongkai.report.editions import DISPUTE_COLUMNS

REVIEW = {
    "upheld": ["维持"],
    "corrected": ["变更", "撤销", "部分撤销", "确认违法", "确认无效", "责令履行"],
    "other": ["驳回请求", "驳回申请", "不予受理", "终止", "撤回", "调解"],
}
SUITS = {
    "upheld": ["驳回诉讼请求"],
    "corrected": ["撤销", "部分撤销", "变更", "确认违法", "确认无效", "判令履行"],
    "other": ["驳回起诉", "不予立案", "撤诉", "终结", "移送", "发回重审", "撤回上诉"],
}


@pytest.mark.parametrize("result", ReviewResult)
def test_a_reconsideration_has_its_column(result: ReviewResult) -> None:
    column = column_of(result, None, DEFAULT).column
    assert result.label in REVIEW[column.value]


@pytest.mark.parametrize("result", [one for one in SuitResult if one is not SuitResult.AFFIRMED])
def test_a_suit_has_its_column(result: SuitResult) -> None:
    assert column_of(result, None, DEFAULT) == (next(key for key in SUITS if result.label in SUITS[key]), "")


def test_the_columns_are_those_of_the_form() -> None:
    columns = {column.key: column.label for column in DISPUTE_COLUMNS if column.key != "total"}
    assert {one.value: one.label for one in Column} == columns


@pytest.mark.parametrize("column", DisputeColumn)
@pytest.mark.parametrize(
    ("setting", "result", "because"),
    [
        ("request_dismissed", ReviewResult.REQUEST_DISMISSED, None),
        ("mediated", ReviewResult.MEDIATED, None),
        ("mediated", ReviewResult.WITHDRAWN, Because.SETTLED),
        ("mediated", ReviewResult.TERMINATED, Because.SETTLED),
        ("mediated", SuitResult.WITHDRAWN, Because.SETTLED),
        ("withdrawn_after_change", ReviewResult.WITHDRAWN, Because.ACT_CHANGED),
        ("withdrawn_after_change", ReviewResult.TERMINATED, Because.ACT_CHANGED),
        ("withdrawn_after_change", SuitResult.WITHDRAWN, Because.ACT_CHANGED),
    ],
)
def test_what_the_form_leaves_open_is_a_convention(column, setting, result, because) -> None:
    chosen = column_of(result, because, Conventions(**{setting: column}))
    assert chosen == (Column(column.value), setting)
    assert column_of(result, because, DEFAULT) == (Column.OTHER, setting)


@pytest.mark.parametrize("column", DisputeColumn)
def test_conventions_touch_nothing_else(column: DisputeColumn) -> None:
    conventions = Conventions(request_dismissed=column, mediated=column, withdrawn_after_change=column)
    open_ones = {ReviewResult.REQUEST_DISMISSED, ReviewResult.MEDIATED}
    for result in (*ReviewResult, *SuitResult):
        if result not in open_ones:
            assert column_of(result, None, conventions) == column_of(result, None, DEFAULT)
