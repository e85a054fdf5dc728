"""Whatever is written into fields, a letter is made of it, and nothing of it is taken for a field or a heading."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.law.documents import Document
from gongkai.law.outcomes.outcome import Item, Outcome
from gongkai.layout.blocks import Line, Style
from gongkai.layout.pdf import pdf
from gongkai.layout.word import word_document
from gongkai.letters import Answer, compose, compose_reply, issue
from gongkai.letters.catalogue import FIELDS, FORMS, LETTERS
from gongkai.letters.examples import example_reply, example_values
from gongkai.letters.values import Kind, cleaned

HOSTILE = [
    "{文号}",
    "[（{申请编号}）]",
    "{{文号}}",
    "｛机关｝",
    "甲}{][乙",
    "第一段\n二、第二段\n\n第三段",
    "甲\r\n乙\u2028丙\x85丁",
    "㐂女士",
    "甲\x00\x01\x02\x03\x04\x08\x1b乙",
    "甲\u202e乙\u200f丙\ufeff",
    "甲\ud800乙\ufffe",
    "<w:p>&amp;\"'</w:p>",
    '#read("x") $x$ *b* _i_ \\n',
    "＝" + "长" * 3000,
    "a" * 3000,
    "　前后有空格　",
    "。，“甲”。；",
    "2026年3月5日",
    "（签名）：",
]
TEXTS = [name for name, field in FIELDS.items() if field.kind in (Kind.TEXT, Kind.LONG_TEXT)]


def printed(blocks: tuple[object, ...]) -> str:
    return "\n".join(block.text for block in blocks if isinstance(block, Line))


@pytest.mark.parametrize("value", HOSTILE, ids=range(len(HOSTILE)))
def test_a_letter_is_made_of_any_value(value: str) -> None:
    answers, values = example_reply(Outcome.NOT_EXISTING)
    names = ("检索的范围", "检索的方法", "不存在的原因")
    own = {**answers[0].values, **dict.fromkeys(names, value), "申请内容": value, "申请人": value}
    composed = compose_reply([Answer(answers[0].item, own)], {**values, "申请人": value, "联系人": value})
    manuscript = issue(composed)
    shown = printed(manuscript.blocks)
    for line in cleaned(value).split("\n"):
        assert line.strip("。，；;,. ") in shown
    assert shown.count("砚水公开复〔2026〕12号") == 0
    assert shown.count("2026-XXGK-0017") == 1
    styles = [block.style for block in manuscript.blocks if isinstance(block, Line)]
    assert styles.count(Style.TITLE) == styles.count(Style.ADDRESSEE) == 1
    assert Style.HEADING not in styles
    assert styles[-3:] == [Style.RIGHT, Style.RIGHT, Style.BODY]
    assert pdf(manuscript).startswith(b"%PDF")
    assert word_document(manuscript).startswith(b"PK")


@pytest.mark.parametrize("document", [*LETTERS, *FORMS], ids=str)
def test_every_document_is_made_of_hostile_values(document: Document) -> None:
    values = example_values(document)
    for value in HOSTILE[:11]:
        own = {**values, **{name: value for name in values if name in TEXTS and name not in ("文号", "申请人")}}
        composed = compose(document, own)
        assert composed.missing == ()
        assert word_document(composed.manuscript).startswith(b"PK")


@settings(max_examples=40)
@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), st.text(max_size=40), max_size=12))
def test_no_value_breaks_a_draft(values: dict[str, str]) -> None:
    for document in (Document.L03, Document.L06, Document.L12, Document.L31):
        compose(document, values)
    compose_reply([Answer(Item(Outcome.PARTLY_GRANTED, (Outcome.STATE_SECRET,)), values)], values)


@settings(max_examples=40)
@given(
    st.dictionaries(
        st.sampled_from(sorted(FIELDS)),
        st.one_of(
            st.none(),
            st.booleans(),
            st.integers(),
            st.floats(),
            st.lists(st.integers()),
            st.dictionaries(st.text(), st.text()),
        ),
        max_size=6,
    )
)
def test_no_json_breaks_a_draft(values: dict[str, object]) -> None:
    for document in (Document.L05, Document.L09, Document.L31):
        composed = compose(document, values)
        assert not composed.is_whole


@settings(max_examples=40)
@given(st.text(max_size=80))
def test_what_is_issued_holds_what_was_written(value: str) -> None:
    values = {**example_values(Document.L11), "协办事项": [value]}
    composed = compose(Document.L11, values)
    if composed.is_whole:
        shown = printed(composed.manuscript.blocks)
        assert " ".join(cleaned(value).split("\n")).rstrip("。；，、;,. ") in shown
        assert word_document(composed.manuscript).startswith(b"PK")
    else:
        assert composed.missing
