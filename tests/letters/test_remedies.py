"""The remedy in a letter is that of the law of its day, whatever was decided: organ, court and periods."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from gongkai.law.conventions import DEFAULT, NotHandledRemedy
from gongkai.law.documents import Document, Element
from gongkai.law.outcomes.outcome import GROUNDS, Item, Outcome
from gongkai.letters import Answer, Wordings, compose, compose_reply, issue
from gongkai.letters.catalogue import ANSWERS
from gongkai.letters.compose import Composed
from gongkai.letters.examples import example_reply, example_values

FIRST = (
    "如对本答复不服，应当先申请行政复议，自收到本答复书之日起60日内向砚汀市人民政府（地址：墨水路2号）提出；"
    "对行政复议决定不服的，可以自收到行政复议决定书之日起15日内依法向人民法院提起行政诉讼。"
)
EITHER = (
    "如对本答复不服，可以自收到本答复书之日起60日内向砚汀市人民政府（地址：墨水路2号）申请行政复议，"
    "也可以自收到本答复书之日起6个月内向萤台县人民法院提起行政诉讼。"
)
OF_NOTICE = EITHER.replace("本答复书", "本告知书").replace("本答复", "本告知")
PLACES = {"复议机关": "砚汀市人民政府", "复议机关地址": "墨水路2号", "管辖法院": "萤台县人民法院"}
# The dates of an example, moved to one day of another year.
DAYS = {
    "2021-06-30": dt.date(2021, 6, 30),
    "2023-12-31": dt.date(2023, 12, 31),
    "2024-01-01": dt.date(2024, 1, 1),
    "2026-03-27": dt.date(2026, 3, 27),
}
NEW_LAW = dt.date(2024, 1, 1)


def reply(outcome: Outcome, on: dt.date, **more: object) -> Composed:
    answers, values = example_reply(outcome)
    dates = {name: on for name, value in values.items() if name.endswith(("日期", "届满日"))}
    own = {name: on if name.endswith("日期") else value for name, value in answers[0].values.items()}
    if outcome in (Outcome.NOT_CORRECTED, Outcome.FEE_UNPAID):
        before = on - dt.timedelta(days=30)
        early = {name: before if name.endswith("日期") else value for name, value in own.items()}
        own = {**early, **{name: on - dt.timedelta(days=1) for name in own if name.endswith("届满日")}}
        dates |= {"提交日期": before, "收到日期": before}
    number = f"砚水公开复〔{on.year}〕1号"
    placed = {**values, **dates, "文号": number, "复议互联网渠道": "", **PLACES, **more}
    return compose_reply([Answer(answers[0].item, own)], placed)


def remedies_of(composed: Composed) -> list[str]:
    issue(composed)
    return [block.text for block in composed.manuscript.blocks if "复议" in getattr(block, "text", "")]


@pytest.mark.parametrize("on", DAYS.values(), ids=DAYS)
@pytest.mark.parametrize("outcome", [one for one in ANSWERS if one is not Outcome.WITHDRAWN], ids=str)
def test_every_outcome_has_the_remedy_of_its_day(outcome: Outcome, on: dt.date) -> None:
    # Facts E.4: only refusals under articles 14 to 16, whole or in part, go to reconsideration first, from 2024 on.
    is_refusal = outcome in GROUNDS or outcome is Outcome.PARTLY_GRANTED
    if outcome in (Outcome.NOT_CORRECTED, Outcome.FEE_UNPAID):
        expected = OF_NOTICE
    else:
        expected = FIRST if is_refusal and on >= NEW_LAW else EITHER
    assert remedies_of(reply(outcome, on)) == [expected]


def test_one_refused_item_decides_for_the_whole_letter() -> None:
    answers, values = example_reply(Outcome.GRANTED)
    refused, _ = example_reply(Outcome.STATE_SECRET)
    both = [
        Answer(answers[0].item, {**answers[0].values, "申请内容": "甲"}),
        Answer(refused[0].item, {**refused[0].values, "申请内容": "乙"}),
    ]
    told = remedies_of(compose_reply(both, {**values, **PLACES, "复议互联网渠道": ""}))
    assert told == [FIRST]


def test_a_part_that_is_no_government_information_is_no_refusal() -> None:
    answers, values = example_reply(Outcome.PARTLY_GRANTED)
    item = Item(Outcome.PARTLY_GRANTED, (Outcome.NOT_GOVERNMENT_INFORMATION,))
    told = remedies_of(compose_reply([Answer(item, answers[0].values)], {**values, **PLACES, "复议互联网渠道": ""}))
    assert told == [EITHER]


@pytest.mark.parametrize(
    ("on", "missing"),
    [(dt.date(2023, 12, 31), set()), (dt.date(2024, 1, 1), {Element.REMEDY})],
    ids=["old law", "new law"],
)
def test_a_letter_served_electronically_names_the_internet_channel(on: dt.date, missing: set[Element]) -> None:
    without = reply(Outcome.NOT_EXISTING, on, 送达方式="电子送达")
    assert {one.element for one in without.missing} == missing
    for one in without.missing:
        assert one.fields == ("复议互联网渠道",)
    told = remedies_of(reply(Outcome.NOT_EXISTING, on, 送达方式="电子送达", 复议互联网渠道="fuyi.yanting.example"))
    place = "（地址：墨水路2号；提交行政复议申请书的互联网渠道：fuyi.yanting.example）"
    assert told == [EITHER.replace("（地址：墨水路2号）", place)]


def test_where_to_apply_may_be_left_out_if_the_letter_is_posted() -> None:
    told = remedies_of(reply(Outcome.NOT_EXISTING, DAYS["2026-03-27"], 送达方式="邮寄送达", 复议机关地址=""))
    assert told == [EITHER.replace("（地址：墨水路2号）", "")]


def test_a_petition_has_no_remedy_where_the_convention_says_so() -> None:
    answers, values = example_reply(Outcome.PETITION)
    silent = msgspec.structs.replace(DEFAULT, petition_remedy=NotHandledRemedy.NONE)
    assert remedies_of(compose_reply(answers, values, conventions=silent)) == []
    assert len(remedies_of(compose_reply(answers, values))) == 1


def test_a_third_party_is_told_of_both_ways() -> None:
    values = {**example_values(Document.L09), **PLACES, "复议互联网渠道": ""}
    expected = EITHER.replace("本答复书", "本告知书").replace("本答复", "本决定")
    assert remedies_of(compose(Document.L09, values)) == [expected]
    served = compose(Document.L09, {**values, "送达方式": "电子送达"})
    assert [one.fields for one in served.missing] == [("复议互联网渠道",)]


def test_a_refusal_to_correct_a_record_has_a_remedy_and_a_correction_has_none() -> None:
    values = {**example_values(Document.L28), **PLACES, "复议互联网渠道": ""}
    assert remedies_of(compose(Document.L28, values)) == []
    refused = {**values, "更正的处理": "不予更正", "不予更正的理由": "记载与原始登记材料一致"}
    assert remedies_of(compose(Document.L28, refused)) == [OF_NOTICE]
    without = compose(Document.L28, {**refused, "复议机关": "", "管辖法院": ""})
    assert [(one.element, one.fields) for one in without.missing] == [(Element.REMEDY, ("复议机关", "管辖法院"))]
    served = compose(Document.L28, {**refused, "送达方式": "电子送达"})
    assert [one.fields for one in served.missing] == [("复议互联网渠道",)]


@pytest.mark.parametrize("document", ["L02", "L03", "L04", "L05", "L06", "L08", "L10", "L11", "L12"])
def test_a_step_of_the_procedure_tells_of_no_remedy(document: str) -> None:
    composed = compose(Document(document), example_values(Document(document)))
    assert remedies_of(composed) == []


def test_an_office_may_place_the_remedy_elsewhere() -> None:
    answers, values = example_reply(Outcome.GRANTED)
    own = Wordings(
        opening="关于权利救济：{救济途径}。\n{称谓}于{提交日期}{提交的方式}提交的申请收悉：{申请内容}。{收到申请之日}。",
        closing="特此答复。",
    )
    composed = compose_reply(answers, {**values, **PLACES, "复议互联网渠道": ""}, wordings=own)
    assert remedies_of(composed) == [f"关于权利救济：{EITHER}"]
    texts = [block.text for block in composed.manuscript.blocks if hasattr(block, "text")]
    assert "特此答复。" in texts


def test_a_draft_without_a_day_has_the_remedy_of_the_newest_law() -> None:
    composed = compose_reply([Answer(Item(Outcome.STATE_SECRET))], {"复议机关": "砚汀市人民政府"})
    [told] = [block.text for block in composed.manuscript.blocks if "复议" in getattr(block, "text", "")]
    assert told == FIRST.replace("（地址：墨水路2号）", "")


def test_a_letter_of_a_day_before_the_law_is_told() -> None:
    composed = reply(Outcome.GRANTED, dt.date(2019, 5, 14))
    assert [(one.code, one.text) for one in composed.problems] == [
        ("rule.none", "“予以公开”自2019年5月15日起才有规定，不能用于2019年5月14日作出的答复。")
    ]
    assert reply(Outcome.GRANTED, dt.date(2019, 5, 15)).is_whole
