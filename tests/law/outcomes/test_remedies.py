"""The remedy right for every outcome, before and after 2024-01-01, and for every document."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.conventions import (
    DEFAULT,
    Conventions,
    NotHandledRemedy,
    ReconsiderationFirst,
    SilenceRemedy,
)
from gongkai.law.documents import REPLIES, Document, Element
from gongkai.law.events import Service
from gongkai.law.outcomes.outcome import GROUNDS, PARTIAL_GROUNDS, UNAVAILABLE, Item, Outcome
from gongkai.law.outcomes.remedies import (
    Remedy,
    advise,
    internet_channel,
    mandatory_elements,
    remedy_of,
    remedy_of_document,
    remedy_of_silence,
)
from gongkai.law.outcomes.rules import rule_of
from gongkai.law.steps import Doubt, Step
from gongkai.terms.outcomes import REMEDIES

BEFORE, AFTER = dt.date(2023, 12, 31), dt.date(2024, 1, 1)
BEFORE_COURT, COURT = dt.date(2025, 5, 31), dt.date(2025, 6, 1)
FIRST, EITHER, NONE = Remedy.RECONSIDERATION_FIRST, Remedy.EITHER, Remedy.NONE
# What a reply of 2024 and later names, typed from the table of remedies; before 2024 a refusal left both ways open.
TYPED = {
    "already_public": EITHER,
    "granted": EITHER,
    "state_secret": FIRST,
    "forbidden_by_law": FIRST,
    "endangers_safety": FIRST,
    "third_party_rights": FIRST,
    "internal_affairs": FIRST,
    "process_information": FIRST,
    "enforcement_file": FIRST,
    "special_enquiry": EITHER,
    "not_existing": EITHER,
    "not_responsible": EITHER,
    "needs_processing": EITHER,
    "still_unclear": EITHER,
    "petition": EITHER,
    "repeated": EITHER,
    "publication": EITHER,
    "excessive": EITHER,
    "confirmation": EITHER,
    "not_corrected": EITHER,
    "fee_unpaid": EITHER,
    "withdrawn": NONE,
    "archived": EITHER,
    "not_government_information": EITHER,
    "enquiry": EITHER,
}
PLAIN = [one for one in Outcome if one is not Outcome.PARTLY_GRANTED]
SEVERED = Item(Outcome.PARTLY_GRANTED, (Outcome.PROCESS_INFORMATION,))
SEVERED_OTHER = Item(Outcome.PARTLY_GRANTED, (Outcome.NOT_GOVERNMENT_INFORMATION,))
GRANTED, SECRET, PETITION = Item(Outcome.GRANTED), Item(Outcome.STATE_SECRET), Item(Outcome.PETITION)
WITHDRAWN = Item(Outcome.WITHDRAWN)

items = st.lists(
    st.sampled_from(PLAIN).map(Item)
    | st.sampled_from(PARTIAL_GROUNDS).map(lambda ground: Item(Outcome.PARTLY_GRANTED, (ground,))),
    max_size=5,
)
days = st.dates(dt.date(2019, 5, 15), dt.date(2027, 12, 31))
conventions = st.builds(
    Conventions,
    reconsideration_first=st.sampled_from(ReconsiderationFirst),
    partial_refusal_is_refusal=st.booleans(),
    petition_remedy=st.sampled_from(NotHandledRemedy),
)


@pytest.mark.parametrize("outcome", PLAIN)
def test_each_outcome_has_its_remedy_from_2024_on(outcome: Outcome) -> None:
    expected = TYPED[outcome.value]
    assert [remedy_of([Item(outcome)], day) for day in (AFTER, COURT)] == [expected, expected]


@pytest.mark.parametrize("outcome", PLAIN)
def test_before_2024_no_reply_goes_to_reconsideration_first(outcome: Outcome) -> None:
    expected = NONE if outcome is Outcome.WITHDRAWN else EITHER
    assert [remedy_of([Item(outcome)], day) for day in (dt.date(2019, 5, 15), BEFORE)] == [expected, expected]


@pytest.mark.parametrize("ground", PARTIAL_GROUNDS)
def test_a_partial_refusal_goes_first_where_its_ground_is_in_articles_14_to_16(ground: Outcome) -> None:
    item = Item(Outcome.PARTLY_GRANTED, (ground,))
    after = EITHER if ground is Outcome.NOT_GOVERNMENT_INFORMATION else FIRST
    assert [remedy_of([item], day) for day in (BEFORE, AFTER)] == [EITHER, after]
    with_another = Item(Outcome.PARTLY_GRANTED, (Outcome.NOT_GOVERNMENT_INFORMATION, ground))
    assert remedy_of([with_another], AFTER) is after


def test_only_refusals_go_first_by_default() -> None:
    first = {one for one in PLAIN if remedy_of([Item(one)], AFTER) is FIRST}
    assert first == set(GROUNDS)
    assert {rule_of(one, AFTER).row for one in first} == {f"3.3.{n}" for n in range(1, 8)}


@given(items, days, conventions)
def test_one_item_that_must_go_first_decides_for_the_whole_letter(items, day, conventions) -> None:
    alone = {remedy_of([item], day, conventions) for item in items}
    found = remedy_of(items, day, conventions)
    assert found is next((one for one in (FIRST, EITHER) if one in alone), NONE)


@given(items, days, conventions)
def test_a_letter_before_2024_never_names_reconsideration_first(items, day, conventions) -> None:
    assert (remedy_of(items, day, conventions) is FIRST) <= (day >= AFTER)


@given(items, days, conventions)
def test_the_order_of_items_does_not_matter_for_the_remedy(items, day, conventions) -> None:
    assert remedy_of(items[::-1], day, conventions) is remedy_of(items, day, conventions)


@given(items, days, conventions)
def test_each_remedy_is_explained(items, day, conventions) -> None:
    advice = advise(items, day, conventions)
    assert advice.steps
    assert all("{" not in step.text and step.text.endswith("。") for step in advice.steps)
    assert advice.doubts == ()


def test_the_day_from_which_refusals_go_first_is_a_convention() -> None:
    later = Conventions(reconsideration_first_from=dt.date(2024, 3, 1))
    found = [remedy_of([SECRET], day, later) for day in (dt.date(2024, 2, 29), dt.date(2024, 3, 1))]
    assert found == [EITHER, FIRST]


@pytest.mark.parametrize("outcome", PLAIN)
@pytest.mark.parametrize("convention", ReconsiderationFirst)
def test_an_office_may_send_more_replies_to_reconsideration_first(
    outcome: Outcome, convention: ReconsiderationFirst
) -> None:
    first = {
        ReconsiderationFirst.REFUSALS: set(GROUNDS),
        ReconsiderationFirst.REFUSALS_AND_UNAVAILABLE: {*GROUNDS, *UNAVAILABLE},
        ReconsiderationFirst.ALL: set(PLAIN) - {Outcome.WITHDRAWN},
    }[convention]
    found = remedy_of([Item(outcome)], AFTER, Conventions(reconsideration_first=convention))
    assert (found is FIRST) is (outcome in first)


def test_a_partial_refusal_is_no_refusal_by_convention() -> None:
    no_refusal = Conventions(partial_refusal_is_refusal=False)
    assert [remedy_of([SEVERED], AFTER, one) for one in (DEFAULT, no_refusal)] == [FIRST, EITHER]
    assert remedy_of([SEVERED, SECRET], AFTER, no_refusal) is FIRST
    everything = Conventions(partial_refusal_is_refusal=False, reconsideration_first=ReconsiderationFirst.ALL)
    assert remedy_of([SEVERED], AFTER, everything) is FIRST


@pytest.mark.parametrize("outcome", PLAIN)
def test_a_petition_names_no_remedy_by_convention(outcome: Outcome) -> None:
    silent = Conventions(petition_remedy=NotHandledRemedy.NONE)
    default, found = (remedy_of([Item(outcome)], AFTER, one) for one in (DEFAULT, silent))
    assert found is (NONE if outcome in {Outcome.PETITION, Outcome.ENQUIRY} else default)


def test_a_petition_beside_another_item_keeps_that_items_remedy() -> None:
    silent = Conventions(petition_remedy=NotHandledRemedy.NONE)
    assert remedy_of([PETITION, GRANTED], AFTER, silent) is EITHER
    assert remedy_of([PETITION, SECRET], AFTER, silent) is FIRST
    assert remedy_of([PETITION, WITHDRAWN], AFTER, silent) is NONE
    everything = Conventions(petition_remedy=NotHandledRemedy.NONE, reconsideration_first=ReconsiderationFirst.ALL)
    assert remedy_of([PETITION], AFTER, everything) is NONE


def test_no_item_has_no_remedy() -> None:
    advice = advise([], AFTER)
    assert advice.remedy is NONE
    assert advice.steps == (Step("还没有办理结果，没有救济途径。"),)


def test_a_refusal_is_explained_with_its_articles() -> None:
    refused = "第1项“属于国家秘密”是依据条例第十四条的不予公开，应当先申请行政复议。"
    tell = Step(
        "作出答复时应当告知申请人先申请行政复议。",
        source="行政复议法第二十三条第二款、行政诉讼法第四十四条第二款",
    )
    assert advise([SECRET], BEFORE_COURT).steps == (
        Step(refused, source="行政复议法第二十三条第一款第四项"),
        tell,
    )
    assert advise([SECRET], COURT).steps == (
        Step(refused, source="行政复议法第二十三条第一款第四项、法释〔2025〕8号第一条第二项"),
        tell,
    )


def test_a_mixed_letter_is_explained_item_by_item() -> None:
    advice = advise([GRANTED, SEVERED, Item(Outcome.INTERNAL_AFFAIRS)], BEFORE_COURT)
    assert [step.text for step in advice.steps] == [
        "第2项部分公开，不予公开的部分依据条例第十六条第二款，应当先申请行政复议。",
        "第3项“属于内部事务信息”是依据条例第十六条第一款的不予公开，应当先申请行政复议。",
        "同一份答复书有一项应当先申请行政复议的，全部按先申请行政复议告知。",
        "作出答复时应当告知申请人先申请行政复议。",
    ]
    assert advice.steps[0].source == "行政复议法第二十三条第一款第四项、国办函〔2021〕132号第二条第一项"
    assert advice.steps[0].convention == "partial_refusal_is_refusal"
    assert advice.steps[1].convention == ""


def test_where_all_items_are_refused_nothing_is_said_of_a_mixed_letter() -> None:
    assert len(advise([SECRET, SEVERED], AFTER).steps) == 3


def test_articles_of_several_grounds_are_cited_once_in_their_order() -> None:
    grounds = (Outcome.ENFORCEMENT_FILE, Outcome.PROCESS_INFORMATION, Outcome.STATE_SECRET)
    text = advise([Item(Outcome.PARTLY_GRANTED, grounds)], AFTER).steps[0].text
    assert text == "第1项部分公开，不予公开的部分依据条例第十四条、第十六条第二款，应当先申请行政复议。"


def test_both_ways_are_explained() -> None:
    either = Step("可以申请行政复议，也可以直接提起行政诉讼。", source="行政诉讼法第四十四条第一款")
    assert advise([GRANTED], AFTER).steps == (either,)
    assert advise([SECRET], BEFORE).steps == (
        Step(
            "2024年1月1日前作出的答复，不适用先申请行政复议的规定。",
            AFTER,
            "行政复议法第二十三条第一款第四项",
            "reconsideration_first_from",
        ),
        either,
    )
    assert advise([SEVERED_OTHER], AFTER).steps == (
        Step(
            "第1项不提供的部分只是不属于政府信息的内容，不是条例第十四条至第十六条的不予公开。",
            source="条例第三十七条",
        ),
        either,
    )
    assert advise([GRANTED, SEVERED], AFTER, Conventions(partial_refusal_is_refusal=False)).steps == (
        Step("第2项部分公开，按本地口径不作为不予公开。", convention="partial_refusal_is_refusal"),
        either,
    )


def test_what_a_convention_widens_is_told() -> None:
    unavailable = Conventions(reconsideration_first=ReconsiderationFirst.REFUSALS_AND_UNAVAILABLE)
    assert advise([Item(Outcome.NOT_EXISTING)], AFTER, unavailable).steps[0] == Step(
        "第1项“政府信息不存在”属于“无法提供”，按本地口径应当先申请行政复议。",
        convention="reconsideration_first",
    )
    everything = Conventions(reconsideration_first=ReconsiderationFirst.ALL)
    assert advise([PETITION, GRANTED], AFTER, everything).steps[1] == Step(
        "第2项“予以公开”，按本地口径应当先申请行政复议。", convention="reconsideration_first"
    )


def test_why_there_is_no_remedy_is_told_once() -> None:
    assert advise([WITHDRAWN, WITHDRAWN], AFTER).steps == (
        Step("申请人自己撤回申请，没有作出处理决定，没有救济途径。"),
    )
    silent = Conventions(petition_remedy=NotHandledRemedy.NONE)
    assert advise([PETITION], AFTER, silent).steps == (
        Step("不作为政府信息公开申请处理的，按本地口径不写明救济途径。", convention="petition_remedy"),
    )


@pytest.mark.parametrize(("day", "remedy"), [(BEFORE, EITHER), (AFTER, FIRST)])
def test_a_partial_refusal_without_a_ground_is_taken_as_a_refusal_and_doubted(day: dt.date, remedy: Remedy) -> None:
    advice = advise([GRANTED, Item(Outcome.PARTLY_GRANTED)], day)
    assert advice.remedy is remedy
    text = "第2项部分公开，没有写明不予公开部分的依据，应当补上。"
    assert advice.doubts == (Doubt("partial_without_ground", text, source="条例第三十七条"),)


def test_a_missing_ground_is_doubted_whatever_the_remedy() -> None:
    advice = advise([Item(Outcome.PARTLY_GRANTED)], AFTER, Conventions(partial_refusal_is_refusal=False))
    assert advice.remedy is EITHER
    assert [doubt.code for doubt in advice.doubts] == ["partial_without_ground"]


def test_a_partial_refusal_without_a_ground_is_explained() -> None:
    (first, *_) = advise([Item(Outcome.PARTLY_GRANTED)], AFTER).steps
    assert first.text == "第1项部分公开，没有写明不予公开部分的依据，暂按应当先申请行政复议处理。"


# 条例 30, 33 to 35, 42: acts of procedure; and what stays in the file.
DECISIONS = (Document.L09, Document.L28)
WITHOUT = [one for one in Document if one not in (*REPLIES, *DECISIONS, Document.L27)]


@pytest.mark.parametrize("document", WITHOUT)
def test_a_document_of_procedure_names_no_remedy(document: Document) -> None:
    advice = remedy_of_document(document, [SECRET], AFTER)
    assert advice.remedy is NONE
    assert advice.steps == (
        Step(f"“{document.label}”是程序性文书，不单独写明救济途径。", source="国办函〔2021〕132号第三条第一项"),
    )


def test_the_documents_without_a_remedy_are_those_of_procedure_and_of_the_file() -> None:
    names = [*(f"L{n:02}" for n in range(1, 13) if n != 9), *(f"L{n:02}" for n in range(29, 33))]
    assert [one.value for one in WITHOUT] == names
    assert [one.value for one in REPLIES] == [f"L{n}" for n in range(13, 27)]


@pytest.mark.parametrize("document", REPLIES)
def test_a_reply_names_the_remedy_of_its_items(document: Document) -> None:
    assert remedy_of_document(document, [SECRET], AFTER) == advise([SECRET], AFTER)
    assert remedy_of_document(document, [GRANTED], AFTER) == advise([GRANTED], AFTER)
    silent = Conventions(petition_remedy=NotHandledRemedy.NONE)
    assert remedy_of_document(document, [PETITION], AFTER, silent).remedy is NONE


@pytest.mark.parametrize(
    ("day", "source"), [(BEFORE_COURT, "行政诉讼法第四十四条第一款"), (COURT, "法释〔2025〕8号第一条第四项")]
)
def test_a_third_party_is_told_both_ways_against_disclosure(day: dt.date, source: str) -> None:
    advice = remedy_of_document(Document.L09, [GRANTED], day)
    text = "决定公开涉及第三方的信息，第三方可以申请行政复议，也可以直接提起行政诉讼。"
    assert (advice.remedy, advice.steps) == (EITHER, (Step(text, source=source),))


# 复议法 20 ¶3; 法释〔2025〕8号 1(5): any other act in the work of disclosure.
@pytest.mark.parametrize(
    ("day", "source"), [(BEFORE_COURT, "行政诉讼法第四十四条第一款"), (COURT, "法释〔2025〕8号第一条第五项")]
)
def test_a_refusal_to_correct_a_record_has_both_ways(day: dt.date, source: str) -> None:
    advice = remedy_of_document(Document.L28, [], day)
    text = "不予更正的，申请人可以申请行政复议，也可以直接提起行政诉讼；已经更正的，不写明救济途径。"
    assert (advice.remedy, advice.steps) == (EITHER, (Step(text, source=source),))


def test_a_letter_about_another_organs_record_decides_nothing() -> None:
    advice = remedy_of_document(Document.L27, [], AFTER)
    text = "告知由有权更正的机关处理，没有决定是否更正，不写明救济途径。"
    assert (advice.remedy, advice.steps) == (NONE, (Step(text, source="条例第四十一条"),))


def test_a_reply_must_name_its_remedy_where_it_has_one() -> None:
    silent = Conventions(petition_remedy=NotHandledRemedy.NONE)
    told, untold = mandatory_elements([PETITION], AFTER), mandatory_elements([PETITION], AFTER, silent)
    assert told == rule_of(Outcome.PETITION, AFTER).elements
    assert untold == tuple(one for one in told if one is not Element.REMEDY)


def test_a_mixed_reply_must_say_what_each_item_asks_for() -> None:
    elements = mandatory_elements([GRANTED, Item(Outcome.NOT_EXISTING)], AFTER)
    alone = [set(rule_of(one, AFTER).elements) for one in (Outcome.GRANTED, Outcome.NOT_EXISTING)]
    assert set(elements) == alone[0] | alone[1]
    assert list(elements) == [one for one in Element if one in elements]
    assert mandatory_elements([SECRET], AFTER) == rule_of(Outcome.STATE_SECRET, AFTER).elements


@pytest.mark.parametrize(
    ("due", "convention", "remedy", "source", "setting"),
    [
        (BEFORE, SilenceRemedy.RECONSIDERATION_FIRST, EITHER, "行政诉讼法第四十四条第一款", ""),
        (
            AFTER,
            SilenceRemedy.RECONSIDERATION_FIRST,
            FIRST,
            "行政复议法第二十三条第一款第三项",
            "silence_remedy",
        ),
        (AFTER, SilenceRemedy.EITHER, EITHER, "行政诉讼法第四十四条第一款", "silence_remedy"),
        (BEFORE_COURT, SilenceRemedy.EITHER, EITHER, "行政诉讼法第四十四条第一款", "silence_remedy"),
        (COURT, SilenceRemedy.EITHER, EITHER, "法释〔2025〕8号第二条第二款", "silence_remedy"),
    ],
)
def test_silence_has_a_remedy(due, convention, remedy, source, setting) -> None:
    advice = remedy_of_silence(due, Conventions(silence_remedy=convention))
    text = {
        FIRST: "按本地口径，逾期不答复视为未履行法定职责，应当先申请行政复议。",
        EITHER: "对逾期不答复，可以申请行政复议，也可以提起行政诉讼。",
    }[remedy]
    assert (advice.remedy, advice.steps) == (remedy, (Step(text, source=source, convention=setting),))


def test_by_default_silence_goes_to_reconsideration_first() -> None:
    assert remedy_of_silence(AFTER).remedy is FIRST


@pytest.mark.parametrize("service", Service)
def test_a_reply_by_the_internet_names_a_channel_for_reconsideration(service: Service) -> None:
    duty = Step(
        "通过互联网送达答复的，应当同时提供提交行政复议申请书的互联网渠道。",
        source="行政复议法第二十二条第二款",
    )
    assert internet_channel(service, BEFORE) is None
    assert internet_channel(service, AFTER) == (duty if service is Service.ELECTRONIC else None)


def test_every_remedy_has_its_words() -> None:
    assert {one.value: one.label for one in Remedy} == REMEDIES
