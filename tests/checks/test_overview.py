"""Sections one and five say what the form asks them to say."""

from __future__ import annotations

import pytest

from gongkai.checks.evidence import Evidence
from gongkai.checks.overview import (
    governments_tell_of_supervision,
    section_five_tells_problems_and_remedies,
    section_one_has_five_parts,
)
from gongkai.terms import form
from tests.checks.examples import OVERVIEW, Example, model
from tests.checks.yielded import told, yielded


def one(texts: tuple[str, ...], organ: str = "絮泉县人民政府") -> Evidence:
    return Evidence(model(organ=organ, prose={1: texts}))


def five(*texts: str) -> Evidence:
    return Evidence(model(prose={5: texts}))


PASSING = Evidence(model())
SWAPPED = (OVERVIEW[1], OVERVIEW[0], *OVERVIEW[2:])
RENUMBERED = (*OVERVIEW[:3], OVERVIEW[3].replace("(四)", "(三)"), OVERVIEW[4])
EXAMPLES = {
    "overview.subheading": Example(passing=PASSING, failing=one(OVERVIEW[:3])),
    "overview.order": Example(passing=PASSING, failing=one(SWAPPED)),
    "overview.ordinals": Example(passing=PASSING, failing=one(RENUMBERED)),
    "overview.supervision": Example(passing=PASSING, failing=one((*OVERVIEW[:4], "(五)监督保障。组织培训2次。"))),
    "overview.no_problems": Example(passing=PASSING, failing=five("无。")),
    "overview.one_sided": Example(passing=PASSING, failing=five("全县公开工作扎实推进,成效明显,群众满意。")),
}


@pytest.mark.parametrize("number", range(5))
def test_each_part_that_is_missing_is_named(number: int) -> None:
    texts = tuple(text for n, text in enumerate(OVERVIEW) if n != number)
    (finding,) = section_one_has_five_parts(one(texts))
    assert (finding.code, finding.severity.value) == ("overview.subheading", "warning")
    assert form.SUBHEADINGS[number] in finding.message


@pytest.mark.parametrize(
    "texts",
    [
        OVERVIEW,
        tuple(text.replace("。", "方面。", 1) for text in OVERVIEW),
        tuple(text.replace("。", "情况\n", 1) for text in OVERVIEW),
        tuple(text.replace("(", "（").replace(")", "）") for text in OVERVIEW),
        tuple(text.replace("(", "").replace(")", "、") for text in OVERVIEW),
        ("全文一段。" + "".join(OVERVIEW),),
        tuple(line for name in form.SUBHEADINGS for line in (name, "工作有序推进。")),
        tuple(
            f"({numeral}){name}工作情况。有序推进。"
            for numeral, name in zip(
                "一二三四五",
                (
                    "政府信息主动公开",
                    "政府信息依申请公开",
                    "政府信息规范化管理",
                    "平台载体建设",
                    "政府信息公开监督保障",
                ),
                strict=True,
            )
        ),
        tuple(
            f"({numeral}) {name}方面 有序推进"
            for numeral, name in zip(
                "一二三四五",
                ("主动公开", "依申请公开", "政府信息管理", "信息公开平台建设", "监督保障"),
                strict=True,
            )
        ),
    ],
)
def test_all_usual_ways_of_writing_the_five_parts_are_right(texts: tuple[str, ...]) -> None:
    assert list(section_one_has_five_parts(one(texts))) == []


@pytest.mark.parametrize(
    "texts",
    [
        (
            "(一)组织推动。",
            "(二)积极推动政府信息主动公开。",
            "(三)认真规范处理依申请公开。",
            "(四)加强信息规范管理。",
            "(五)优化平台。",
            "(六)强化保障。",
        ),
        ("一是积极推动主动公开。二是规范依申请公开。三是加强信息管理。四是完善平台建设。五是强化监督。",),
        ("(一)主动公开、依申请公开方面", "有序推进。", "(二)信息管理与平台建设", "有序推进。", "(三)监督保障"),
    ],
)
def test_headings_in_the_authors_own_words_name_the_five_parts(texts: tuple[str, ...]) -> None:
    assert list(section_one_has_five_parts(one(texts))) == []


def test_a_mention_is_no_subheading() -> None:
    (finding,) = section_one_has_five_parts(
        one(("做好主动公开、依申请公开、平台建设和监督保障。4.主动公开财政预算。",))
    )
    assert all(name in finding.message for name in form.SUBHEADINGS)


def test_the_reports_of_2019_and_2020_were_freer() -> None:
    from tests.checks.test_headings import of_2019

    assert told(section_one_has_five_parts, of_2019(form.HEADINGS_2019)) == set()


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        (SWAPPED, "overview.order"),
        ((*OVERVIEW[:3], OVERVIEW[4], OVERVIEW[3]), "overview.order"),
        (RENUMBERED, "overview.ordinals"),
        (tuple(text.replace(text[:3], "(一)") for text in OVERVIEW), "overview.ordinals"),
        ((*OVERVIEW[:2], OVERVIEW[2].replace("(三)", "(二)"), *OVERVIEW[3:]), "overview.ordinals"),
    ],
)
def test_order_and_ordinals_are_warnings(texts: tuple[str, ...], code: str) -> None:
    assert told(section_one_has_five_parts, model(prose={1: texts})) == {(code, "warning")}


def test_a_part_before_the_five_may_shift_the_ordinals() -> None:
    shifted = [text.replace(text[1], "二三四五六"[n], 1) for n, text in enumerate(OVERVIEW)]
    assert list(section_one_has_five_parts(one(("(一)基本情况。工作有序。", *shifted)))) == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("(五)监督保障。组织培训2次。", "工作考核、社会评议、责任追究"),
        ("(五)监督保障。纳入年度考核。", "社会评议、责任追究"),
        ("(五)监督保障。开展社会评议,未发生追责情形。", "工作考核"),
    ],
)
def test_what_a_government_does_not_tell_of_supervision_is_noted(text: str, missing: str) -> None:
    (finding,) = governments_tell_of_supervision(one((*OVERVIEW[:4], text)))
    assert finding.severity.value == "note"
    assert finding.message.endswith(f"未提到{missing}。")


@pytest.mark.parametrize(
    "organ", ["絮泉县财政局", "絮泉县杏霭镇人民政府", "絮泉县人民政府办公室", "霁湾经济开发区管委会"]
)
def test_only_governments_above_townships_are_asked(organ: str) -> None:
    assert list(governments_tell_of_supervision(one((*OVERVIEW[:4], "(五)监督保障。培训2次。"), organ))) == []


@pytest.mark.parametrize("text", ["无", "无。", "暂无。", "不存在问题。", "没有"])
def test_nothing_is_no_account_of_problems(text: str) -> None:
    assert told(section_five_tells_problems_and_remedies, model(prose={5: (text,)})) == {
        ("overview.no_problems", "warning")
    }


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("存在的主要问题:更新不及时,解读形式单一,人员流动较快。", "改进"),
        ("公开工作扎实推进,下一步将加强培训,完善制度。", "问题"),
        ("主要问题是部分栏目更新不及时,部分文书不规范。", "改进"),
    ],
)
def test_half_of_what_section_five_must_say_is_a_warning(text: str, missing: str) -> None:
    (finding,) = yielded(section_five_tells_problems_and_remedies, model(prose={5: (text,)}))
    assert finding.code == "overview.one_sided"
    assert f"没有写到{missing}" in finding.message


@pytest.mark.parametrize(
    "texts",
    [
        ("一是更新不够及时;二是解读较为单一。", "下一步:每季度通报。"),
        ("(一)存在的主要问题:更新滞后。(二)改进情况:已整改。",),
        ("与群众期待还有差距,今后将继续努力。",),
        ("公开深度有待提升。2025年,将补齐短板。",),
        ("问题少。",),
    ],
)
def test_problems_and_remedies_in_any_words_are_right(texts: tuple[str, ...]) -> None:
    assert told(section_five_tells_problems_and_remedies, model(prose={5: texts})) == set()
