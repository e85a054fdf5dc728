"""What one part of a report says was introduced, another does not lack; hedges and other lacks stand."""

from __future__ import annotations

import pytest
from hypothesis import given

from gongkai.checks.contradictions import achievements_are_not_taken_back
from gongkai.checks.evidence import Evidence
from gongkai.report import Finding, Severity
from tests.checks.examples import Example, model
from tests.claims.hostile import PIECES, checking, grows_with_its_length
from tests.strategies import reports

VIDEOS = "将解读形式拓展为图解、音视频等多种形式。"


def saying(achieved: str, lacking: str) -> Evidence:
    return Evidence(model(prose={1: (achieved,), 5: (lacking,)}))


EXAMPLES = {
    "contradictions.taken_back": Example(
        saying(VIDEOS, "部分单位缺乏视频。"), saying(VIDEOS, "解读形式单一：缺乏视频这类直观形式。")
    )
}


def found(evidence: Evidence) -> list[Finding]:
    return list(achievements_are_not_taken_back(evidence))


TAKEN_BACK = (
    (VIDEOS, "解读形式单一：缺乏动漫、视频这类直观形式。"),
    ("开设了政务公开专区，方便群众查询。", "尚未设立政务公开专区，群众查询不便。"),
    ("已建立规范性文件库，统一发布。", "没有政策文件库，群众查找困难。"),
    ("制作了动漫解读作品12个。", "解读以文字为主，缺少动画。"),
    ("已配备专人负责信息公开工作。", "信息公开工作没有专职人员。"),
    ("已制作了政策图解20期。", "解读材料缺乏图表。"),
)


@pytest.mark.parametrize(("achieved", "lacking"), TAKEN_BACK)
def test_an_achievement_that_is_plainly_denied_is_a_warning(achieved: str, lacking: str) -> None:
    (finding,) = found(saying(achieved, lacking))
    assert finding.severity is Severity.WARNING
    assert [quote.part for quote in finding.quotes] == ["1", "5"]


STANDING_OPEN = "it is some, of another quality or time, or another thing about them that is lacking"
STANDING = (
    (VIDEOS, "部分单位解读形式单一，缺乏视频形式。"),
    (VIDEOS, "视频解读数量较少。"),
    (VIDEOS, "解读形式还不够丰富，视频解读有待加强。"),
    (VIDEOS, "乡镇缺乏视频解读能力。"),
    (VIDEOS, "个别部门没有制作视频。"),
    (VIDEOS, "2023年缺乏视频解读的问题已整改到位。"),
    (VIDEOS, "上年度缺乏视频解读的问题已得到解决。"),
    (VIDEOS, "针对缺乏视频解读的问题，今年制作了视频12个。"),
    (VIDEOS, "缺乏高质量的视频解读作品。"),
    (VIDEOS, "缺乏原创视频。"),
    pytest.param(VIDEOS, "缺乏群众喜闻乐见的短视频。", marks=pytest.mark.xfail(strict=True, reason=STANDING_OPEN)),
    pytest.param(
        VIDEOS, "缺少既懂业务又会制作视频的人员。", marks=pytest.mark.xfail(strict=True, reason=STANDING_OPEN)
    ),
    (VIDEOS, "缺乏视频制作人才。"),
    (VIDEOS, "没有充分发挥视频的作用。"),
    (VIDEOS, "视频更新不及时，没有形成品牌。"),
    ("开设了政务公开专区，方便群众查询。", "政务公开专区没有统一标识。"),
    ("开设了政务公开专区，方便群众查询。", "村级尚未设立政务公开专区。"),
    ("开设了政务公开专区，方便群众查询。", "6个乡镇尚未设立政务公开专区。"),
    ("开设了政务公开专区，方便群众查询。", "缺乏对政务公开专区的宣传。"),
    ("开设了政务公开专区，方便群众查询。", "群众没有养成到政务公开专区查询的习惯。"),
    ("召开新闻发布会5场，开展了业务培训。", "没有组织新入职人员参加业务培训。"),
    ("已建立业务培训制度。", "缺乏系统的业务培训。"),
    ("已建立业务培训制度。", "乡镇人员缺乏业务培训。"),
    ("已配备专人负责信息公开工作。", "部门没有固定专人负责，多为兼职。"),
    ("制作了图解20期。", "图解形式较为单一。"),
    ("制作了图解20期。", "2025年，将制作更多图解，没有图解的文件不予发布。"),
    ("未制作图解。", "解读材料缺乏图解。"),
    ("计划开设政务公开专区。", "尚未设立政务公开专区。"),
    ("县教育局已建立政务公开专区。", "县卫生健康局尚未设立政务公开专区。"),
)


@pytest.mark.parametrize(("achieved", "lacking"), STANDING)
def test_what_is_hedged_or_about_something_else_contradicts_nothing(achieved: str, lacking: str) -> None:
    assert found(saying(achieved, lacking)) == []


def test_a_lack_in_the_overview_itself_is_no_contradiction() -> None:
    assert found(Evidence(model(prose={1: (VIDEOS, "缺乏视频。"), 5: ("无。",)}))) == []


def test_sentences_that_contradict_in_two_subjects_are_one_finding() -> None:
    (finding,) = found(saying("将解读形式拓展为动漫、视频等多种形式。", "缺乏动漫、视频这类形式。"))
    assert finding.quotes[1].text == "缺乏动漫、视频这类形式。"


@given(reports())
def test_lawful_prose_takes_nothing_back(report: object) -> None:
    assert found(Evidence(report)) == []


@pytest.mark.parametrize("piece", PIECES)
def test_the_rule_takes_a_longer_text_its_share_of_time(piece: str) -> None:
    assert grows_with_its_length(checking("gongkai.checks.contradictions"), piece)
