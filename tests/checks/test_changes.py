"""Stated changes against last year are held against both years' figures."""

from __future__ import annotations

import pytest

from gongkai.checks.evidence import Evidence
from tests.checks.examples import PROSE, Example, codes, model

RECEIVED_LAST_YEAR = {("3", "1", "natural"): 6, ("3", "1", "total"): 6, ("3", "3.7", "natural"): 5}


def evidence(words: str) -> Evidence:
    """Return this year's report, which received 9, with some words, and last year's, which received 6."""
    overview = (PROSE[1][0], f"(二)依申请公开。全年收到政府信息公开申请9件,{words}。", *PROSE[1][2:])
    return Evidence(model(prose={1: overview}), (model(year=2023, cells=RECEIVED_LAST_YEAR),))


EXAMPLES = {
    "changes.share": Example(evidence("较上年增长50%"), evidence("较上年增长60%")),
    "changes.difference": Example(evidence("比上年增加3件"), evidence("比上年增加5件")),
}


@pytest.mark.parametrize("words", ["同比增长50.0%", "较2023年增长约45%", "比去年增加3件", "较上年有所增长"])
def test_a_change_that_is_so_is_left_alone(words: str) -> None:
    assert not {code for code in codes(evidence(words)) if code.startswith("changes.")}


@pytest.mark.parametrize("words", ["同比下降50%", "较上年增长33.3%", "较2023年增长5%"])
def test_a_wrong_percentage_or_direction_is_found(words: str) -> None:
    assert "changes.share" in codes(evidence(words))


def test_nothing_is_said_without_last_year_s_report_or_with_its_cell_unknown() -> None:
    report = evidence("较上年增长60%").report
    unknown = model(year=2023, cells={("3", "1", "total"): None})
    assert "changes.share" not in codes(Evidence(report)) | codes(Evidence(report, (unknown,)))


def test_merged_organs_count_together() -> None:
    report = evidence("较上年增长60%").report
    last = (model(year=2023, cells=RECEIVED_LAST_YEAR), model(year=2023, cells={("3", "1", "total"): 3}))
    finding = next(one for one in _found(Evidence(report, last)) if one.code == "changes.share")
    assert finding.expected == "0"


def _found(given: Evidence):
    from gongkai.checks.check import findings_of

    return findings_of(given)
