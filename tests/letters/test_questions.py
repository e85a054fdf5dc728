"""What a letter asks for is all that it prints, in order, and what it says must be filled in is what it needs."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from gongkai.errors import NoRule
from gongkai.law.conventions import DEFAULT, NotHandledRemedy
from gongkai.law.documents import Document, Element
from gongkai.law.outcomes.outcome import GROUNDS, Item, Outcome
from gongkai.letters import Answer, compose, compose_reply
from gongkai.letters.catalogue import ANSWERS, FIELDS, FORMS, LETTERS
from gongkai.letters.documents.severance import field_name
from gongkai.letters.examples import example_of, example_reply, example_values
from gongkai.letters.questions import asked_by, asked_by_answer, asked_by_reply

ITEMS = [Item(outcome, (Outcome.STATE_SECRET,) if outcome is Outcome.PARTLY_GRANTED else ()) for outcome in ANSWERS]


@pytest.mark.parametrize("document", [*LETTERS, *FORMS], ids=str)
def test_what_must_be_filled_in_is_what_a_document_cannot_do_without(document: Document) -> None:
    asked = asked_by(document)
    must = {one.name for one in asked if one.must}
    needed = {name for name in must if not FIELDS[name].usual}
    values = example_values(document)
    assert must <= values.keys()
    for name in needed:
        rest = {key: value for key, value in values.items() if key != name}
        assert not compose(document, rest).is_whole, name
    for one in asked:
        if not one.must and not one.elements:
            rest = {key: value for key, value in values.items() if key != one.name}
            assert compose(document, rest).is_whole, one.name


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: str(item.outcome))
def test_what_must_be_filled_in_is_what_an_answer_cannot_do_without(item: Item) -> None:
    if item.outcome is Outcome.WITHDRAWN:
        return
    _, values = example_reply(item.outcome)
    answers, _ = example_reply(item.outcome)
    own = {one.name: example_of(FIELDS[one.name]) for one in asked_by_answer(item) if one.must}
    own = {**answers[0].values, **own}
    assert compose_reply([Answer(item, own)], values).is_whole
    for one in asked_by_answer(item):
        if one.must:
            rest = {key: value for key, value in own.items() if key != one.name}
            assert not compose_reply([Answer(item, rest)], values).is_whole, one.name
    for one in asked_by_reply((item,)):
        if one.must:
            rest = {key: value for key, value in values.items() if key != one.name}
            assert not compose_reply([Answer(item, own)], rest).is_whole, one.name


def test_fields_are_asked_in_the_order_of_the_page() -> None:
    assert [one.name for one in asked_by(Document.L05)] == [
        *("机关", "文号", "申请人", "称谓", "提交日期", "提交方式", "申请编号", "收到日期", "延期情形", "延期理由"),
        *("答复期限", "延期审批日期", "延长天数", "延长后的期限", "附件", "成文日期", "联系人", "联系电话"),
    ]
    assert [one.name for one in asked_by_answer(Item(Outcome.NOT_RESPONSIBLE))] == [
        *(
            "申请内容",
            "不属于本机关的理由",
            "负责公开的机关",
            "负责公开机关的联系方式",
            "无法确定负责机关的说明",
        )
    ]


def test_alternatives_are_asked_and_none_of_them_must_be_filled_in() -> None:
    asked = {one.name: one for one in asked_by_answer(Item(Outcome.GRANTED))}
    for name in ("提供的信息", "获取的方式、途径", "获取时间"):
        assert asked[name].elements == (Element.PROVIDED,)
        assert not asked[name].must
    assert asked["提供信息的形式"].must
    assert asked["不按申请的形式提供的理由"].elements == ()


def test_each_withheld_part_is_asked_for_by_its_number() -> None:
    item = Item(Outcome.PARTLY_GRANTED, (Outcome.STATE_SECRET, Outcome.FORBIDDEN_BY_LAW))
    names = [one.name for one in asked_by_answer(item)]
    assert names[-5:] == [
        "不予公开的部分（第1部分）",
        "不予公开的理由（第1部分）",
        "不予公开的部分（第2部分）",
        "禁止公开的规定（第2部分）",
        "不予公开的理由（第2部分）",
    ]
    assert [field_name(name) for name in names[-2:]] == ["禁止公开的规定", "不予公开的理由"]


def test_the_fields_of_a_remedy_are_those_of_the_items() -> None:
    def places(*outcomes: Outcome, on: dt.date = dt.date(2026, 3, 27)) -> list[str]:
        asked = asked_by_reply(tuple(map(Item, outcomes)), on)
        return [one.name for one in asked if one.must and one.name in ("复议机关", "管辖法院")]

    assert places(Outcome.GRANTED) == ["复议机关", "管辖法院"]
    assert places(Outcome.GRANTED, Outcome.STATE_SECRET) == ["复议机关"]
    assert places(Outcome.STATE_SECRET, on=dt.date(2023, 12, 31)) == ["复议机关", "管辖法院"]
    silent = msgspec.structs.replace(DEFAULT, petition_remedy=NotHandledRemedy.NONE)
    names = [one.name for one in asked_by_reply((Item(Outcome.PETITION),), conventions=silent)]
    assert not {"复议机关", "管辖法院"} & set(names)


def test_where_no_article_names_a_case_the_basis_is_asked_for() -> None:
    asked = {one.name: one for one in asked_by_answer(Item(Outcome.CONFIRMATION))}
    assert asked["处理的依据"].elements == (Element.BASIS,)
    assert "处理的依据" not in {one.name for one in asked_by_answer(Item(Outcome.GRANTED))}


def test_a_field_shows_an_example_that_fits_what_is_decided() -> None:
    def example(item: Item, name: str) -> str:
        return next(one.field.example for one in asked_by_answer(item) if one.name == name)

    reasons = {one: example(Item(one), "不予公开的理由") for one in GROUNDS}
    facts = {one: example(Item(one), "查明的事实") for one in GROUNDS}
    assert len(set(reasons.values())) == len(set(facts.values())) == len(GROUNDS)
    assert "保密期限" in facts[Outcome.STATE_SECRET]
    both = Item(Outcome.PARTLY_GRANTED, (Outcome.STATE_SECRET, Outcome.ENFORCEMENT_FILE))
    for number, ground in enumerate(both.grounds, 1):
        assert example(both, f"不予公开的理由（第{number}部分）") == reasons[ground]
    assert example(Item(Outcome.ARCHIVED), "负责公开的机关") == "砚汀市档案馆"
    assert example(Item(Outcome.NOT_RESPONSIBLE), "负责公开的机关") == "砚汀市交通运输局"


def test_what_was_corrected_asks_for_no_remedy() -> None:
    asked = {one.name: one for one in asked_by(Document.L28)}
    assert asked["更正的处理"].must
    for name in ("复议机关", "管辖法院", "更正的内容", "不予更正的理由"):
        assert not asked[name].must


def test_a_day_before_the_law_has_no_questions() -> None:
    with pytest.raises(NoRule):
        asked_by_answer(Item(Outcome.GRANTED), dt.date(2019, 5, 14))


def test_each_answer_is_asked_what_was_requested() -> None:
    items = (Item(Outcome.GRANTED), Item(Outcome.NOT_EXISTING))
    for some in (items, items[:1]):
        assert "申请内容" not in {one.name for one in asked_by_reply(some)}
    first = asked_by_answer(items[0])[0]
    assert (first.name, first.elements, first.must) == ("申请内容", (Element.REQUEST,), True)
