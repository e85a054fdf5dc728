"""Lists have as many items as they say, and one verb governs things of one kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.checks.enumerations import lists_have_as_many_items_as_they_say, one_verb_governs_things_of_one_kind
from gongkai.checks.evidence import Evidence
from gongkai.report import Finding, Severity
from tests.checks.examples import Example, with_prose
from tests.claims.hostile import PIECES, checking, grows_with_its_length
from tests.claims.marked import ACTIVE, failing, report_of
from tests.strategies import reports

SENTENCES = {
    "enumerations.count": (
        "将从三个方面改进：一是加强学习。二是规范流程。",
        "将从两个方面改进：一是加强学习。二是规范流程。",
    ),
    "enumerations.named": ("从栏目、时效、形式四个维度核对。", "从栏目、时效、形式三个维度核对。"),
    "enumerations.verb": (
        "发布通知2条、公告1篇、处理热线咨询24件。",
        "发布通知2条、公告1篇，处理热线咨询24件。",
    ),
}
EXAMPLES = {
    code: Example(Evidence(with_prose(1, right)), Evidence(with_prose(1, wrong)))
    for code, (wrong, right) in SENTENCES.items()
}
NUMERALS = "一二三四五六七八九十"


def found(words: str) -> list[Finding]:
    evidence = Evidence(report_of(ACTIVE, words))
    return [
        *lists_have_as_many_items_as_they_say(evidence),
        *one_verb_governs_things_of_one_kind(evidence),
    ]


def codes(words: str) -> list[str]:
    return [one.code for one in found(words)]


WRONG_POINTS_OPEN = "方面 without 个, or 第一是, is not seen"
WRONG_POINTS = (
    "下一步，将从以下三个方面改进：一是加强学习。二是规范流程。",
    failing("存在以下三方面问题：一是更新不及时；二是解读单一；三是人员流动大；四是培训不足。", WRONG_POINTS_OPEN),
    "重点做好四项工作：一是补齐栏目，二是培训到岗，三是完善考核。",
    (
        "将采取以下两条措施：一是加强培训，建立台账，逐项销号，每季度通报一次，年底开展评查，对排名靠后的单位"
        "进行约谈。二是完善制度。三是强化监督。"
    ),
    failing("主要存在三点不足：第一是更新慢，第二是形式少。", WRONG_POINTS_OPEN),
    "着力抓好五个方面的工作：一是甲。二是乙。三是丙。四是丁。",
)


@pytest.mark.parametrize("words", WRONG_POINTS)
def test_a_list_of_points_that_is_too_short_or_too_long_is_found(words: str) -> None:
    assert codes(words) == ["enumerations.count"]


RIGHT_POINTS_OPEN = "one task done in two steps"
RIGHT_POINTS = (
    "下一步，将从以下三个方面改进：一是加强学习。二是规范流程。三是强化监督。",
    "存在以下三方面问题：一是更新不及时；二是解读单一；三是人员流动大。",
    "围绕政治、法律、保密三个方面严格审核。一是落实三审三校，二是加强抽查。",
    "坚持依法答复和优化机制“两手抓”：一是规范答复，二是完善机制，三是加强培训。",
    "将从两个方面改进：一是提升水平。抓好三项工作：一是学习，二是培训，三是考核。二是增强实效。",
    "存在两方面问题：一是公开不及时。主要表现在：一是更新慢，二是审核慢。二是解读不够。",
    "存在三方面问题，下一步采取以下措施：一是加强学习，二是规范流程。",
    "实现了三个方面的突破：一是栏目更全、二是更新更快、三是查询更便捷。",
    "建立三项制度，一是明确分工，二是压实责任。",
    "加强三方面能力建设：提升业务能力、审核能力、服务能力。",
    "将做好三项工作：（一）加强学习。（二）规范流程。（三）强化监督。",
    "将做好三项工作：1.加强学习。2.规范流程。3.强化监督。",
    "将做好三项工作：一要加强学习，二要规范流程，三要强化监督。",
    "将从三个方面改进：第一，加强学习。第二，规范流程。第三，强化监督。",
    "一是加强学习，二是规范流程。三个方面均已完成。",
    "针对上述两个问题，一是加强学习，二是规范流程，三是强化监督。",
    "围绕两个重点，一是做好公开，二是做好解读，三是做好回应。",
    "细化为十项任务。一是落实责任，二是加强督查。",
    "存在三个方面的问题。一是更新慢。二是形式少。三是查找难。同时，一是人手不足，二是经费不足。",
    (
        "将从三个方面着手：一是加强组织领导，健全机制，明确专人，细化分工，压实责任，确保各项任务落到实处，取"
        "得实效，不断提升工作质量和水平，切实增强群众获得感。二是完善制度。三是强化培训。"
    ),
    "将从以下二个方面改进：一是甲；二是乙。",
    "重点推进一项工作：一是建好专栏，二是用好专栏。",
)


@pytest.mark.parametrize("words", RIGHT_POINTS)
def test_points_that_are_all_there_and_points_of_another_list_are_not_mentioned(words: str) -> None:
    assert codes(words) == []


WRONG_NAMES = (
    "从政治、法律、政策、保密、文字、舆情五个维度进行审核。",
    "围绕教育、医疗、养老四个领域开展公开。",
    "聚焦决策、执行、管理、服务五个环节推进公开。",
    "对栏目、内容、时效和形式五个要点逐项核对。",
)


@pytest.mark.parametrize("words", WRONG_NAMES)
def test_names_that_are_not_as_many_as_said_are_found(words: str) -> None:
    assert codes(words) == ["enumerations.named"]


RIGHT_NAMES_OPEN = "等 says that not all are named"
RIGHT_NAMES = (
    "从政治、法律、政策、保密、文字、舆情六个维度进行审核。",
    "围绕教育、医疗和养老三个领域开展公开。",
    "围绕教育、医疗、养老等八个领域开展公开。",
    "聚焦决策和执行、管理和服务、结果五个环节推进公开。",
    "对政府网站和政务新媒体、公示栏两个类别开展检查。",
    "从内容、形式与时效等三个方面评价。",
    "对县自然资源局、县住房和城乡建设局、县人力资源和社会保障局三个部门开展抽查。",
    "对教育、卫生健康、社会保障和就业三个领域的信息进行梳理。",
    "从组织领导、制度建设、平台建设和管理三个维度评估。",
    "从事前、事中、事后3个环节规范管理。",
    "围绕“公开、解读、回应”三个环节发力。",
    "从甲、乙、丙、丁两个方面各选四个单位。",
    "围绕征地、拆迁、环保、教育等四个群众关注的领域。",
    "对全县医院、学校、供水、供电、供气五个公共企事业单位开展指导。",
    "从全县抽取青砚镇、雪鹭乡、鹿汀街道三个乡镇。",
    "对规划、计划和统计、预算三个栏目进行调整。",
)


@pytest.mark.parametrize("words", RIGHT_NAMES)
def test_names_that_can_be_as_many_as_said_are_not_mentioned(words: str) -> None:
    assert codes(words) == []


WRONG_VERBS = (
    "全年共发布了财务数据2条、工作报告1篇、处理热线咨询2495件。",
    "公开动态信息120条、通知公告30条、办理群众来信15件。",
    "发布政策解读12篇、图解5个、回复网民留言30条。",
    "公布预决算信息8条、人事信息5条、受理投诉举报3件。",
)


@pytest.mark.parametrize("words", WRONG_VERBS)
def test_something_handled_among_things_published_is_found(words: str) -> None:
    assert codes(words) == ["enumerations.verb"]


RIGHT_VERBS_OPEN = "处理决定, 办理结果: a noun, and published"
RIGHT_VERBS = (
    "全年共发布了财务数据2条、工作报告1篇、热线办理情况12期。",
    "发布动态信息120条，处理热线咨询2495件。",
    "发布动态信息120条、处理热线咨询2495件、开展活动3场。",
    "发布动态信息120条、通知公告30条，办理群众来信15件。",
    "发布动态信息120条、通知公告30条、处理决定15件。",
    "公开行政许可信息120条、行政处罚信息30条、处理结果15条。",
    "公开办理流程5项、办事指南120条、办理结果30条。",
    "发布政策文件12件、政策解读8篇、答复口径3份。",
    "公开信息100条、图解5个、办理时限压缩12项。",
    "公开财政信息12条、就业信息30条、受理条件15项。",
    "发布典型案例5个、操作指引3份、处置预案2个。",
    "发布信息120条、转载信息30条、推送信息15条。",
)


@pytest.mark.parametrize("words", RIGHT_VERBS)
def test_lists_of_things_published_are_not_mentioned(words: str) -> None:
    assert codes(words) == []


def test_both_numbers_are_told() -> None:
    (finding,) = found("将从三个方面改进：一是加强学习。二是规范流程。")
    assert (finding.severity, finding.expected, finding.actual) == (Severity.WARNING, "2", "3")
    assert [quote.text for quote in finding.quotes] == ["将从三个方面", "一是"]


@given(st.integers(2, 10), st.integers(2, 10), st.sampled_from(["。", "；", "，"]), st.integers(0, 40))
def test_a_list_is_right_if_and_only_if_it_has_the_items_it_announces(
    said: int, listed: int, mark: str, far: int
) -> None:
    items = "".join(f"{NUMERALS[at]}是加强管理{'不断' * far}{mark}" for at in range(listed))
    told = codes(f"下一步，将从以下{NUMERALS[said - 1]}个方面改进：{items}")
    assert told == ([] if said == listed else ["enumerations.count"])


@given(st.integers(2, 9), st.integers(2, 9))
def test_names_are_right_if_and_only_if_they_are_as_many_as_said(said: int, listed: int) -> None:
    names = "、".join(["规划", "财政", "教育", "医疗", "就业", "养老", "环保", "招标", "统计"][:listed])
    told = codes(f"围绕{names}{NUMERALS[said - 1]}个领域开展公开。")
    assert told == ([] if said == listed else ["enumerations.named"])


@given(reports())
def test_lawful_prose_lists_what_it_says(report: object) -> None:
    evidence = Evidence(report)
    assert list(lists_have_as_many_items_as_they_say(evidence)) == []
    assert list(one_verb_governs_things_of_one_kind(evidence)) == []


@pytest.mark.parametrize("piece", PIECES)
def test_the_rules_take_a_longer_text_its_share_of_time(piece: str) -> None:
    assert grows_with_its_length(checking("gongkai.checks.enumerations"), piece)
