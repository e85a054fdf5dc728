"""Every element that the law asks of a document: without it nothing goes out, and the reason names it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import product

import msgspec
import pytest

from gongkai.errors import LetterIncomplete
from gongkai.law.conventions import DEFAULT, NotHandledRemedy
from gongkai.law.documents import REPLIES, Document, Element, elements_of
from gongkai.law.outcomes.outcome import GROUNDS, Item, Outcome
from gongkai.law.outcomes.rules import elements_of_item, rule_of
from gongkai.letters import Answer, Wordings, compose, compose_reply, issue
from gongkai.letters.catalogue import ANSWERS, FIELDS, FORMS, LETTERS
from gongkai.letters.compose import Composed, frame_needs
from gongkai.letters.documents import replies
from gongkai.letters.documents.receipt import DAY_OF_RECEIPT
from gongkai.letters.documents.severance import field_name, partly_granted
from gongkai.letters.examples import example_of, example_reply, example_values
from gongkai.letters.letter import Need, Sentence
from tests.letters.leaves import leaves

LATEST = dt.date.max


def refused_for(composed: Composed) -> set[str]:
    """Return the codes of the elements for want of which a document may not go out."""
    with pytest.raises(LetterIncomplete) as caught:
        issue(composed)
    assert {one.element.value for one in composed.missing} == set(caught.value.elements)
    assert all(reason.endswith("。") for reason in caught.value.reasons)
    return set(caught.value.elements)


def with_group(values: dict[str, object], need: Need, group: tuple[str, ...]) -> dict[str, object]:
    """Return values by which one group of names fulfils a need, and no other does."""
    kept = {name: value for name, value in values.items() if not any(name in other for other in need.groups)}
    own = {
        name: values.get(name, example_of(FIELDS[field_name(name)])) for name in group if field_name(name) in FIELDS
    }
    return {**kept, **own}


def _refused(need: Need) -> dict[str, object]:
    """Return what makes the letter about a correction (L28) need a remedy: where it corrects, it has none."""
    places = {"复议机关": "砚汀市人民政府", "管辖法院": "萤台县人民法院"}
    refused = {"更正的处理": "不予更正", "不予更正的理由": "记载无误", **places}
    return refused if need.element is Element.REMEDY else {}


def test_every_document_has_one_model() -> None:
    assert {*LETTERS, *FORMS, *REPLIES} == set(Document)
    assert {rule_of(outcome, LATEST).document for outcome in ANSWERS} == {*REPLIES, Document.L32}
    assert set(ANSWERS) == set(Outcome)


@pytest.mark.parametrize("document", LETTERS, ids=str)
def test_the_needs_of_a_letter_are_the_elements_the_law_asks(document: Document) -> None:
    letter = LETTERS[document]
    needs = [one.element for one in (*frame_needs(document, letter.addressee), *letter.needs)]
    assert sorted(needs) == sorted(elements_of(document))


@pytest.mark.parametrize("document", FORMS, ids=str)
def test_the_needs_and_blanks_of_a_form_are_the_elements_the_law_asks(document: Document) -> None:
    form = FORMS[document]
    assert sorted([*(one.element for one in form.needs), *form.fixed]) == sorted(elements_of(document))


@pytest.mark.parametrize("outcome", [one for one in ANSWERS if one is not Outcome.WITHDRAWN], ids=str)
def test_the_needs_of_a_reply_are_the_elements_the_law_asks(outcome: Outcome) -> None:
    partly = [Item(outcome, (ground,)) for ground in GROUNDS] if outcome is Outcome.PARTLY_GRANTED else []
    for item in partly or [Item(outcome)]:
        reply = partly_granted(item, LATEST) if item.grounds else ANSWERS[outcome]
        asked = elements_of_item(item, LATEST)
        own = [one.element for one in (*reply.needs, *replies.NEEDS_OF_ITEM)]
        frame = [one.element for one in frame_needs(replies.CLOSED, "申请人")]
        around = [one.element for one in replies.NEEDS if one.element in asked]
        assert sorted([*own, *frame, *around, Element.REMEDY]) == sorted(asked)


LETTER_NEEDS = [
    pytest.param(document, need, group, id=f"{document}-{need.element}-{number}")
    for document, letter in LETTERS.items()
    for need in (*frame_needs(document, letter.addressee), *letter.needs)
    for number, group in enumerate(need.groups)
]


@pytest.mark.parametrize(("document", "need", "group"), LETTER_NEEDS)
def test_no_letter_goes_out_without_an_element(document: Document, need: Need, group: tuple[str, ...]) -> None:
    letter = LETTERS[document]
    values = with_group({**example_values(document), **_refused(need)}, need, group)
    assert issue(compose(document, values))
    removed = list(dict.fromkeys(one for own in group for one in leaves(own, letter.sentences)))
    for name in removed:
        if not FIELDS[name].usual:
            rest = {key: value for key, value in values.items() if key != name}
            assert need.element in refused_for(compose(document, rest)), name
    for name in group:
        if f"{{{name}}}" in letter.text:
            lost = Wordings(letters={document: letter.text.replace(f"{{{name}}}", "某")})
            assert need.element in refused_for(compose(document, values, wordings=lost)), name


def removable(need: Need, group: tuple[str, ...], sentences: tuple[Sentence, ...]) -> list[str]:
    return [name for own in group for name in leaves(own, sentences) if field_name(name) in FIELDS]


REPLY_NEEDS = [
    pytest.param(outcome, need, group, id=f"{outcome}-{need.element}-{number}")
    for outcome, reply in ANSWERS.items()
    if outcome not in (Outcome.PARTLY_GRANTED, Outcome.WITHDRAWN)
    for need in reply.needs
    for number, group in enumerate(need.groups)
]


@pytest.mark.parametrize(("outcome", "need", "group"), REPLY_NEEDS)
def test_no_reply_goes_out_without_an_element(outcome: Outcome, need: Need, group: tuple[str, ...]) -> None:
    reply = ANSWERS[outcome]
    answers, values = example_reply(outcome)
    own = with_group(dict(answers[0].values), need, group)
    assert issue(compose_reply([Answer(Item(outcome), own)], values))
    for name in removable(need, group, reply.sentences):
        if not FIELDS[name].usual and name in own:
            rest = [Answer(Item(outcome), {key: value for key, value in own.items() if key != name})]
            assert need.element in refused_for(compose_reply(rest, values)), name
    for name in (*group, replies.BASIS, replies.DECISION):
        if f"{{{name}}}" in reply.text:
            lost = Wordings(answers={outcome: reply.text.replace(f"{{{name}}}", "某")})
            codes = refused_for(compose_reply([Answer(Item(outcome), own)], values, wordings=lost))
            asked = {replies.BASIS: Element.BASIS, replies.DECISION: Element.DECISION}.get(name, need.element)
            assert asked in codes, name


def parts(item: Item) -> Iterator[tuple[Need, str]]:
    reply = partly_granted(item, LATEST)
    for need in reply.needs:
        for name in dict.fromkeys(removable(need, need.groups[0], reply.sentences)):
            yield need, name


PAIRS = [(first,) for first in (*GROUNDS, Outcome.NOT_GOVERNMENT_INFORMATION)] + [
    pair for pair in product(GROUNDS, repeat=2) if pair[0] is not pair[1]
][::5]


@pytest.mark.parametrize("grounds", PAIRS, ids=lambda grounds: "+".join(map(str, grounds)))
def test_no_part_is_withheld_without_an_element(grounds: tuple[Outcome, ...]) -> None:
    item = Item(Outcome.PARTLY_GRANTED, grounds)
    _, values = example_reply(Outcome.PARTLY_GRANTED)
    values = {**values, "管辖法院": "萤台县人民法院"}
    own, withheld = part_values(grounds)
    assert issue(compose_reply([Answer(item, own, withheld)], values))
    for need, name in parts(item):
        if FIELDS[field_name(name)].usual:
            continue
        number = int(name.partition("（第")[2].partition("部分")[0] or 1) - 1
        rest = tuple(
            {key: value for key, value in part.items() if not (at == number and key == field_name(name))}
            for at, part in enumerate(withheld)
        )
        fewer = {key: value for key, value in own.items() if key != name}
        codes = refused_for(compose_reply([Answer(item, fewer, rest)], values))
        assert need.element in codes, name


def part_values(grounds: tuple[Outcome, ...]) -> tuple[dict[str, object], tuple[dict[str, object], ...]]:
    """Return the fields of a partial disclosure, and those of each part withheld."""
    from gongkai.letters.documents.refusals import BY_OUTCOME, REASON, WITHHELD

    answers, _ = example_reply(Outcome.PARTLY_GRANTED)
    shared = ("申请内容", "予以公开的部分", "提供的信息", "提供信息的形式")
    more = {name: example_of(FIELDS[name]) for name in ("涉及的权益", "第三方的意见")}
    own = {name: answers[0].values[name] for name in shared} | more
    withheld = tuple(
        {
            WITHHELD: f"第{number}章",
            REASON: f"第{number}章的理由",
            **{field.name: example_of(field) for field in BY_OUTCOME[ground].fields},
        }
        for number, ground in enumerate(grounds, 5)
    )
    return own, withheld


WHOLE = ("机关", "文号", "申请人", "成文日期", "联系人", "联系电话", "提交日期", "提交方式", "收到日期", "申请内容")
ASKED = {
    "机关": Element.SEAL,
    "文号": Element.NUMBER,
    "申请人": Element.ADDRESSEE,
    "成文日期": Element.DATE,
    "联系人": Element.CONTACT,
    "联系电话": Element.CONTACT,
    "提交日期": Element.SUBMITTED,
    "提交方式": Element.RECEIVED,
    "收到日期": Element.RECEIVED,
    "申请内容": Element.REQUEST,
    "复议机关": Element.REMEDY,
    "管辖法院": Element.REMEDY,
}


@pytest.mark.parametrize("outcome", [one for one in ANSWERS if one is not Outcome.WITHDRAWN], ids=str)
def test_no_reply_goes_out_without_what_surrounds_its_answers(outcome: Outcome) -> None:
    answers, values = example_reply(outcome)
    [answer] = answers
    names = [name for name in ASKED if name in values or name in answer.values]
    assert set(WHOLE) | {"复议机关"} <= set(names)
    for name in names:
        rest, own = ({key: value for key, value in some.items() if key != name} for some in (values, answer.values))
        assert ASKED[name] in refused_for(compose_reply([Answer(answer.item, own)], rest)), name


@pytest.mark.parametrize("part", ["opening", "closing"])
def test_no_reply_goes_out_with_a_frame_that_lost_an_element(part: str) -> None:
    answers, values = example_reply(Outcome.GRANTED)
    names = ["收到申请之日", "申请内容", "提交日期", "提交的方式"] if part == "opening" else ["救济途径"]
    asked = {"收到申请之日": Element.RECEIVED, "提交的方式": Element.SUBMITTED, "救济途径": Element.REMEDY, **ASKED}
    for name in names:
        text = getattr(Wordings(), part).replace(f"{{{name}}}", "某")
        lost = Wordings(**{part: text})
        assert asked[name] in refused_for(compose_reply(answers, values, wordings=lost)), name


FORM_NEEDS = [
    pytest.param(document, need, name, id=f"{document}-{need.element}-{name}")
    for document, form in FORMS.items()
    for need in form.needs
    for group in need.groups
    for name in group
]


@pytest.mark.parametrize(("document", "need", "name"), FORM_NEEDS)
def test_no_form_goes_out_without_an_element(document: Document, need: Need, name: str) -> None:
    rest = {key: value for key, value in example_values(document).items() if key != name}
    composed = compose(document, rest)
    assert need.element in refused_for(composed)
    assert name in {field for one in composed.missing if one.element is need.element for field in one.fields}


def test_what_is_missing_says_which_fields_would_make_it_good_and_which_article_asks() -> None:
    answers, values = example_reply(Outcome.NOT_RESPONSIBLE)
    own = {key: value for key, value in answers[0].values.items() if key != "负责公开机关的联系方式"}
    composed = compose_reply([Answer(answers[0].item, own)], values)
    [missing] = composed.missing
    assert missing.element is Element.OTHER_ORGAN
    assert missing.text == (
        "缺少“负责公开的行政机关的名称、联系方式，或者无法确定的说明”（条例第三十六条第五项）："
        "请填写“负责公开机关的联系方式”，或者“无法确定负责机关的说明”。"
    )
    assert missing.fields == ("负责公开机关的联系方式",)


def test_what_an_office_left_out_of_its_text_is_told_as_such() -> None:
    letter = LETTERS[Document.L03]
    lost = Wordings(letters={Document.L03: letter.text.replace("{重新起算}。", "")})
    [missing] = compose(Document.L03, example_values(Document.L03), wordings=lost).missing
    assert missing.element is Element.RESTART
    assert missing.text == (
        "缺少“答复期限自收到补正之日起计算”（条例第三十条）：文书的文字里没有用到“{重新起算}”，请改正文字。"
    )


def test_an_answer_among_several_is_named_by_its_number() -> None:
    answers, values = example_reply(Outcome.GRANTED)
    incomplete = Answer(Item(Outcome.NOT_EXISTING), {"申请内容": "乙", "检索的范围": "档案室"})
    composed = compose_reply(
        [msgspec.structs.replace(answers[0], values={**answers[0].values, "申请内容": "甲"}), incomplete], values
    )
    [missing] = composed.missing
    assert (missing.element, missing.item) == (Element.SEARCH, 2)
    assert missing.text == (
        "第 2 项答复缺少“检索的范围、方法和时间”（条例第三十六条第四项）：请填写“检索的方法”、“检索的时间”。"
    )


def test_a_letter_without_a_remedy_by_convention_needs_none() -> None:
    answers, values = example_reply(Outcome.PETITION)
    silent = msgspec.structs.replace(DEFAULT, petition_remedy=NotHandledRemedy.NONE)
    rest = {key: value for key, value in values.items() if key not in ("复议机关", "管辖法院")}
    assert Element.REMEDY in refused_for(compose_reply(answers, rest))
    manuscript = issue(compose_reply(answers, rest, conventions=silent))
    assert not any("复议" in getattr(block, "text", "") for block in manuscript.blocks)


def test_the_day_of_receipt_needs_its_ground_and_its_day() -> None:
    values = {key: value for key, value in example_values(Document.L02).items() if key != "提交方式"}
    missing = {one.element: one.fields for one in compose(Document.L02, values).missing}
    assert missing[Element.RECEIVED] == ("提交方式",)
    assert DAY_OF_RECEIPT.by == "提交方式"


def test_a_reply_is_not_composed_without_its_items() -> None:
    with pytest.raises(ValueError, match="its items decide"):
        compose(Document.L16, {})
    with pytest.raises(ValueError, match="one item at least"):
        compose_reply([], {})
