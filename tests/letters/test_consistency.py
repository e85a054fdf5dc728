"""Dates that cannot both be right, numbers of another form, the applicant named to others: each is told."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from gongkai.errors import LetterIncomplete
from gongkai.law.conventions import DEFAULT
from gongkai.law.documents import Document
from gongkai.law.outcomes.outcome import Item, Outcome
from gongkai.letters import Answer, Wordings, compose, compose_reply, issue
from gongkai.letters.catalogue import LETTERS
from gongkai.letters.compose import Composed
from gongkai.letters.consistency import _ORDERS
from gongkai.letters.examples import example_reply, example_values
from gongkai.letters.fields import DATE, RECEIVED, SUBMITTED
from gongkai.letters.values import shown


def problems(composed: Composed) -> list[tuple[str, str]]:
    return [(one.code, one.text) for one in composed.problems]


def remarks(composed: Composed) -> list[tuple[str, str]]:
    return [(one.code, one.text) for one in composed.remarks]


def of_reply(outcome: Outcome, **more: object) -> Composed:
    answers, values = example_reply(outcome)
    return compose_reply([Answer(answers[0].item, {**answers[0].values, **more})], {**values, **more})


def of(document: Document, **more: object) -> Composed:
    return compose(document, {**example_values(document), **more})


def test_a_letter_dated_before_the_request_was_received_is_not_issued() -> None:
    composed = of_reply(Outcome.GRANTED, 成文日期="2026-03-01", 收到日期="2026-03-02")
    assert problems(composed) == [
        ("date.order", "“成文日期”（2026年3月1日）早于“收到日期”（2026年3月2日），请核对。")
    ]
    with pytest.raises(LetterIncomplete, match="早于") as caught:
        issue(composed)
    assert caught.value.elements == ()
    assert caught.value.reasons == (composed.problems[0].text,)
    assert of_reply(Outcome.GRANTED, 成文日期="2026-03-02", 收到日期="2026-03-02").is_whole


def test_a_due_date_that_is_no_later_than_the_receipt_is_not_issued() -> None:
    composed = of(Document.L02, 答复期限="2026-03-02")
    assert problems(composed) == [
        ("date.order", "“答复期限”（2026年3月2日）不晚于“收到日期”（2026年3月2日），请核对。")
    ]


@pytest.mark.parametrize("order", _ORDERS, ids=lambda order: f"{order.earlier}-{order.later}")
def test_no_two_dates_may_be_in_the_wrong_order(order) -> None:
    from gongkai.letters.consistency import contradictions

    early, late = dt.date(2026, 3, 5), dt.date(2026, 3, 6)
    printed = {order.earlier, order.later}
    right = {order.earlier: early, order.later: late}
    wrong = {order.earlier: late, order.later: early}
    same = {order.earlier: early, order.later: early}
    assert list(contradictions(right, printed)) == []
    [told] = contradictions(wrong, printed)
    word = "不晚于" if order.strict else "早于"
    assert told.text == f"“{order.later}”（{shown(early)}）{word}“{order.earlier}”（{shown(late)}），请核对。"
    assert told.on == early
    assert len(list(contradictions(same, printed))) == order.strict


def test_a_letter_is_not_held_against_what_happened_after_it() -> None:
    later = {"收到补正日期": "2026-03-20", "延期告知日期": "2026-03-26", "缴费期限届满日": "2026-05-01"}
    assert problems(of(Document.L03, **later)) == []
    assert problems(of(Document.L03, 提交日期="2026-03-09", 收到日期=None)) == [
        ("date.order", "“成文日期”（2026年3月5日）早于“提交日期”（2026年3月9日），请核对。")
    ]
    assert {SUBMITTED, RECEIVED, DATE} <= set(example_values(Document.L03))


@pytest.mark.parametrize(
    "number", ["砚水公开复[2026]12号", "砚水公开复〔2026〕012号", "砚水公开复〔2026〕第12号", "12号"]
)
def test_a_letter_with_a_number_of_another_form_is_not_issued(number: str) -> None:
    [(code, text)] = problems(of_reply(Outcome.GRANTED, 文号=number))
    assert code == "number.form"
    assert text.startswith("“文号”：")


def test_what_was_probably_meant_by_a_number_is_suggested() -> None:
    [(_, text)] = problems(of_reply(Outcome.GRANTED, 文号="砚水公开复[2026]12号"))
    assert text.endswith("应为“砚水公开复〔2026〕12号”？")


def test_another_letters_number_may_have_been_wrong_in_its_time() -> None:
    composed = of_reply(Outcome.REPEATED, 前次答复文号="砚水公开复[2025]41号")
    assert composed.is_whole
    [(code, text)] = remarks(composed)
    assert code == "number.other_form"
    assert text.startswith("“前次答复文号”：")


def test_a_number_of_another_year_is_remarked() -> None:
    composed = of_reply(Outcome.GRANTED, 文号="砚水公开复〔2025〕12号")
    assert composed.is_whole
    assert remarks(composed) == [("number.year", "文号的年份是2025年，成文日期是2026年3月27日，请核对。")]


def test_a_late_reply_is_remarked_and_may_go_out() -> None:
    composed = of_reply(Outcome.GRANTED, 答复期限="2026-03-26")
    assert composed.is_whole
    assert remarks(composed) == [("date.late", "成文日期2026年3月27日晚于“答复期限”2026年3月26日，已经逾期。")]
    assert remarks(of_reply(Outcome.GRANTED, 答复期限="2026-03-27")) == []


def test_a_reply_may_use_the_extended_period() -> None:
    assert remarks(of_reply(Outcome.GRANTED, 答复期限="2026-03-26", 延长后的期限="2026-03-27")) == []
    late = of_reply(Outcome.GRANTED, 答复期限="2026-03-10", 延长后的期限="2026-03-26")
    assert remarks(late) == [("date.late", "成文日期2026年3月27日晚于“延长后的期限”2026年3月26日，已经逾期。")]


def test_an_extension_told_too_late_is_remarked() -> None:
    late = of(Document.L05, 成文日期="2026-03-31", 延期审批日期="2026-03-30")
    assert remarks(late) == [("date.late", "成文日期2026年3月31日晚于“答复期限”2026年3月30日，已经逾期。")]
    assert remarks(of(Document.L05, 成文日期="2026-03-30")) == []


def test_a_long_period_for_correction_is_remarked() -> None:
    assert remarks(of(Document.L03, 补正天数=16)) == [
        ("period.long", "“补正天数”为16个工作日，超过本地口径的最长补正期限15个工作日。")
    ]
    assert remarks(of(Document.L03, 补正天数=15)) == []
    assert remarks(of_reply(Outcome.GRANTED, 补正天数=16, 前次答复文号="12号")) == []
    longer = msgspec.structs.replace(DEFAULT, longest_correction_days=20)
    values = {**example_values(Document.L03), "补正天数": 16}
    assert remarks(compose(Document.L03, values, conventions=longer)) == []


@pytest.mark.parametrize("days", [0, 21])
def test_an_extension_has_at_most_twenty_working_days(days: int) -> None:
    composed = of(Document.L05, 延长天数=days)
    assert problems(composed) == [("value.wrong", "“延长天数”应当是 1 至 20 的整数。")]
    assert not composed.is_whole


def test_a_delay_of_article_35_is_no_extension() -> None:
    composed = of(Document.L05, 延期情形="延迟答复", 延长天数=None, 延长后的期限="2026-06-30")
    text = "".join(block.text for block in issue(composed).blocks)
    # Article 35: the reasons are reasonable, article 33's period is too short; no approval is asked.
    assert (
        "你说明的申请理由合理，但是因所涉档案数量较多，需要逐件查找、审查，本机关无法在《中华人民共和国政府信息公开条例》"
        "（以下简称《条例》）第三十三条规定的期限内（2026年3月30日届满）答复。"
        "根据《条例》第三十五条的规定，本机关确定延迟答复，将于2026年6月30日前（含当日）答复你。"
    ) in text
    assert "负责人" not in text
    assert of(Document.L05, 延期情形="延迟答复", 延长天数=None, 延期审批日期=None).is_whole


OTHERS = [
    (Document.L06, "所涉信息"),
    (Document.L09, "决定公开的理由"),
    (Document.L10, "所涉信息"),
    (Document.L11, "协办事项"),
    (Document.L07, "所涉信息"),
]
NAMED = [("applicant.named", "给申请人以外的人的文书写出了申请人的姓名或者名称，请删去（或者改本地口径）。")]


@pytest.mark.parametrize(("document", "field"), OTHERS, ids=[document for document, _ in OTHERS])
def test_a_letter_to_others_does_not_name_the_applicant(document: Document, field: str) -> None:
    assert of(document, 申请人="林小满").is_whole
    composed = of(document, 申请人="林小满", **{field: "林小满申请的《防洪预案》"})
    assert problems(composed) == NAMED
    assert problems(of(document, 申请人="林小满", 附件=["林小满的申请书"])) == (
        [] if document is Document.L07 else NAMED
    )


def test_the_applicant_is_named_to_a_third_party_where_the_convention_says_so() -> None:
    naming = msgspec.structs.replace(DEFAULT, consultation_names_applicant=True)
    for document in (Document.L06, Document.L09):
        values = {**example_values(document), "申请人": "林小满"}
        texts = [block.text for block in issue(compose(document, values, conventions=naming)).blocks]
        assert any("申请人：林小满。" in text for text in texts)
        texts = [block.text for block in issue(compose(document, values)).blocks]
        assert not any("林小满" in text for text in texts)
    for document in (Document.L10, Document.L11):
        values = {**example_values(document), "申请人": "林小满", "附件": ["林小满的申请书"]}
        assert problems(compose(document, values, conventions=naming)) == NAMED


def test_an_office_that_asks_for_the_applicants_name_against_its_convention_is_told() -> None:
    text = LETTERS[Document.L06].text.replace("[申请人：{申请人}。]", "申请人：{申请人}。")
    composed = compose(
        Document.L06,
        {**example_values(Document.L06), "申请人": "林小满"},
        wordings=Wordings(letters={Document.L06: text}),
    )
    assert [code for code, _ in problems(composed)] == ["field.empty", "applicant.asked"]


@pytest.mark.parametrize(
    ("document", "one", "other"),
    [
        (Document.L27, "转送日期", "提出更正的方式"),
    ],
)
def test_what_excludes_each_other_is_not_said_at_once(document: Document, one: str, other: str) -> None:
    values = {"转送日期": "2026-03-20", "提出更正的方式": "向该机关提出"}
    composed = of(document, **{one: values[one], other: values[other]})
    assert problems(composed) == [("either.both", f"“{one}”和“{other}”只能填写一项，请删去不适用的。")]


def test_an_organ_is_not_both_known_and_unknown() -> None:
    composed = of_reply(Outcome.NOT_RESPONSIBLE, 无法确定负责机关的说明="无法确定")
    assert [code for code, _ in problems(composed)] == ["either.both"]


def test_a_wrong_article_in_a_reason_is_told_and_in_the_applicants_words_is_not() -> None:
    wrong = of_reply(Outcome.STATE_SECRET, 不予公开的理由="依照《条例》第二十一条第三项，不予公开")
    assert [code for code, _ in problems(wrong)] == ["law.no_such_article"]
    assert problems(wrong)[0][1].startswith("“不予公开的理由”：《条例》第二十一条没有第三项")
    assert of_reply(Outcome.STATE_SECRET, 申请内容="依照《条例》第二十一条第三项申请").is_whole


def test_old_law_in_a_reason_is_remarked() -> None:
    old = of_reply(Outcome.STATE_SECRET, 不予公开的理由="与你的生产、生活、科研等特殊需要无关")
    assert old.is_whole
    assert [code for code, _ in remarks(old)] == ["law.outdated"]
    double = of_reply(Outcome.STATE_SECRET, 不予公开的理由="不服的可以提起行政诉讼")
    assert remarks(double) == [
        ("remedy.in_words", "“不予公开的理由”中写有救济途径；救济途径由程序依法写明，请核对是否重复、矛盾。")
    ]


def test_a_letter_that_does_not_say_whom_it_speaks_to_is_remarked() -> None:
    told = "“称谓”没有选定，印作“你（单位）”，请按收件人是个人还是单位选定。"
    unset = of(Document.L03, 称谓=None)
    assert unset.is_whole
    assert remarks(unset) == [("address.unset", told)]
    assert remarks(of_reply(Outcome.GRANTED, 称谓=None)) == [("address.unset", told)]
    [(code, text)] = remarks(of(Document.L06, 第三方称谓=None))
    assert (code, text[:9]) == ("address.unset", "“第三方称谓”没有")
    assert remarks(of(Document.L11, 称谓=None)) == []


def test_another_way_of_speaking_to_the_applicant_is_remarked() -> None:
    told = "“补正方法”中写作“您”，与“称谓”（你）不一致，请核对。"
    assert remarks(of(Document.L03, 补正方法="请您写明文件的名称")) == [("address.other", told)]
    assert remarks(of(Document.L03, 补正方法="请你写明文件的名称")) == []
    mixed = of(Document.L03, 称谓="你单位", 补正方法="请你写明，你单位可以来电")
    assert remarks(mixed) == [("address.other", "“补正方法”中写作“你”，与“称谓”（你单位）不一致，请核对。")]
    # What the applicant wrote is quoted.
    assert remarks(of_reply(Outcome.GRANTED, 申请内容="请您公开甲")) == []


def test_an_attachment_that_is_told_of_and_not_named_is_remarked() -> None:
    told = "“提供的信息”中写有“见附件”，但是没有填写“附件”，请核对。"
    assert remarks(of_reply(Outcome.GRANTED, 附件=None)) == [("attachment.none", told)]
    told = "“意见提交方式”中写有“所附”，但是没有填写“附件”，请核对。"
    assert remarks(of(Document.L06, 附件=None)) == [("attachment.none", told)]
    assert remarks(of(Document.L06)) == []


def test_a_wrong_article_about_a_withheld_part_is_told() -> None:
    answers, values = example_reply(Outcome.PARTLY_GRANTED)
    item = Item(Outcome.PARTLY_GRANTED, (Outcome.STATE_SECRET, Outcome.ENFORCEMENT_FILE))
    parts = (
        {"不予公开的部分": "甲", "不予公开的理由": "乙"},
        {"不予公开的部分": "丙", "不予公开的理由": "《条例》第六十条"},
    )
    composed = compose_reply([Answer(item, answers[0].values, parts)], values)
    [(code, text)] = problems(composed)
    assert code == "law.no_such_article"
    assert text.startswith("“不予公开的理由（第2部分）”：《条例》没有第六十条")


def test_an_unknown_field_and_a_wrong_value_are_told() -> None:
    composed = of(Document.L03, 补正时间="10天", 补正天数="十天")
    assert problems(composed) == [
        ("value.wrong", "“补正天数”应当是正整数。"),
        ("value.unknown", "没有“补正时间”这个字段，是否应为“补正方法”。"),
    ]
    assert [one.text for one in composed.missing] == ["缺少“期限”（条例第三十条）：请填写“补正天数”。"]


def test_a_field_of_another_letter_is_passed_over() -> None:
    assert of(Document.L03, 收费金额="380").is_whole
