"""The law of the code page: its properties, the report it was drawn from, and proofs by running it."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.damage import MADE, fold, looks_lost, lose, prove, trace, widen
from gongkai.terms import form

REPORT = "004_1d244e8061c394ae"
HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
PROSE = st.text(
    st.one_of(HAN, st.sampled_from("，。（）：、“”《》·…　abcXYZ0123456789 <>\n\r.-@%?"), st.characters())
)


def joined(text: str) -> str:
    """White space as the scrape leaves it."""
    return " ".join(text.split())


def bytewise(text: str) -> str:
    """The law again, byte by byte as it happened, for texts without "<": slow, and written to be compared."""
    data = text.replace("\r\n", "\r").encode("utf-8", "surrogatepass")
    left, at = bytearray(), 0
    while at < len(data):
        first, second = data[at], data[at + 1 : at + 2]
        if first <= 0x80:
            left.append(first)
            at += 1
        elif second and second[0] >= 0x40 and second[0] != 0x7F:
            left += data[at : at + 2]
            at += 2
        else:
            left += {b"": b"", b"\n": b"\n", b"\r": b"\n"}.get(second, b"?")
            at += 2
    return fold(left.decode("utf-8", "ignore")).replace("\r", "\n")


@given(st.text(st.characters(max_codepoint=0x7F)))
def test_ascii_text_is_unchanged(text):
    assert lose(text) == text


@given(PROSE.filter(lambda text: "<" not in text and not re.search("[\ud800-\udfff]|\r(?!\n)", text)))
def test_the_law_is_what_happens_to_the_bytes(text):
    assert lose(text).replace("\r\n", "\n") == bytewise(text)


@given(PROSE)
def test_tracing_gives_the_damaged_text_and_where_each_character_survives_from(text):
    seen, survivors = trace(text)
    assert seen == lose(text)
    assert len(seen) == len(survivors)
    assert all(fold(text[at]) == shown for shown, at in zip(seen, survivors, strict=True) if at != MADE)
    kept = [at for at in survivors if at != MADE]
    assert kept == sorted(set(kept))


@given(PROSE)
def test_what_the_damage_makes_is_a_question_mark_or_the_hanzi_before(text):
    seen, survivors = trace(text)
    shown = {seen[at] for at, origin in enumerate(survivors) if origin == MADE}
    before_tags = {chr(ord(character) - 1) for character, sign in pairwise(text) if sign == "<" < character}
    assert shown <= {"?", *map(fold, before_tags)}


@given(st.lists(st.lists(HAN.filter(lambda c: 0x80 not in c.encode()), max_size=9).map(lambda run: run * 2)))
def test_runs_of_an_even_number_of_hanzi_survive_where_no_byte_is_0x80(runs):
    text = "\n".join("".join(run) for run in runs)
    assert lose(text) == text


@given(st.lists(HAN.filter(lambda c: 0x80 not in c.encode()), max_size=9).map(lambda run: run * 2), HAN)
def test_a_run_of_an_odd_number_of_hanzi_loses_its_last_where_no_byte_is_0x80(run, last):
    kept = "".join(run)
    if last.encode().endswith(b"\x80"):
        assert lose(kept + last + "\n") == kept + last + "\n"
    elif 0x80 not in last.encode():
        assert lose(kept + last + "7") == kept + "?"


@given(PROSE, PROSE)
def test_ascii_letters_end_every_pairing(left, right):
    assert lose(left + "A" + right) == lose(left + "A") + lose(right)


@given(PROSE)
def test_a_full_stop_before_a_line_end_or_a_digit_is_always_lost(text):
    assert lose(text + "县。\n").endswith("\n")
    assert not lose(text + "县。\n").endswith("。\n")
    assert lose(text + "县。2024").endswith("?024")


@pytest.mark.parametrize(
    ("original", "seen"),
    [
        ("规章3件次", "规章3件次"),
        ("制发文件3件次", "制发文件3件次"),
        ("制发文3件次", "制发?件次"),
        ("情报况\n", "情报\n"),
        ("情报况\r\n又", "情报\n"),
        ("情报况", "情报"),
        ("情报况 下", "情报?"),
        ("情报况<br>", "情报冴br>"),
        ("情况<br>", "情况<br>"),
        ("某某页B楼座", "某某页B楼座"),
        ("某某页B座。", "某某页B座"),
        ("（一）：；，！？％", "(一):;,!?"),
    ],
)
def test_what_follows_a_broken_pair_decides_what_is_shown(original, seen):
    assert lose(original) == seen


def test_line_ends_are_told_apart_only_by_what_is_left_of_them():
    assert lose("情报况\r\n表") == lose("情报况\n表")
    assert lose("情报\r\n表格") == "情报\r\n表格"


def test_signs_are_lost_as_typed_and_seen_folded():
    assert lose(form.FEE_AMOUNT) == "本年收费金额(单位:万元"
    assert widen(fold(form.BALANCE_NOTE)) == form.BALANCE_NOTE


def test_a_header_cell_broken_after_every_character_is_lost_whole():
    assert joined(lose("自\n然\n人")) == ""
    assert prove("", ["自\n然\n人", "法人\n或其他\n组织", "自然人"]).original == "自\n然\n人"


def periods(years=range(2008, 2031)):
    """Every whole calendar year that a report can cover (article 50), and every other run of whole months."""
    ends = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
    for year in years:
        for first in ends:
            for last, day in ends.items():
                yield f"统计期限自{year}年{first}月1日起至{year}年{last}月{day}日止"


def test_the_period_of_a_report_is_proved_from_what_is_left_of_it():
    seen = "统计期限?024??日起?024?2?1日止"
    years = [period for period in periods() if "年1月1日" in period and "年12月31日" in period]
    assert len(years) == 23
    assert prove(seen, years).original == "统计期限自2024年1月1日起至2024年12月31日止"


def test_a_period_of_other_months_would_leave_the_same_so_that_alone_it_stays_open():
    proof = prove("统计期限?024??日起?024?2?1日止", periods())
    assert proof.original is None
    assert proof.candidates == tuple(f"统计期限自2024年{first}月1日起至2024年12月31日止" for first in range(1, 10))


def test_a_date_is_not_proved_by_leaving_something_else():
    assert prove("统计期限?024??日起?023?2?1日止", periods()).candidates == ()


def test_a_proof_needs_the_run_that_a_candidate_stands_in():
    assert prove("信息情", ["信息情况"], before="第").original == "信息情况"
    assert prove("信息情", ["信息情况"], before="第一").original is None
    assert prove("信息情", ["信息情况"], before="第A").candidates == ()
    assert prove("信息情?", ["信息情况"], before="甲\n第", after="3").original == "信息情况"
    assert prove("信息情况", ["信息情况"], before="第", after="公开").original == "信息情况"


@given(PROSE, PROSE, PROSE)
def test_the_original_is_always_among_what_is_proved(before, original, after):
    around = {"before": before, "after": after}
    seen, survivors = trace(before + original + after)
    inside = [at for at, origin in enumerate(survivors) if 0 <= origin - len(before) < len(original)]
    left = prove(lose(original), [original, original])
    assert left.original == original
    if inside and MADE not in survivors:
        assert prove(seen[inside[0] : inside[-1] + 1], [original], **around).original == original


@given(st.text(HAN, max_size=5), st.text(HAN, min_size=1, max_size=5), st.text(HAN, max_size=5))
def test_more_context_than_the_run_changes_no_proof(before, original, after):
    proofs = {
        prove(original, [original], before=far + "A" + before, after=after + "7" + near)
        for far, near in (("", ""), ("远处7", "3近处"), ("。\n", "\n。"))
    }
    assert len(proofs) == 1


def test_several_originals_that_leave_the_same_prove_none():
    proof = prove("申请人情", ["申请人情况", "申请人情形", "申请人", "申请情况"])
    assert proof.original is None
    assert proof.candidates == ("申请人情况", "申请人情形")


@pytest.mark.parametrize(
    "text",
    [
        "政府信息公开工作年度报告",
        "您对公开工作是否满意?2024年共收到意见3条",
        "http://example.invalid/list?2024=1&page=2",
        "申请人情 |\n",
        "",
    ],
)
def test_a_text_with_little_to_show_is_not_called_lost(text):
    assert not looks_lost(text)


@pytest.mark.parametrize(
    "text", ["已依法依规答?08件", "(?023年转来)", "申请人情 |\n0 |\n行政事业性收 |\n复议后起 |\n"]
)
def test_a_text_with_a_lost_digit_or_several_cut_labels_is_called_lost(text):
    assert looks_lost(text)


def test_the_law_is_linear_in_a_long_run():
    assert len(lose("政" * 300_000 + "A" + "?" * 100_000)) == 400_001
    assert not looks_lost("政" * 300_000 + "A" + "?" * 100_000)


def seen_report(shared_reports: Path) -> str:
    return (shared_reports / f"{REPORT}.txt").read_text(encoding="utf-8")


def printed_labels() -> list[str]:
    """The words of the form in the order of the tables, with line breaks where narrow columns have them."""
    spaced = [
        [label.replace(".", ". ", 1) for label in block]
        for block in (form.DENIALS, form.UNAVAILABILITIES, form.REFUSALS_TO_HANDLE, form.OTHER_ENDINGS)
    ]
    results = ["结果维持", "结果\n纠正", "其他\n结果", "尚未\n审结", "总计"]
    made = [form.MADE_2021, form.REPEALED, form.IN_FORCE]
    return [
        *(form.ITEM_20_1, form.CONTENT, *made, form.REGULATIONS, form.NORMATIVE_DOCUMENTS_2021),
        *(form.ITEM_20_5, form.CONTENT, form.DECISIONS_2021, form.LICENCES),
        *(form.ITEM_20_6, form.CONTENT, form.DECISIONS_2021, form.PENALTIES, form.COERCION),
        *(form.ITEM_20_8, form.CONTENT, form.FEE_AMOUNT, form.FEES),
        *(form.BALANCE_NOTE, form.APPLICANTS, "自\n然\n人", form.LEGAL_PERSONS, form.TOTAL),
        *("商业\n企业", "科研\n机构", form.WELFARE, form.LEGAL_SERVICES, form.OTHER),
        *(form.RECEIVED, form.CARRIED_IN, form.RESULTS, form.GRANTED, form.PARTLY_GRANTED),
        *("(三)不予\n公开", *spaced[0], "(四)无法\n提供", *spaced[1]),
        *("(五)不予\n处理", *spaced[2], "(六)其他\n处理", *spaced[3]),
        *(form.RESULTS_TOTAL, form.CARRIED_OUT),
        *(form.RECONSIDERATION, form.LITIGATION, *results, form.LITIGATION_DIRECT, form.LITIGATION_AFTER),
        *("结果\n维持", *results[1:]) * 2,
    ]


def test_the_labels_of_the_real_report_are_the_labels_of_the_form_put_through_the_law(shared_reports):
    cells = [line[:-1].strip() for line in seen_report(shared_reports).splitlines() if line.endswith("|")]
    seen = [cell for cell in cells[:-1] if not re.fullmatch(r"\d+", cell)]
    assert [joined(lose(widen(label) + "\r\n")) for label in printed_labels()] == seen
    assert sum(joined(widen(label)) != joined(lose(widen(label))) for label in printed_labels()) > 20


def test_the_headings_of_the_real_report_are_the_headings_of_the_form_put_through_the_law(shared_reports):
    seen = seen_report(shared_reports)
    endings = (" ", "\n", "\n", "\n", "</span>\n", "\n")
    for number, heading, ending in zip("一二三四五六", form.HEADINGS_2021, endings, strict=True):
        assert lose(f"{number}、{heading}{ending}") in seen


REPAIRS = {
    "期限?024??日起?024?2?1日止 ": "期限自2024年1月1日起至2024年12月31日止。 ",
    "服务?024": "服务。2024",
    "发布?2场": "发布会12场",
    "简明问?7期": "简明问答17期",
    "申请?024": "申请。2024",
    "答?08件": "答复108件",
    "(?023年": "(含2023年",
    "规范性文?件": "规范性文件3件",
    "开?4小时": "开展24小时",
    "提高?025": "提高。2025",
    "行政中?号楼B?922": "行政中心1号楼B座1922",
    "邮编?13022": "邮编:213022",
    "冴/span>": "况</span>",
    "顴/p>": "页</p>",
    "管理方 ": "管理方面 ",
    "监督保障方 ": "监督保障方面 ",
}


def test_the_prose_of_the_real_report_is_its_repaired_self_put_through_the_law(shared_reports):
    seen = seen_report(shared_reports)
    original = seen
    for damaged, repaired in REPAIRS.items():
        assert damaged in original
        original = original.replace(damaged, repaired)
    prose = [line for line in widen(original).splitlines() if not line.endswith("|")]
    paragraphs = [part for line in prose for part in re.split(r"(?<=[^\x00-\x7f]) ", line)]
    whole = [part if part.endswith(("方面", "情况", "。", ">")) else part + "。" for part in paragraphs]
    left = "\n".join(lose(part + "\r\n") for part in whole)
    assert joined(left) == joined("\n".join(line for line in seen.splitlines() if not line.endswith("|")))


def test_only_the_real_report_that_lost_characters_looks_lost(shared_reports):
    lost = {file.stem for file in shared_reports.glob("*.txt") if looks_lost(file.read_text(encoding="utf-8"))}
    assert lost == {REPORT}


def test_its_tables_alone_look_lost_too(shared_reports):
    assert looks_lost("\n".join(line for line in seen_report(shared_reports).splitlines() if line.endswith("|")))


def test_the_truth_told_beside_the_real_report_agrees(shared_reports):
    truth = json.loads((shared_reports / "truth" / f"{REPORT}.json").read_text(encoding="utf-8"))
    fixed = {finding["quote"]: finding["fix"] for finding in truth["findings"] if finding.get("fix")}
    period = prove("期限?024??日起?024?2?1日止", ["期限" + fixed["统计期限?024??日起?024?2?1日止"]])
    assert period.original is not None
    assert prove("邮编?13022", [fixed["邮编?13022"]], after="；").original == fixed["邮编?13022"]
    answered = prove("答?08件", [fixed["已依法依规答?08件"]], before="98件，已依法依规", after="（含2")
    assert answered.original == "答复108件"
