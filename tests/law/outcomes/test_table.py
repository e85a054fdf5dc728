"""The table of outcomes against what is typed here from the law and the form, line by line."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.errors import NoRule
from gongkai.law.conventions import DEFAULT, Conventions
from gongkai.law.documents import Document, Element, elements_of
from gongkai.law.outcomes.articles import cited
from gongkai.law.outcomes.outcome import GROUNDS, PARTIAL_GROUNDS, UNAVAILABLE, Item, Outcome
from gongkai.law.outcomes.rule import Force, Proof, Unless
from gongkai.law.outcomes.rules import articles_of, documents_of, elements_of_item, rule_of
from gongkai.law.outcomes.table import RULES
from gongkai.report import EDITIONS
from gongkai.terms import outcomes as terms

DAY = dt.date(2026, 3, 2)
FIRST_DAY = dt.date(2019, 5, 15)
# Outcome, row, article as it is cited, letter: from 条例, the form and the catalogue of letters.
TYPED = {
    "already_public": ("3.1", "条例第三十六条第一项", "L13"),
    "granted": ("3.1", "条例第三十六条第二项", "L14"),
    "partly_granted": ("3.2", "条例第三十七条", "L15"),
    "state_secret": ("3.3.1", "条例第十四条、第三十六条第三项", "L16"),
    "forbidden_by_law": ("3.3.2", "条例第十四条、第三十六条第三项", "L16"),
    "endangers_safety": ("3.3.3", "条例第十四条、第三十六条第三项", "L16"),
    "third_party_rights": ("3.3.4", "条例第十五条、第三十六条第三项", "L16"),
    "internal_affairs": ("3.3.5", "条例第十六条第一款、第三十六条第三项", "L16"),
    "process_information": ("3.3.6", "条例第十六条第二款、第三十六条第三项", "L16"),
    "enforcement_file": ("3.3.7", "条例第十六条第二款、第三十六条第三项", "L16"),
    "special_enquiry": ("3.3.8", "条例第三十六条第七项", "L23"),
    "not_existing": ("3.4.1", "条例第三十六条第四项", "L17"),
    "not_responsible": ("3.4.1", "条例第三十六条第五项", "L18"),
    "needs_processing": ("3.4.2", "条例第三十八条", "L19"),
    "still_unclear": ("3.4.3", "条例第三十条", "L25"),
    "petition": ("3.5.1", "条例第三十九条第一款", "L21"),
    "repeated": ("3.5.2", "条例第三十六条第六项", "L20"),
    "publication": ("3.5.3", "条例第三十九条第二款", "L22"),
    "excessive": ("3.5.4", "条例第三十五条", "L24"),
    "confirmation": ("3.5.5", "", "L21"),
    "not_corrected": ("3.6.1", "条例第三十条", "L26"),
    "fee_unpaid": ("3.6.2", "条例第四十二条第一款、国办函〔2020〕109号第七条", "L26"),
    "withdrawn": ("3.6.3", "", "L32"),
    "archived": ("3.6.3", "档案法第十五条第二款", "L18"),
    "not_government_information": ("3.6.3", "条例第二条", "L21"),
    "enquiry": ("3.6.3", "条例第二条", "L21"),
}
# What a reply says beside its head and its seal, whatever it decides.
EVERY_REPLY = {
    Element.NUMBER,
    Element.ADDRESSEE,
    Element.SUBMITTED,
    Element.RECEIVED,
    Element.REQUEST,
    Element.FACTS,
    Element.BASIS,
    Element.DECISION,
    Element.REMEDY,
    Element.SEAL,
    Element.DATE,
    Element.CONTACT,
}
# What it says beyond that, by outcome: 条例 30, 35 to 39.
BEYOND = {
    "already_public": {"way"},
    "granted": {"provided", "delivery"},
    "partly_granted": {"provided", "delivery", "withheld", "reason"},
    "state_secret": {"reason"},
    "forbidden_by_law": {"reason", "law"},
    "endangers_safety": {"reason"},
    "third_party_rights": {"reason"},
    "internal_affairs": {"reason"},
    "process_information": {"reason"},
    "enforcement_file": {"reason"},
    "special_enquiry": {"law", "office"},
    "not_existing": {"search"},
    "not_responsible": {"reason", "other_organ"},
    "needs_processing": {"reason"},
    "still_unclear": {"reason", "earlier_notice"},
    "petition": {"channel"},
    "repeated": {"earlier_reply"},
    "publication": {"way"},
    "excessive": {"reason"},
    "confirmation": {"reason"},
    "not_corrected": {"earlier_notice"},
    "fee_unpaid": {"earlier_notice"},
    "archived": {"reason", "other_organ", "law"},
    "not_government_information": {"reason"},
    "enquiry": {"channel"},
}


@pytest.mark.parametrize("outcome", Outcome)
def test_an_outcome_has_its_row_articles_and_letter(outcome: Outcome) -> None:
    rule = rule_of(outcome, DAY)
    assert (rule.row, cited(rule.articles), rule.document.value) == TYPED[outcome.value]
    assert rule.label == outcome.label == terms.OUTCOMES[outcome.value]


@pytest.mark.parametrize("outcome", [one for one in Outcome if one is not Outcome.WITHDRAWN])
def test_a_reply_says_what_every_reply_says_and_what_its_outcome_asks_for(outcome: Outcome) -> None:
    asked = {Element(name) for name in BEYOND[outcome.value]}
    assert set(rule_of(outcome, DAY).elements) == EVERY_REPLY | asked
    assert elements_of_item(Item(outcome), DAY) == rule_of(outcome, DAY).elements


def test_the_record_of_a_withdrawal_is_no_reply() -> None:
    assert rule_of(Outcome.WITHDRAWN, DAY).elements == (
        Element.APPLICATION_NUMBER,
        Element.APPLICANT,
        Element.REQUEST,
        Element.WITHDRAWAL,
        Element.DATE,
    )


def test_every_outcome_and_every_row_of_the_form_is_in_the_table() -> None:
    edition = EDITIONS["2021"]
    leaves = [row.key for row in edition.table("3").rows if row.key not in {"1", "2", "3.7", "4"}]
    assert sorted({rule.row for rule in RULES}) == sorted(leaves)
    assert {rule.outcome for rule in RULES} == set(Outcome)
    assert {one.value: one.label for one in Outcome} == terms.OUTCOMES


@pytest.mark.parametrize("outcome", Outcome)
def test_there_is_no_rule_before_the_regulations_of_2019(outcome: Outcome) -> None:
    with pytest.raises(NoRule):
        rule_of(outcome, FIRST_DAY - dt.timedelta(days=1))


def test_a_day_without_a_rule_is_named() -> None:
    with pytest.raises(NoRule) as caught:
        rule_of(Outcome.PARTLY_GRANTED, dt.date(2019, 5, 14))
    assert caught.value.reason == "“部分公开”自2019年5月15日起才有规定，不能用于2019年5月14日作出的答复。"
    with pytest.raises(NoRule, match="自2019年5月15日起才有规定，不能用于2019年5月1日作出"):
        rule_of(Outcome.ARCHIVED, dt.date(2019, 5, 1))


@pytest.mark.parametrize("outcome", [one for one in Outcome if one is not Outcome.FEE_UNPAID])
def test_the_rules_hold_from_the_first_day_of_the_regulations(outcome: Outcome) -> None:
    assert rule_of(outcome, FIRST_DAY).outcome is outcome


def test_no_fee_goes_unpaid_before_there_were_measures_on_fees() -> None:
    assert rule_of(Outcome.FEE_UNPAID, dt.date(2021, 1, 1)).document is Document.L26
    with pytest.raises(NoRule, match="自2021年1月1日起才有规定，不能用于2020年12月31日作出"):
        rule_of(Outcome.FEE_UNPAID, dt.date(2020, 12, 31))


def test_archives_are_answered_by_the_law_of_their_day() -> None:
    old, new = (rule_of(Outcome.ARCHIVED, day) for day in (dt.date(2020, 12, 31), dt.date(2021, 1, 1)))
    assert (cited(old.articles), old.valid_from, old.valid_to) == (
        "法释〔2011〕17号第七条第二款",
        dt.date(2019, 5, 15),
        dt.date(2020, 12, 31),
    )
    assert (cited(new.articles), new.valid_from, new.valid_to) == (
        "档案法第十五条第二款",
        dt.date(2021, 1, 1),
        None,
    )


def test_at_most_one_rule_of_an_outcome_holds_on_a_day() -> None:
    for day in (FIRST_DAY, dt.date(2020, 12, 31), dt.date(2021, 1, 1), DAY):
        held = [rule.outcome for rule in RULES if rule.holds_on(day)]
        assert len(held) == len(set(held))


def test_only_grounds_of_articles_14_to_16_are_refusals() -> None:
    assert {rule.row for rule in RULES if rule.is_refusal} == {f"3.3.{n}" for n in range(1, 8)}
    assert set(PARTIAL_GROUNDS) == {*GROUNDS, Outcome.NOT_GOVERNMENT_INFORMATION}
    assert {rule_of(one, DAY).row for one in UNAVAILABLE} == {"3.4.1", "3.4.2", "3.4.3"}


# 条例 15: 不得公开, but; 16: 可以不予公开; 38: 可以不予提供; 39 ¶2: 可以告知获取的途径.
MAY = {"internal_affairs", "process_information", "enforcement_file", "needs_processing", "publication"}


@pytest.mark.parametrize("outcome", Outcome)
def test_an_organ_may_or_must(outcome: Outcome) -> None:
    rule = rule_of(outcome, DAY)
    assert rule.force is (Force.MAY if outcome.value in MAY else Force.MUST)
    unless = {
        "third_party_rights": (Unless.THIRD_PARTY_CONSENTS, Unless.PUBLIC_INTEREST),
        "process_information": (Unless.LAW_REQUIRES,),
        "enforcement_file": (Unless.LAW_REQUIRES,),
    }
    assert rule.unless == unless.get(outcome.value, ())


def test_forces_exceptions_and_proofs_have_their_words() -> None:
    assert {one.value: one.label for one in Force} == terms.FORCES
    assert {one.value: one.label for one in Unless} == terms.UNLESS
    assert {one.value: one.label for one in Proof} == terms.PROOFS


def test_every_outcome_names_what_the_organ_must_be_able_to_show() -> None:
    proofs = {rule.outcome: rule.proofs for rule in RULES}
    assert all(proofs.values())
    assert proofs[Outcome.NOT_EXISTING] == (Proof.SEARCH_RECORD,)
    assert proofs[Outcome.STATE_SECRET] == (Proof.SECRECY_MARK,)
    assert proofs[Outcome.ENDANGERS_SAFETY] == (Proof.DANGER,)
    assert proofs[Outcome.THIRD_PARTY_RIGHTS] == (Proof.THIRD_PARTY_OPINION,)
    assert proofs[Outcome.PARTLY_GRANTED] == (Proof.PROVIDED, Proof.SEVERANCE)
    assert proofs[Outcome.NOT_CORRECTED] == proofs[Outcome.STILL_UNCLEAR] == (Proof.CORRECTION_NOTICE,)
    assert proofs[Outcome.FEE_UNPAID] == (Proof.FEE_NOTICE,)
    assert set().union(*proofs.values()) == set(Proof)


def test_the_letter_that_must_have_gone_out_before_is_named_with_its_article() -> None:
    before = {
        rule.outcome.value: (rule.before.document.value, str(rule.before.article)) for rule in RULES if rule.before
    }
    assert before == {
        "third_party_rights": ("L06", "条例第三十二条"),
        "still_unclear": ("L03", "条例第三十条"),
        "excessive": ("L04", "条例第三十五条"),
        "not_corrected": ("L03", "条例第三十条"),
        "fee_unpaid": ("L12", "国办函〔2020〕109号第六条"),
    }


def test_conventions_decide_the_rows_that_the_form_does_not_have() -> None:
    named = {rule.outcome.value: rule.convention for rule in RULES if rule.convention}
    assert named == {
        "withdrawn": "withdrawn_row",
        "archived": "archived_row",
        "not_government_information": "not_government_information_row",
        "enquiry": "enquiry_row",
    }
    assert all(getattr(DEFAULT, rule.convention) == rule.row for rule in RULES if rule.convention)
    assert set(named.values()) == {name for name in Conventions.__struct_fields__ if name.endswith("_row")} - {
        "mixed_row"
    }


def test_where_no_article_names_the_case_the_table_says_so() -> None:
    assert {rule.outcome.value for rule in RULES if not rule.articles} == {"confirmation", "withdrawn"}
    notes = {rule.outcome.value: rule.note for rule in RULES if rule.note}
    assert notes == {
        "confirmation": "条例没有单列这种情形，依据由承办人写明",
        "enquiry": "条例没有单列这种情形，比照条例第三十九条第一款处理",
        "forbidden_by_law": "还应当写明禁止公开的法律、行政法规条文",
        "petition": "条例规定“可以告知”提出的途径；这里作为必备要素，都写明",
        "archived": "还应当写明当时的档案法及其实施办法的条文",
    }
    assert rule_of(Outcome.ARCHIVED, DAY).note == ""
    assert [(rule.outcome, cited(rule.analogous)) for rule in RULES if rule.analogous] == [
        (Outcome.ENQUIRY, "条例第三十九条第一款")
    ]


@pytest.mark.parametrize(
    ("grounds", "text"),
    [
        ((Outcome.STATE_SECRET,), "条例第十四条、第三十七条"),
        ((Outcome.THIRD_PARTY_RIGHTS, Outcome.INTERNAL_AFFAIRS), "条例第十五条、第十六条第一款、第三十七条"),
        ((Outcome.PROCESS_INFORMATION, Outcome.ENFORCEMENT_FILE), "条例第十六条第二款、第三十七条"),
        ((Outcome.NOT_GOVERNMENT_INFORMATION,), "条例第二条、第三十七条"),
        (
            (Outcome.PROCESS_INFORMATION, Outcome.INTERNAL_AFFAIRS, Outcome.NOT_GOVERNMENT_INFORMATION),
            "条例第二条、第十六条第一款、第十六条第二款、第三十七条",
        ),
        ((), "条例第三十七条"),
    ],
)
def test_a_partial_disclosure_rests_on_its_grounds_and_article_37(grounds: tuple[Outcome, ...], text: str) -> None:
    assert cited(articles_of(Item(Outcome.PARTLY_GRANTED, grounds), DAY)) == text


def test_a_whole_refusal_rests_on_its_article_and_on_article_36() -> None:
    assert cited(articles_of(Item(Outcome.PROCESS_INFORMATION), DAY)) == "条例第十六条第二款、第三十六条第三项"


def test_a_refusal_for_a_third_party_that_was_asked_rests_on_article_32_as_well() -> None:
    whole = Item(Outcome.THIRD_PARTY_RIGHTS)
    part = Item(Outcome.PARTLY_GRANTED, (Outcome.INTERNAL_AFFAIRS, Outcome.THIRD_PARTY_RIGHTS))
    assert cited(articles_of(whole, DAY)) == "条例第十五条、第三十六条第三项"
    assert cited(articles_of(whole, DAY, consulted=True)) == "条例第十五条、第三十二条、第三十六条第三项"
    assert cited(articles_of(part, DAY, consulted=True)) == "条例第十五条、第十六条第一款、第三十二条、第三十七条"
    others = (Item(Outcome.STATE_SECRET), Item(Outcome.PARTLY_GRANTED, (Outcome.STATE_SECRET,)))
    assert all(articles_of(one, DAY, consulted=True) == articles_of(one, DAY) for one in others)


def test_a_part_forbidden_by_a_law_names_that_law() -> None:
    plain = elements_of_item(Item(Outcome.PARTLY_GRANTED, (Outcome.STATE_SECRET,)), DAY)
    forbidden = elements_of_item(Item(Outcome.PARTLY_GRANTED, (Outcome.FORBIDDEN_BY_LAW,)), DAY)
    assert plain == elements_of(Document.L15)
    assert set(forbidden) - set(plain) == {Element.LAW}


def test_a_mixed_reply_has_the_letters_of_its_items_each_once() -> None:
    items = [Item(Outcome.GRANTED), Item(Outcome.STATE_SECRET), Item(Outcome.INTERNAL_AFFAIRS)]
    assert documents_of(items, DAY) == (Document.L14, Document.L16)


@pytest.mark.parametrize(
    ("outcome", "grounds"),
    [
        (Outcome.GRANTED, (Outcome.STATE_SECRET,)),
        (Outcome.STATE_SECRET, (Outcome.STATE_SECRET,)),
        (Outcome.PARTLY_GRANTED, (Outcome.NOT_EXISTING,)),
        (Outcome.PARTLY_GRANTED, (Outcome.STATE_SECRET, Outcome.SPECIAL_ENQUIRY)),
    ],
)
def test_grounds_belong_to_a_partial_disclosure_and_are_refusals(
    outcome: Outcome, grounds: tuple[Outcome, ...]
) -> None:
    with pytest.raises(ValueError, match="ground"):
        Item(outcome, grounds)
