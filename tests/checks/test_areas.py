"""Words for the organ's area are those of its level; names of other places are asked about."""

from __future__ import annotations

import pytest

from gongkai.checks.areas import areas_are_the_organs_own, no_other_place_is_named
from gongkai.checks.evidence import Evidence
from gongkai.report import AnnualReport
from tests.checks.examples import PROSE, Example, model
from tests.checks.yielded import quoted, told, yielded


def of(organ: str, text: str) -> AnnualReport:
    return model(organ=organ, prose={1: (*PROSE[1], text)})


def example(organ: str, text: str, passing: str) -> Example:
    return Example(passing=Evidence(of(organ, passing)), failing=Evidence(of(organ, text)))


EXAMPLES = {
    "areas.word": example("絮泉县人民政府", "指导全区各单位更新栏目。", "指导全县各单位更新栏目。"),
    "areas.authority": example("絮泉县人民政府", "在区委、区政府领导下推进。", "在县委、县政府领导下推进。"),
    "areas.elsewhere": example("确山县人民政府", "大邑县人民政府按时更新。", "确山县人民政府按时更新。"),
}


@pytest.mark.parametrize(
    ("organ", "text", "right"),
    [
        ("絮泉县人民政府", "指导全区各单位更新栏目。", "全县"),
        ("絮泉县财政局", "我区财政信息全部公开。", "我县"),
        ("桐霭区人民政府", "全县各级各部门按时更新。", "全区"),
        ("桐霭区教育局", "本县学校信息全部公开。", "本区"),
        ("絮泉县人民政府办公室", "全旗各单位按时更新。", "全县"),
    ],
)
def test_a_word_of_another_kind_of_division_is_an_error(organ: str, text: str, right: str) -> None:
    (finding,) = yielded(areas_are_the_organs_own, of(organ, text))
    assert (finding.code, finding.severity.value, finding.correction) == ("areas.word", "error", right)


def test_all_places_of_a_wrong_word_are_one_finding() -> None:
    findings = yielded(areas_are_the_organs_own, of("絮泉县人民政府", "全区更新,全区培训,全县考核。"))
    assert quoted(findings, "areas.word") == ["全区", "全区"]


def test_a_word_of_the_area_above_behind_my_is_only_a_note() -> None:
    assert told(areas_are_the_organs_own, of("絮泉县人民政府", "我市要求按月更新。")) == {("areas.word", "note")}


@pytest.mark.parametrize(
    ("organ", "text"),
    [
        ("絮泉县人民政府", "全县各乡镇,全市第一,全省先进,全镇推广。"),
        ("絮泉县人民政府", "保障安全区域,健全区级平台,完善全区域布局。"),
        ("絮泉县人民政府", "各县区、县区、市县区按时更新。"),
        ("絮泉县人民政府", "执行《关于推进全区政务公开的意见》。"),
        ("栖霓市人民政府", "各县区、全市、全县、全区、我市。"),
        ("霁川省人民政府", "全省、全市、全县、全区。"),
        ("霁湾综合实验区", "我区、全区、全县、全市。"),
        ("絮泉县杏霭镇人民政府", "全镇、我镇、全县、全市。"),
        ("株洲市天元区泰山路街道办事处", "区委、区政府部署,全区、全街道。"),
        ("南宁市青秀区人民政府", "全区(自治区)、全市。"),
        ("365bet(中国)官方网站", "全区、全县、全市。"),
    ],
)
def test_words_of_the_organs_own_area_and_those_above_are_right(organ: str, text: str) -> None:
    assert told(areas_are_the_organs_own, of(organ, text)) == set()


@pytest.mark.parametrize(
    ("organ", "text", "quote"),
    [
        ("絮泉县人民政府", "在区委、区政府领导下推进。", "区委"),
        ("桐霭区人民政府", "按照县政府要求更新。", "县政府"),
        ("絮泉县财政局", "向区人民政府的报告。", "区人民政府"),
    ],
)
def test_an_authority_of_another_level_is_a_warning(organ: str, text: str, quote: str) -> None:
    findings = yielded(areas_are_the_organs_own, of(organ, text))
    assert quote in quoted(findings, "areas.authority")
    assert {finding.severity.value for finding in findings} == {"warning"}


@pytest.mark.parametrize(
    ("organ", "text"),
    [
        ("絮泉县人民政府", "在县委、县政府领导下推进,按照市政府要求。"),
        ("絮泉县人民政府", "学习桐霭区政府网站建设经验。"),
        ("栖霓市人民政府", "指导县政府、区政府办理。"),
        ("絮泉县杏霭镇人民政府", "按照县委、县政府部署,镇政府落实。"),
        ("絮泉县人民政府", "各乡镇政府和街道办事处。"),
    ],
)
def test_authorities_of_the_organs_own_levels_are_right(organ: str, text: str) -> None:
    assert told(areas_are_the_organs_own, of(organ, text)) == set()


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("大邑县人民政府网站按时更新。", "warning"),
        ("大邑县各级各部门按时更新。", "warning"),
        ("大邑县2024年公开信息120条。", "warning"),
        ("大邑县教育局公开信息12条。", "warning"),
        ("赴大邑县政务公开专区学习。", "note"),
        ("群众来自大邑县。", "note"),
    ],
)
def test_the_name_of_another_place_is_asked_about(text: str, severity: str) -> None:
    assert told(no_other_place_is_named, of("确山县人民政府", text)) == {("areas.elsewhere", severity)}


@pytest.mark.parametrize(
    ("organ", "text"),
    [
        ("确山县人民政府", "驻马店市人民政府、河南省人民政府、确山县人民政府要求。"),
        ("确山县人民政府", "《大邑县人民政府信息公开规定》"),
        ("确山县人民政府", "大邑县某某有限公司申请公开。"),
        ("絮泉县人民政府", "大邑县人民政府网站按时更新。"),
        ("淮安市人民政府", "涟水县人民政府、盱眙县人民政府按时更新。"),
    ],
)
def test_related_places_titles_and_companies_are_left_alone(organ: str, text: str) -> None:
    assert told(no_other_place_is_named, of(organ, text)) == set()
