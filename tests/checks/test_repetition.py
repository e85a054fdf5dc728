"""What stands twice is found, unless two whole words meet or the language doubles them."""

from __future__ import annotations

import pytest

from gongkai.checks.evidence import Evidence
from gongkai.checks.repetition import no_word_is_joined_to_itself, nothing_is_said_twice
from tests.checks.examples import Example, model, with_prose
from tests.checks.yielded import quoted, told, yielded

TWICE = "组织业务骨干到先进地区学习公开经验并形成材料。"


def example(text: str, passing: str) -> Example:
    return Example(passing=Evidence(with_prose(1, passing)), failing=Evidence(with_prose(1, text)))


EXAMPLES = {
    "repetition.word": example("对栏目进行进行整改。", "对栏目进行整改。"),
    "repetition.sentence": example(TWICE * 2, TWICE),
    "repetition.coordination": example(
        "推进政府信息和政府信息公开工作。全力推进政府信息和政务公开工作。", "推进政府信息和政务公开工作。"
    ),
}


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("统一的的界面。", "的的"),
        ("我们我们将继续。", "我们我们"),
        ("开展了了培训。", "了了"),
        ("进一步进一步压实责任。", "进一步进一步"),
        ("全县全县各级各部门。", "全县全县"),
    ],
)
def test_a_word_that_cannot_follow_itself_is_an_error(text: str, quote: str) -> None:
    findings = yielded(nothing_is_said_twice, with_prose(1, text))
    assert [(one.code, one.severity.value, one.quotes[0].text) for one in findings] == [
        ("repetition.word", "error", quote)
    ]
    assert findings[0].correction == quote[: len(quote) // 2]


@pytest.mark.parametrize("text", ["规范审核审核机制。", "全面公示公示结果。", "加快推行政府政府信息公开。"])
def test_a_word_of_which_the_second_may_begin_another_is_a_warning(text: str) -> None:
    assert told(nothing_is_said_twice, with_prose(1, text)) == {("repetition.word", "warning")}


@pytest.mark.parametrize(
    "text",
    [
        "微信公众号絮泉发布发布104条。",
        "督促各部门部门预算公开。",
        "设立政务公开公开栏。",
        "从事公开工作工作人员2名。",
    ],
)
def test_where_two_whole_words_can_meet_there_is_at_most_a_note(text: str) -> None:
    assert told(nothing_is_said_twice, with_prose(1, text)) <= {("repetition.word", "note")}


@pytest.mark.parametrize(
    "text",
    [
        "一步一步推进,一件一件办理,逐条逐条核对。",
        "为了了解群众需求,除了了解政策。",
        "达到公开的目的的做法,有的的确不足。",
        "絮泉县人民政府政府信息公开指南、县政府政府网站。",
        "方方面面、时时刻刻、层层压实。",
        "办公公开、进行行政处罚、执行行政许可。",
        "逐项逐项核对,越来越越来越好。",
    ],
)
def test_what_the_language_doubles_and_where_words_meet_is_right(text: str) -> None:
    assert told(nothing_is_said_twice, with_prose(1, text)) == set()


def test_a_path_of_links_is_no_sentence() -> None:
    report = model(preface=("当前位置： 首页政务公开政府信息公开政府信息公开年报",))
    assert told(nothing_is_said_twice, report) == set()


@pytest.mark.parametrize(
    "text",
    [
        TWICE + "全年公开信息120条。" + TWICE,
        f"一是{TWICE}二是{TWICE}",
        "召开絮泉县信息公开新闻发布会召开絮泉县信息公开新闻发布会。",
    ],
)
def test_a_sentence_that_stands_twice_is_pointed_at_twice(text: str) -> None:
    (finding,) = yielded(nothing_is_said_twice, with_prose(1, text))
    assert (finding.code, len(finding.quotes)) == ("repetition.sentence", 2)
    assert finding.quotes[0].text.strip("一二是。") == finding.quotes[1].text.strip("一二是。")


@pytest.mark.parametrize(
    "text",
    [
        "无其他需要报告的事项。无其他需要报告的事项。",
        "全年公开信息120条,其中网站80条;全年公开信息120条,较上年增长。",
        TWICE + TWICE.replace("骨干", "人员"),
        "一是加强培训。二是加强培训考核。",
        "围绕教育、医疗、养老公开信息,围绕教育、医疗、养老解读政策。",
    ],
)
def test_short_and_changed_sentences_may_come_again(text: str) -> None:
    assert told(nothing_is_said_twice, with_prose(5, text)) == set()


def test_the_same_note_may_stand_below_each_table() -> None:
    note = "注:表中数据由各承办科室报送,汇总日期为2025年1月20日。"
    assert told(nothing_is_said_twice, model(prose={2: (note,), 3: (note,), 4: (note,)})) == set()


def test_a_replaced_term_is_held_against_the_place_that_kept_it() -> None:
    text = "做好政府信息和政府信息公开的各项任务。又做好政府信息和政务公开的各项任务。"
    findings = yielded(no_word_is_joined_to_itself, with_prose(1, text))
    assert quoted(findings, "repetition.coordination") == ["政府信息和政府信息公开", "政府信息和政务公开"]
    assert findings[0].correction == "政府信息和政务公开"


@pytest.mark.parametrize(
    "text",
    [
        "推动主动公开和主动公开,回应关切。",
        "推动政策解读与政策解读的融合。",
        "加强业务培训、业务培训。",
    ],
)
def test_a_long_word_joined_to_itself_is_found_without_another_place(text: str) -> None:
    assert told(no_word_is_joined_to_itself, with_prose(1, text)) == {("repetition.coordination", "warning")}


@pytest.mark.parametrize(
    "text",
    [
        "公开工作和工作人员培训。",
        "政府和政府部门、行政机关和行政机关工作人员。",
        "主动公开和依申请公开、行政复议和行政诉讼。",
        "单位与单位之间、部门与部门之间。",
        "网站和网站群、信息及信息源。",
        "《国务院办公厅政府信息与政府信息公开办公室通知》",
    ],
)
def test_a_word_may_be_joined_to_one_that_begins_with_it(text: str) -> None:
    assert told(no_word_is_joined_to_itself, with_prose(1, text)) == set()
