"""A reply answers each item by its own outcome, in order, with its articles, under one title and one remedy."""

from __future__ import annotations

import msgspec
import pytest

from gongkai.law.conventions import DEFAULT
from gongkai.law.documents import Document
from gongkai.law.outcomes.outcome import Item, Outcome
from gongkai.layout.blocks import Letterhead, Line, Style
from gongkai.letters import Answer, Wordings, compose_reply, issue
from gongkai.letters.catalogue import ANSWERS
from gongkai.letters.compose import Composed
from gongkai.letters.examples import example_reply

SHARED = example_reply(Outcome.GRANTED)[1]
MIXED = (Outcome.GRANTED, Outcome.NOT_EXISTING, Outcome.PETITION)


def answer(outcome: Outcome, request: str, **more: object) -> Answer:
    [one], _ = example_reply(outcome)
    return Answer(one.item, {**one.values, "申请内容": request, **more})


def lines(composed: Composed) -> list[str]:
    return [block.text for block in composed.manuscript.blocks if isinstance(block, Line)]


# 条例 14 to 16, 30, 35 to 39, 42; 109号 7; 档案法 15: what facts A.4 and A.8 say of each outcome.
CITED = {
    Outcome.ALREADY_PUBLIC: "根据《条例》第三十六条第一项的规定，",
    Outcome.GRANTED: "根据《条例》第三十六条第二项的规定，本机关决定予以公开",
    Outcome.STATE_SECRET: "根据《条例》第十四条、第三十六条第三项的规定，本机关决定不予公开",
    Outcome.FORBIDDEN_BY_LAW: "根据《条例》第十四条、第三十六条第三项的规定，本机关决定不予公开",
    Outcome.ENDANGERS_SAFETY: "根据《条例》第十四条、第三十六条第三项的规定，本机关决定不予公开",
    Outcome.THIRD_PARTY_RIGHTS: "根据《条例》第十五条、第三十二条、第三十六条第三项的规定，本机关决定不予公开",
    Outcome.INTERNAL_AFFAIRS: "根据《条例》第十六条第一款、第三十六条第三项的规定，本机关决定不予公开",
    Outcome.PROCESS_INFORMATION: "根据《条例》第十六条第二款、第三十六条第三项的规定，本机关决定不予公开",
    Outcome.ENFORCEMENT_FILE: "根据《条例》第十六条第二款、第三十六条第三项的规定，本机关决定不予公开",
    Outcome.PARTLY_GRANTED: "根据《条例》第十六条第二款、第三十七条的规定，本机关决定部分公开",
    Outcome.SPECIAL_ENQUIRY: "根据《条例》第三十六条第七项的规定，请你依照上述规定办理",
    Outcome.NOT_EXISTING: "根据《条例》第三十六条第四项的规定，现告知你该政府信息不存在",
    Outcome.NOT_RESPONSIBLE: "根据《条例》第三十六条第五项的规定，本机关无法提供",
    Outcome.NEEDS_PROCESSING: "根据《条例》第三十八条的规定，本机关不予提供",
    Outcome.STILL_UNCLEAR: "根据《条例》第三十条的规定，本机关无法提供",
    Outcome.PETITION: "根据《条例》第三十九条第一款的规定，本机关不作为政府信息公开申请处理",
    Outcome.REPEATED: "根据《条例》第三十六条第六项的规定，本机关不予重复处理",
    Outcome.PUBLICATION: "根据《条例》第三十九条第二款的规定，现将获取的途径告知你",
    Outcome.EXCESSIVE: "根据《条例》第三十五条的规定，本机关不予处理",
    Outcome.CONFIRMATION: "根据《条例》第×条第×款的规定，本机关不予处理",
    Outcome.NOT_CORRECTED: "根据《条例》第三十条的规定，视为你放弃申请，本机关不再处理该政府信息公开申请",
    Outcome.FEE_UNPAID: (
        "根据《条例》第四十二条第一款、《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第七条的规定，视为你放弃申请"
    ),
    Outcome.ARCHIVED: "根据《中华人民共和国档案法》第十五条第二款的规定，该信息按照档案利用规定办理",
    Outcome.NOT_GOVERNMENT_INFORMATION: "根据《条例》第二条的规定，本机关不予提供",
    Outcome.ENQUIRY: "根据《条例》第二条，比照《条例》第三十九条第一款的规定，本机关不作为政府信息公开申请处理",
}


@pytest.mark.parametrize("outcome", CITED, ids=str)
def test_every_outcome_cites_its_articles_and_says_what_is_decided(outcome: Outcome) -> None:
    answers, values = example_reply(outcome)
    composed = compose_reply(answers, values)
    assert issue(composed)
    assert sum(CITED[outcome] in line for line in lines(composed)) == 1


def test_every_outcome_is_in_the_table_of_this_test() -> None:
    assert set(CITED) == set(ANSWERS) - {Outcome.WITHDRAWN}


def test_a_letter_has_its_parts_in_order() -> None:
    answers, values = example_reply(Outcome.GRANTED)
    manuscript = issue(compose_reply(answers, {**values, "附件": ["甲", "乙"]}))
    assert manuscript.letterhead == Letterhead("砚汀市水务局", "砚水公开复〔2026〕12号")
    assert manuscript.title == "政府信息公开申请答复书"
    assert manuscript.keywords == ("政府信息公开申请答复书", "砚汀市水务局")
    assert [block.style for block in manuscript.blocks] == [
        *(Style.TITLE, Style.ADDRESSEE, *[Style.BODY] * 4, Style.BODY, Style.BODY, Style.BODY),
        *(Style.RIGHT, Style.RIGHT, Style.BODY),
    ]
    texts = lines(compose_reply(answers, {**values, "附件": ["甲", "乙"]}))
    assert texts[:2] == ["政府信息公开申请答复书", "林小满："]
    assert texts[2] == (
        "你于2026年3月1日通过互联网提交的政府信息公开申请（申请编号：2026-XXGK-0017）收悉，"
        "申请公开：“砚汀大桥防洪影响评价报告及其审批文件”。"
    )
    assert texts[3] == (
        "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）第三十一条第三项，"
        "本机关收到申请之日为2026年3月2日。现答复如下："
    )
    assert texts[6:] == [
        "",
        "附件：1.甲",
        "　　　2.乙",
        "砚汀市水务局",
        "2026年3月27日",
        "（联系人：局办公室 顾砚秋，电话：0000-1234567）",
    ]
    assert lines(compose_reply(answers, {**values, "附件": "甲"}))[6:8] == ["", "附件：甲"]


@pytest.mark.parametrize(
    ("channel", "item", "printed"),
    [
        ("当面", "根据一", "当面"),
        ("counter", "根据一", "当面"),
        ("口头代填", "比照一", "以口头方式"),
        ("邮寄（签收）", "根据二", "以邮寄方式"),
        ("平信（无需签收）", "根据二", "以平常信函方式"),
        ("互联网", "根据三", "通过互联网"),
        ("传真", "根据三", "通过传真"),
    ],
)
def test_the_day_of_receipt_rests_on_the_item_of_its_channel(channel: str, item: str, printed: str) -> None:
    answers, values = example_reply(Outcome.GRANTED)
    texts = lines(compose_reply(answers, {**values, "提交方式": channel}))
    assert f"2026年3月1日{printed}提交" in texts[2]
    regulations = "《中华人民共和国政府信息公开条例》（以下简称《条例》）"
    assert texts[3].startswith(f"{item[:2]}{regulations}第三十一条第{item[2:]}项，本机关收到申请之日为")


def test_what_happened_in_between_is_told_where_it_happened() -> None:
    answers, values = example_reply(Outcome.GRANTED)
    more = {"补正告知日期": "2026-03-05", "收到补正日期": "2026-03-12", "延期告知日期": "2026-03-26"}
    [told] = [text for text in lines(compose_reply(answers, {**values, **more})) if "现答复如下" in text]
    assert told.endswith(
        "本机关于2026年3月5日告知你补正，于2026年3月12日收到补正的申请。本机关于2026年3月26日告知你延长答复期限。现答复如下："
    )


def test_items_are_listed_and_answered_one_by_one() -> None:
    composed = compose_reply([answer(one, f"申请{n}") for n, one in enumerate(MIXED, 1)], SHARED)
    manuscript = issue(composed)
    texts = lines(composed)
    assert texts[2].endswith("申请公开：1.“申请1”；2.“申请2”；3.“申请3”。")
    headings = [
        block.text for block in manuscript.blocks if isinstance(block, Line) and block.style is Style.HEADING
    ]
    assert headings == [
        "一、对第一项申请内容的答复",
        "二、对第二项申请内容的答复",
        "三、对第三项申请内容的答复",
    ]
    places = [texts.index(heading) for heading in headings]
    assert "你申请公开的该项信息属于可以公开的政府信息" in texts[places[0] + 1]
    assert "现告知你该政府信息不存在" in texts[places[1] + 1]
    assert "不作为政府信息公开申请处理" in texts[places[2] + 1]
    assert composed.documents == (Document.L14, Document.L17, Document.L21)
    assert manuscript.title == "政府信息公开申请答复书"
    assert sum("复议" in text for text in texts) == 1


def test_answers_of_the_same_outcome_keep_their_own_words() -> None:
    both = [
        answer(Outcome.NOT_EXISTING, "甲", 检索的范围="档案室"),
        answer(Outcome.NOT_EXISTING, "乙", 检索的范围="系统"),
    ]
    texts = lines(compose_reply(both, SHARED))
    assert [text.partition("。")[0] for text in texts if "检索的方法" in text] == [
        "本机关于2026年3月9日至3月11日检索了档案室",
        "本机关于2026年3月9日至3月11日检索了系统",
    ]


def test_of_several_items_each_says_what_was_asked() -> None:
    both = [answer(Outcome.GRANTED, "甲"), answer(Outcome.NOT_EXISTING, "")]
    [missing] = compose_reply(both, {**SHARED, "申请内容": "甲和乙"}).missing
    assert missing.fields == ("申请内容",)


def test_parts_withheld_are_told_apart() -> None:
    item = Item(Outcome.PARTLY_GRANTED, (Outcome.STATE_SECRET, Outcome.FORBIDDEN_BY_LAW))
    [one], values = example_reply(Outcome.PARTLY_GRANTED)
    parts = (
        {"不予公开的部分": "第五章", "不予公开的理由": "理由甲"},
        {"不予公开的部分": "第六章", "不予公开的理由": "理由乙", "禁止公开的规定": "《某法》第九条"},
    )
    composed = compose_reply([Answer(item, one.values, parts)], {**values, "管辖法院": ""})
    assert issue(composed)
    texts = lines(composed)
    assert (
        "（一）不予公开的部分：第五章。该部分属于依法确定为国家秘密的政府信息。"
        "根据《条例》第十四条、第三十七条的规定，不予公开。理由：理由甲。"
    ) in texts
    assert (
        "（二）不予公开的部分：第六章。该部分属于《某法》第九条禁止公开的政府信息。"
        "根据《条例》第十四条、第三十七条的规定，不予公开。理由：理由乙。"
    ) in texts
    assert any("根据《条例》第十四条、第三十七条的规定，本机关决定部分公开。" in text for text in texts)


def test_more_parts_than_grounds_are_told() -> None:
    [one], values = example_reply(Outcome.PARTLY_GRANTED)
    part = {"不予公开的部分": "第五章", "不予公开的理由": "理由甲"}
    composed = compose_reply([Answer(one.item, one.values, (part, part))], values)
    assert [problem.text for problem in composed.problems] == [
        "不予公开的部分有 2 个，不予公开的依据只有 1 个，请一一对应。"
    ]


def test_a_part_that_is_no_government_information_is_not_called_withheld() -> None:
    # 不予公开 is what 行政复议法 23 ¶1(4) speaks of: articles 14 to 16 only.
    item = Item(Outcome.PARTLY_GRANTED, (Outcome.NOT_GOVERNMENT_INFORMATION,))
    [one], values = example_reply(Outcome.PARTLY_GRANTED)
    own = {**one.values, "不予公开的部分": "附录三", "不予公开的理由": "理由丙"}
    composed = compose_reply([Answer(item, own)], {**values, "管辖法院": "萤台县人民法院"})
    assert issue(composed)
    texts = lines(composed)
    assert (
        "不予提供的部分：附录三。该部分不属于《条例》第二条规定的政府信息。"
        "根据《条例》第二条、第三十七条的规定，不予提供。理由：理由丙。"
    ) in texts
    assert not any("不予公开" in text for text in texts)


@pytest.mark.parametrize(
    ("grounds", "contents"),
    [
        ((Outcome.STATE_SECRET,), "不予公开的内容"),
        ((Outcome.STATE_SECRET, Outcome.THIRD_PARTY_RIGHTS), "不予公开的内容"),
        ((Outcome.NOT_GOVERNMENT_INFORMATION,), "不属于政府信息的内容"),
        ((Outcome.STATE_SECRET, Outcome.NOT_GOVERNMENT_INFORMATION), "不予公开和不属于政府信息的内容"),
        ((), "不应当公开或者不属于政府信息的内容"),
    ],
)
def test_what_the_information_holds_is_what_its_grounds_say(grounds: tuple[Outcome, ...], contents: str) -> None:
    [one], values = example_reply(Outcome.PARTLY_GRANTED)
    composed = compose_reply([Answer(Item(Outcome.PARTLY_GRANTED, grounds), one.values)], values)
    wanted = f"经审查，你申请公开的上述信息中含有{contents}，但是能够作区分处理。"
    assert sum(text.startswith(wanted) for text in lines(composed)) == 1


CONSULTATIONS = [
    ({"征求意见的结果": "不同意公开", "第三方的意见": "会泄露工艺"}, "第三方不同意公开，认为会泄露工艺"),
    ({"征求意见的结果": "逾期未提出意见"}, "第三方逾期未提出意见"),
    ({"征求意见的结果": "无法送达", "无法送达的原因": "地址不详"}, "征求意见书因地址不详无法送达第三方"),
]


@pytest.mark.parametrize(("more", "told"), CONSULTATIONS, ids=["refused", "silent", "not reached"])
@pytest.mark.parametrize("outcome", [Outcome.THIRD_PARTY_RIGHTS, Outcome.PARTLY_GRANTED], ids=str)
def test_what_a_third_party_said_is_told_with_its_article(
    outcome: Outcome, more: dict[str, str], told: str
) -> None:
    grounds = (Outcome.THIRD_PARTY_RIGHTS,) if outcome is Outcome.PARTLY_GRANTED else ()
    [one], values = example_reply(outcome)
    gone = ("征求意见的结果", "第三方的意见", "征求意见日期")
    own = {name: value for name, value in one.values.items() if name not in gone}
    own |= {"涉及的权益": "商业秘密", **more}
    asked = compose_reply([Answer(Item(outcome, grounds), {**own, "征求意见日期": "2026-03-06"})], values)
    assert issue(asked)
    text = "".join(lines(asked))
    assert f"本机关于2026年3月6日书面征求第三方的意见，{told}。本机关认为，" in text
    last = "第三十六条第三项" if not grounds else "第三十七条"
    assert text.count(f"根据《条例》第十五条、第三十二条、{last}的规定") == (2 if grounds else 1)
    unasked = compose_reply([Answer(Item(outcome, grounds), own)], values)
    text = "".join(lines(unasked))
    assert issue(unasked)
    assert "征求" not in text
    assert "第三十二条" not in text


@pytest.mark.parametrize("outcome", [Outcome.NOT_CORRECTED, Outcome.FEE_UNPAID], ids=str)
def test_one_lapsed_item_among_several_does_not_end_the_request(outcome: Outcome) -> None:
    both = [answer(Outcome.GRANTED, "甲"), answer(outcome, "乙")]
    composed = compose_reply(both, {**SHARED, "成文日期": "2026-04-13"})
    assert issue(composed)
    text = "".join(lines(composed))
    assert "视为你放弃该项申请内容，本机关不再处理该项申请内容。" in text
    assert "不再处理该政府信息公开申请" not in text
    assert "现答复如下：" in text


def test_a_closing_notice_is_led_in_as_a_notice() -> None:
    answers, values = example_reply(Outcome.NOT_CORRECTED)
    assert lines(compose_reply(answers, values))[3].endswith("2026年3月2日。现告知如下：")


def test_a_correction_that_the_answer_tells_is_told_once() -> None:
    answers, values = example_reply(Outcome.STILL_UNCLEAR)
    told = {"补正告知日期": "2026-03-05", "收到补正日期": "2026-03-12"}
    text = "".join(lines(compose_reply(answers, {**values, **told})))
    assert text.count("2026年3月5日") == text.count("2026年3月12日") == 1
    both = [answer(Outcome.GRANTED, "甲"), answer(Outcome.STILL_UNCLEAR, "乙")]
    assert "告知你补正，于2026年3月12日收到" in "".join(lines(compose_reply(both, {**SHARED, **told})))
    own = Wordings(opening=Wordings().opening + "收到补正的日期：{收到补正日期}。")
    assert "收到补正的日期：2026年3月12日。" in "".join(
        lines(compose_reply(answers, {**values, **told}, wordings=own))
    )


def test_why_another_form_is_provided_rests_on_article_40() -> None:
    own = answer(Outcome.GRANTED, "甲", 不按申请的形式提供的理由="复制可能损坏原件")
    told = "邮寄。根据《条例》第四十条的规定，没有按照申请要求的形式提供，理由：复制可能损坏原件。"
    assert any(told in text for text in lines(compose_reply([own], SHARED)))


def test_several_interests_may_be_in_danger() -> None:
    own = answer(Outcome.ENDANGERS_SAFETY, "甲", 可能危及的利益=["社会稳定", "公共安全"])
    assert any("公开后可能危及公共安全、社会稳定。" in text for text in lines(compose_reply([own], SHARED)))


def test_reasons_that_never_came_are_called_so() -> None:
    own = answer(Outcome.EXCESSIVE, "甲", 对理由的认定="逾期未说明理由")
    text = "".join(lines(compose_reply([own], SHARED)))
    assert "经审查，你逾期未说明理由，本机关认定你没有合理理由。" in text
    assert "申请的理由不合理" not in text


def test_quotation_marks_within_a_request_are_the_inner_ones() -> None:
    texts = lines(compose_reply([answer(Outcome.GRANTED, "请公开“砚汀大桥”的防洪报告。")], SHARED))
    assert texts[2].endswith("申请公开：“请公开‘砚汀大桥’的防洪报告”。")
    both = [answer(Outcome.GRANTED, "请公开“甲”！"), answer(Outcome.PETITION, "乙", 申请的实际内容="请查“丙”。")]
    texts = lines(compose_reply(both, SHARED))
    assert texts[2].endswith("申请公开：1.“请公开‘甲’！”；2.“乙”。")
    assert any("你提出的内容是“请查‘丙’”。该内容属于" in text for text in texts)


def test_a_part_withheld_without_a_ground_is_told() -> None:
    [one], values = example_reply(Outcome.PARTLY_GRANTED)
    composed = compose_reply([Answer(Item(Outcome.PARTLY_GRANTED), one.values)], values)
    assert "partial_without_ground" in [problem.code for problem in composed.problems]
    assert any("【待填：不予公开的依据】" in text for text in lines(composed))


@pytest.mark.parametrize(
    ("outcome", "title"),
    [
        (Outcome.NOT_CORRECTED, "政府信息公开申请不再处理告知书"),
        (Outcome.FEE_UNPAID, "政府信息公开申请不再处理告知书"),
        (Outcome.GRANTED, "政府信息公开申请答复书"),
        (Outcome.WITHDRAWN, "撤回政府信息公开申请确认书"),
    ],
)
def test_a_letter_is_called_what_it_is(outcome: Outcome, title: str) -> None:
    answers, values = example_reply(outcome)
    assert compose_reply(answers, values).manuscript.title == title


def test_what_was_withdrawn_in_part_is_told_in_the_reply() -> None:
    more = {"撤回的日期和方式": "2026年3月9日，电子邮件", "撤回的意思表示": "不再需要"}
    both = [answer(Outcome.GRANTED, "甲"), Answer(Item(Outcome.WITHDRAWN), {"申请内容": "乙", **more})]
    composed = compose_reply(both, SHARED)
    assert issue(composed)
    assert "你已经撤回该项申请（2026年3月9日，电子邮件），表示：“不再需要”。本机关不再办理该项申请。" in lines(
        composed
    )
    rest = {name: value for name, value in SHARED.items() if name != "申请编号"}
    assert [one.element.value for one in compose_reply(both, rest).missing] == ["application_number"]


def test_an_empty_draft_shows_what_is_still_to_be_written() -> None:
    composed = compose_reply([Answer(Item(Outcome.NOT_RESPONSIBLE))], {})
    texts = lines(composed)
    assert composed.manuscript.letterhead == Letterhead("【待填：机关】", "【待填：文号】")
    assert texts[1] == "【待填：申请人】："
    assert texts[-3:] == [
        "【待填：机关】",
        "【待填：成文日期】",
        "（联系人：【待填：联系人】，电话：【待填：联系电话】）",
    ]
    shown = "".join(texts)
    gaps = {field for one in composed.missing for field in one.fields}
    assert {name for name in gaps if f"【待填：{name}】" not in shown} == {"文号"}
    assert "【待填：无法确定负责机关的说明】" in shown


def test_an_answer_may_be_read_from_json() -> None:
    raw = b'{"item": {"outcome": "partly_granted", "grounds": ["state_secret"]}, "values": {"\xe7\x94\xb2": 1}}'
    one = msgspec.json.decode(raw, type=Answer)
    assert one == Answer(Item(Outcome.PARTLY_GRANTED, (Outcome.STATE_SECRET,)), {"甲": 1})


def test_an_office_words_its_answers_itself() -> None:
    answers, values = example_reply(Outcome.GRANTED)
    text = "{可以公开}。{法律依据}，{处理决定}，随本答复书附上{提供的信息}，形式为{提供信息的形式}。"
    own = Wordings(answers={Outcome.GRANTED: text}, closing="{救济途径}。\n特此答复。")
    texts = lines(compose_reply(answers, values, wordings=own))
    assert any("本机关决定予以公开，随本答复书附上《砚汀大桥" in one for one in texts)
    assert "特此答复。" in texts


NOT_ASKED = "没有写明征求第三方意见的日期和意见，应当先征求第三方意见；不需要征求的，请在理由中说明。"


@pytest.mark.parametrize("lost", ["征求意见日期", "征求意见的结果", "第三方的意见"])
def test_a_refusal_for_a_third_partys_sake_that_tells_of_no_consultation_is_remarked(lost: str) -> None:
    answers, values = example_reply(Outcome.THIRD_PARTY_RIGHTS)
    assert compose_reply(answers, values).remarks == ()
    own = [Answer(answers[0].item, {**answers[0].values, lost: None})]
    composed = compose_reply(own, values)
    assert [(one.code, one.text, one.source) for one in composed.remarks] == [
        ("third_party.not_asked", NOT_ASKED, "条例第三十二条")
    ]
    assert composed.is_whole
    unasked = msgspec.structs.replace(DEFAULT, third_party_asked_first=False)
    assert compose_reply(own, values, conventions=unasked).remarks == ()


def test_a_part_withheld_for_a_third_partys_sake_tells_of_its_consultation_too() -> None:
    item = Item(Outcome.PARTLY_GRANTED, (Outcome.STATE_SECRET, Outcome.THIRD_PARTY_RIGHTS))
    granted, _ = example_reply(Outcome.GRANTED)
    first = Answer(granted[0].item, {**granted[0].values, "申请内容": "甲"})
    asked = {"征求意见日期": "2026-03-06", "征求意见的结果": "逾期未提出意见"}
    for told, remarked in (({}, True), (asked, False)):
        composed = compose_reply([first, Answer(item, {"申请内容": "乙", **told})], SHARED)
        found = [one.text for one in composed.remarks if one.code == "third_party.not_asked"]
        assert found == ([f"第 2 项答复{NOT_ASKED}"] if remarked else [])


def test_a_search_is_told_in_a_sentence() -> None:
    answers, values = example_reply(Outcome.NOT_EXISTING)
    told = (
        "本机关于2026年3月9日至3月11日检索了公文管理系统、数字档案室和工程科纸质档案（2019年至2025年）。"
        "检索的方法：以“砚汀大桥”“防洪”“评价”为关键词检索全文，逐卷翻阅纸质档案。经检索，未发现你申请公开的上述信息。"
    )
    assert any(text.startswith(told) for text in lines(compose_reply(answers, values)))
