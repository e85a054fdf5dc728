"""Wholes and their parts are found as the words list them, and nothing else is taken for a list of parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.claims import claims_of, groups_of
from tests.claims.marked import ACTIVE, report_of

Listed = tuple[str, tuple[str, ...], bool]


def groups(text: str) -> list[Listed]:
    """Return each group as the printed whole, the printed parts, and whether they leave nothing out."""
    report = report_of(ACTIVE, text)
    return [
        (one.whole.quote.text, tuple(part.quote.text for part in one.parts), one.complete)
        for one in groups_of(report, claims_of(report))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公开信息100条，其中网站60条，公报40条。", [("100条", ("60条", "40条"), False)]),
        ("公开信息100条，其中网站60条，其他渠道40条。", [("100条", ("60条", "40条"), True)]),
        ("公开信息100条，其中：网站60条；其他渠道40条。", [("100条", ("60条", "40条"), True)]),
        ("公开信息100条。其中，网站60条，其余40条在公示栏公开。", [("100条", ("60条", "40条"), True)]),
        ("公开信息100条（网站60条、其他40条）。", [("100条", ("60条", "40条"), True)]),
        ("公开信息100条（其中网站60条、其他40条）。", [("100条", ("60条", "40条"), True)]),
        (
            "公开信息100条，其中文件40条（规章2条、其他38条）、其他60条。",
            [("100条", ("40条", "60条"), True), ("40条", ("2条", "38条"), True)],
        ),
        (
            "收到建议20件，其中采纳12件，其余8件；办理提案30件，其中办结28件，其他2件。",
            [("20件", ("12件", "8件"), True), ("30件", ("28件", "2件"), True)],
        ),
        (
            "通过网站公开政府信息100条，概况类信息10条，政务动态50条，信息公开目录40条。",
            [("100条", ("10条", "50条", "40条"), True)],
        ),
        (
            "制发公文170件，其中主动公开120件、依申请公开30件、不予公开20件。",
            [("170件", ("120件", "30件", "20件"), True)],
        ),
        ("公开信息100条。", []),
        ("公开信息100条，网站60条。", []),
        ("公开信息100条，举办活动3场。", []),
        ("其中网站60条。", []),
        ("公开信息100条（网站60条）。", []),
        ("公开信息100条，占比60%，其他40%。", []),
    ],
)
def test_a_whole_and_its_parts(text: str, expected: list[Listed]) -> None:
    assert groups(text) == expected


def test_words_that_make_a_list_of_parts_are_stated_and_a_bare_list_is_not() -> None:
    def stated(text: str) -> list[bool]:
        report = report_of(ACTIVE, text)
        return [one.stated for one in groups_of(report, claims_of(report))]

    assert stated("共公开信息100条，其中网站60条，其他40条。") == [True]
    assert stated("共公开信息100条（网站60条、其他40条）。") == [True]
    assert stated("共公开信息100条，网站60条，其他40条。") == [False]


@given(st.lists(st.integers(min_value=0, max_value=9999), min_size=2, max_size=8), st.sampled_from("、，；"))
def test_a_list_of_any_length_is_read_to_its_end(parts: list[int], mark: str) -> None:
    named = [f"第{'甲乙丙丁戊己庚'[at]}类{number}条" for at, number in enumerate(parts[:-1])]
    listed = mark.join([*named, f"其他{parts[-1]}条"])
    shown = tuple(f"{number}条" for number in parts)
    assert groups(f"公开信息{sum(parts)}条，其中{listed}。") == [(f"{sum(parts)}条", shown, True)]


@given(
    st.lists(
        st.sampled_from(
            ["公开信息", "其中", "分别为", "其他", "5条", "7条", "（", "）", "、", "，", "。", "共", "3场"]
        ),
        max_size=25,
    )
)
def test_the_whole_stands_before_its_parts_and_is_none_of_them(words: list[str]) -> None:
    report = report_of(ACTIVE, "".join(words))
    for group in groups_of(report, claims_of(report)):
        assert group.parts
        assert [part.order for part in group.parts] == sorted({part.order for part in group.parts})
        assert group.whole.order < group.parts[0].order
