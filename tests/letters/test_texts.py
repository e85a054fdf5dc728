"""The language of letters' texts: fields, clauses that may be left out, signs that mean themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.letters.texts import Filled, Meaning, as_list, filled, gap, renamed, says_something, text_of

VALUES: dict[str, Meaning] = {
    "编号": "12号",
    "理由": "数量较多。",
    "空": "",
    "期限": text_of("{天数}个工作日"),
    "天数": "7",
    "惊叹": "仍在讨论！",
    "疑问": "为什么？",
    "引语": "请公开“甲”的“‘乙’”报告。",
    "没有天数": text_of("{天}个工作日"),
}


def fill(written: str, **more: Meaning) -> Filled:
    return filled(text_of(written), {**VALUES, **more}.get)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("编号为{编号}。", "编号为12号。"),
        ("编号为｛编号｝。", "编号为12号。"),
        ("编号为{ 编 号 }。", "编号为12号。"),
        ("收悉[（编号：{编号}）]。", "收悉（编号：12号）。"),
        ("收悉[（文号：{文号}）]。", "收悉。"),
        ("收悉[（{编号}，{文号}）]。", "收悉。"),
        ("写{{两个}}和[[方括号]]。", "写{两个}和[方括号]。"),
        ("{{{编号}}}", "{12号}"),
        ("请于{期限}内答复。", "请于7个工作日内答复。"),
        ("收悉[，{没有天数}]。", "收悉。"),
        ("因{理由}，延期。", "因数量较多，延期。"),
        ("因{理由}延期。", "因数量较多。延期。"),
        ("理由：{理由}。", "理由：数量较多。"),
        ("{文号}。", "【待填：文号】。"),
        ("理由：{惊叹}。", "理由：仍在讨论！"),
        ("理由：{疑问}。其他。", "理由：为什么？其他。"),
        ("因{惊叹}，延期。", "因仍在讨论！，延期。"),
        ("“{引语}”。", "“请公开‘甲’的‘“乙”’报告”。"),
        ("“{惊叹}”。其他。", "“仍在讨论！”其他。"),
        ("{引语}”。", "请公开“甲”的“‘乙’”报告”。"),
        ("“{引语}，", "“请公开“甲”的“‘乙’”报告，"),
        ("请于{没有天数}内。", "请于【待填：天】个工作日内。"),
        ("{空}。", "。"),
        ("", ""),
    ],
)
def test_a_text_is_filled_in(written: str, expected: str) -> None:
    assert text_of(written).problems == ()
    assert fill(written).text == expected


def test_only_what_was_really_printed_counts_as_printed() -> None:
    done = fill("{编号}[{文号}{理由}]{期限}{没有天数}")
    assert done.printed == {"编号", "期限", "天数"}
    assert done.gaps == ("天",)
    assert fill("{文号}{文号}").gaps == ("文号",)
    assert fill("{空}").printed == {"空"}


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("编号为{编号", "“{编号”的花括号没有右半边；确实要写花括号的，请写两个"),
        ("编号为编号}。", "“编号为编号}”的花括号没有左半边；确实要写花括号的，请写两个"),
        ("收悉[（{编号}）", "“[（{编号}）”的方括号没有右半边；确实要写方括号的，请写两个"),
        ("收悉（{编号}）]。", "“收悉（{编号}）]”的方括号没有左半边；确实要写方括号的，请写两个"),
        ("[{编号}[{编号}]]]", "“[{编号}]]]”的方括号套在另一对方括号里，可以省略的文字不能再套一层"),
        ("[编号]", "“[编号]”的方括号里没有字段；确实要写方括号的，请写两个"),
        ("{编\n号}", "“{编”的花括号没有右半边；确实要写花括号的，请写两个"),
        ("这一段很长很长很长很长很长很长的文字{", "“{”的花括号没有右半边；确实要写花括号的，请写两个"),
    ],
)
def test_a_sign_without_its_other_half_is_told(written: str, problem: str) -> None:
    assert text_of(written).problems[0] == problem


def test_a_long_place_is_cut_where_a_problem_quotes_it() -> None:
    assert text_of("[一二三四五六七八九十一二三四五{编号}").problems == (
        "“[一二三四五六七八九十一…”的方括号没有右半边；确实要写方括号的，请写两个",
    )


def test_a_list_alone_is_a_paragraph_a_thing_and_one_within_words_goes_on() -> None:
    things = as_list(["缺少名称", "缺少授权委托书。"])
    assert fill("事项：\n{事项}\n请补正。", 事项=things).paragraphs == (
        "事项：",
        "1.缺少名称；",
        "2.缺少授权委托书。",
        "请补正。",
    )
    assert fill("事项：{事项}。", 事项=things).paragraphs == ("事项：1.缺少名称；2.缺少授权委托书。",)
    asked = as_list(["缺少名称", "要什么？"])
    assert fill("{事项}", 事项=asked).paragraphs == ("1.缺少名称；", "2.要什么？")
    one = as_list(["缺少名称"])
    assert fill("{事项}", 事项=one).paragraphs == ("缺少名称。",)
    assert fill("事项：{事项}；", 事项=one).paragraphs == ("事项：缺少名称；",)


def test_a_paragraph_that_says_nothing_is_left_out() -> None:
    assert fill("甲\n\n{空}。\n[（{文号}）]。\n　乙").paragraphs == ("甲", "乙")
    assert fill("").paragraphs == ()


def test_a_text_knows_its_names_and_its_words() -> None:
    text = text_of("甲{一}[乙{二}]丙{{丁}}")
    assert text.names == {"一", "二"}
    assert text.wanted == {"一"}
    assert text.words == "甲 乙 丙{丁}"


def test_fields_can_be_called_something_else() -> None:
    assert renamed("甲{一}[乙｛二｝]{{丙}}", lambda name: name * 2) == "甲{一一}[乙{二二}]{{丙}}"


@pytest.mark.parametrize(("text", "expected"), [("。，（）\n 　", False), ("", False), ("无", True), ("1", True)])
def test_punctuation_alone_says_nothing(text: str, expected: bool) -> None:
    assert says_something(text) is expected


@given(st.text(max_size=60), st.text(max_size=30))
def test_what_is_filled_in_is_never_read_as_a_text(value: str, words: str) -> None:
    shown = (
        words.replace("{", "")
        .replace("}", "")
        .replace("[", "")
        .replace("]", "")
        .replace("｛", "")
        .replace("｝", "")
    )
    assert filled(text_of(f"{shown}{{值}}"), {"值": value}.get).text == shown + value


@given(st.text(alphabet="甲乙{}[]｛｝\n{{}}", max_size=40))
def test_any_text_can_be_read_and_filled_in(written: str) -> None:
    text = text_of(written)
    done = filled(text, lambda _: None)
    assert set(done.gaps) <= text.names
    if not text.problems and not text.names:
        assert "甲" not in written or "甲" in done.text


def test_a_gap_is_shown_by_its_name() -> None:
    assert gap("文号") == "【待填：文号】"
