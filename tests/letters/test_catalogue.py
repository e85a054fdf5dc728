"""The models of all letters are sound: known names, texts that can be read, fields with a hint and an example."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from gongkai.letters.catalogue import ANSWERS, FIELDS, FORMS, LETTERS
from gongkai.letters.citations import outdated
from gongkai.letters.compose import CONTACT
from gongkai.letters.documents import replies
from gongkai.letters.documents.disclosures import SEVERED
from gongkai.letters.documents.receipt import DAY_OF_RECEIPT
from gongkai.letters.documents.refusals import GROUNDS
from gongkai.letters.examples import example_of
from gongkai.letters.letter import Blank, Letter, Reply
from gongkai.letters.remedies import NAME
from gongkai.letters.texts import text_of
from gongkai.letters.values import Field, Kind, Mistake, read_value

HAN = re.compile("[\u4e00-\u9fff]")
MODELS: list[Letter | Reply] = [*LETTERS.values(), *ANSWERS.values()]
MADE_LATER = {NAME, SEVERED, replies.BASIS, replies.DECISION, replies.ASKED_FOR, "缴费以后的期限"}


def texts(model: Letter | Reply) -> Iterator[str]:
    yield model.text
    if isinstance(model, Reply):
        yield model.decision
    for sentence in model.sentences:
        yield from (sentence.text, *sentence.texts.values())


@pytest.mark.parametrize("model", MODELS, ids=lambda model: str(getattr(model, "document", "") or model.outcome))
def test_every_name_in_a_letter_is_known(model: Letter | Reply) -> None:
    sentences = {sentence.name for sentence in model.sentences}
    known = FIELDS.keys() | sentences | MADE_LATER
    for written in texts(model):
        text = text_of(written)
        assert text.problems == ()
        assert text.names <= known
    names = {name for need in model.needs for group in need.groups for name in group}
    assert names <= known
    assert all(need.source for need in model.needs)
    assert not sentences & FIELDS.keys(), "a sentence and a field of one name"


def test_every_field_is_used() -> None:
    used = {name for model in MODELS for written in texts(model) for name in text_of(written).names}
    used |= {name for ground in GROUNDS for name in text_of(ground.nature + ground.more).names}
    used |= {name for text in (replies.OPENING, replies.CLOSING, replies.OWN_BASIS) for name in text_of(text).names}
    used |= {name for text in DAY_OF_RECEIPT.texts.values() for name in text_of(text).names}
    used |= {sentence.by for model in MODELS for sentence in model.sentences}
    for form in FORMS.values():
        used |= {what for row in form.rows for _, what in row.cells if not isinstance(what, Blank)}
        used |= {form.table, *text_of(form.above).names}
    used |= {letter.addressee for letter in LETTERS.values()} | {
        *CONTACT,
        "机关",
        "文号",
        "成文日期",
        "附件",
        "送达方式",
    }
    used |= {"复议机关", "复议机关地址", "复议互联网渠道", "管辖法院", "不予公开的部分", "不予公开的理由"}
    assert sorted(FIELDS.keys() - used) == []


@pytest.mark.parametrize("field", FIELDS.values(), ids=lambda field: field.name)
def test_a_field_says_what_to_write_and_its_example_can_be_read(field: Field) -> None:
    assert HAN.search(field.hint)
    assert not field.hint.endswith("。")
    read = read_value(field, example_of(field))
    assert read is not None
    assert not isinstance(read, Mistake)
    assert list(outdated(field.example)) == []
    assert bool(field.choices) == (field.kind is Kind.CHOICE)
    assert bool(field.columns) == (field.kind is Kind.ROWS)
    assert not field.usual or field.usual in field.choices


def test_a_name_means_one_field() -> None:
    fields = [field for model in (*MODELS, *FORMS.values()) for field in model.fields]
    assert [field.name for field in fields if FIELDS[field.name] != field] == []


def test_no_name_has_what_would_end_it() -> None:
    assert [name for name in FIELDS if re.search(r"[{}\[\]｛｝\s（(]", name)] == []


def test_a_choice_that_decides_a_sentence_has_words_for_each() -> None:
    for model in MODELS:
        for sentence in model.sentences:
            if sentence.by:
                assert set(sentence.texts) == set(FIELDS[sentence.by].choices)
                assert sentence.words("没有这一种") is None
            else:
                assert sentence.text


def test_letters_speak_of_the_organ_and_the_applicant_as_official_letters_do() -> None:
    words = [text_of(written).words for model in MODELS for written in texts(model)]
    assert [text for text in words if re.search(r"我局|我们|您|贵方|[,;:!?()]", text)] == []
