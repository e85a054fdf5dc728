"""Loose usage is a note, once for each kind; usage that is right is not mentioned."""

from __future__ import annotations

import pytest

from gongkai.checks.evidence import Evidence
from gongkai.checks.usage import usage_is_exact
from tests.checks.examples import Example, with_prose
from tests.checks.yielded import quoted, told, yielded


def example(text: str, passing: str) -> Example:
    return Example(passing=Evidence(with_prose(1, passing)), failing=Evidence(with_prose(1, text)))


EXAMPLES = {
    "usage.measure_word": example("发布解读稿件40次。", "发布解读稿件40篇。"),
    "usage.object": example("收到依申请公开58宗。", "收到依申请公开申请58宗。"),
    "usage.term": example("公开行政规章2件。", "公开规章2件。"),
}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("发布征集信息40次。", "usage.measure_word"),
        ("公开信息307条/次。", "usage.measure_word"),
        ("推送文章12次,图解3次。", "usage.measure_word"),
        ("受理政府信息公开18件,均已办结。", "usage.object"),
        ("接到信息公开3件。", "usage.object"),
        ("各乡镇（街道）政府网页按时更新。", "usage.term"),
        ("截止目前,共公开120条。", "usage.term"),
        ("截止2024年12月底办结。", "usage.term"),
    ],
)
def test_loose_usage_is_noted(text: str, code: str) -> None:
    assert told(usage_is_exact, with_prose(1, text)) == {(code, "note")}


def test_all_places_of_one_term_are_one_note() -> None:
    findings = yielded(usage_is_exact, with_prose(1, "公开行政规章2件,清理行政规章1件。"))
    assert quoted(findings, "usage.term") == ["行政规章", "行政规章"]
    assert len(findings) == 1


@pytest.mark.parametrize(
    "text",
    [
        "收到政府信息公开申请18件,答复依申请公开申请2件。",
        "发布信息40条,召开信息次会3场。",
        "访问信息公开栏2万人次,文件次数不计。",
        "完善行政规章制度。",
        "街道政府服务中心、街道政府信息公开栏。",
        "截至目前共公开120条,申请截止日期为月底。",
        "占比3/4,编号2024/12。",
    ],
)
def test_usage_that_is_right_is_not_mentioned(text: str) -> None:
    assert told(usage_is_exact, with_prose(1, text)) == set()
