"""Complete letters of a made-up office (文书示例): to start from, and to see what each one says."""

from __future__ import annotations

from gongkai.law.documents import Document
from gongkai.law.outcomes.outcome import Item, Outcome
from gongkai.letters.answering import Answer
from gongkai.letters.documents.severance import field_name
from gongkai.letters.fields import ATTACHMENTS, DATE, NUMBER
from gongkai.letters.questions import Asked, asked_by, asked_by_answer, asked_by_reply
from gongkai.letters.values import Field, Kind

# What only some cases have, and what an example says instead of it.
_SELDOM = {
    *("附件", "补正告知日期", "收到补正日期", "延期告知日期", "数量频次情况", "提出更正的方式", "不予更正的理由"),
    *("获取时间", "不按申请的形式提供的理由", "无法确定负责机关的说明", "拟公开日期", "无法送达的原因"),
}
_NUMBERS = {
    Document.L03: "砚水公开补〔2026〕3号",
    Document.L04: "砚水公开理〔2026〕1号",
    Document.L05: "砚水公开延〔2026〕2号",
    Document.L06: "砚水公开征〔2026〕2号",
    Document.L08: "砚水公开告〔2026〕5号",
    Document.L09: "砚水公开告〔2026〕6号",
    Document.L10: "砚水公开征〔2026〕4号",
    Document.L11: "砚水公开协〔2026〕7号",
    Document.L12: "砚水公开费〔2026〕1号",
    Document.L27: "砚水公开更〔2026〕1号",
    Document.L28: "砚水公开更〔2026〕2号",
}
_DATES = {
    Document.L02: "2026-03-02",
    Document.L03: "2026-03-05",
    Document.L04: "2026-03-04",
    Document.L05: "2026-03-26",
    Document.L06: "2026-03-06",
    Document.L08: "2026-03-06",
    Document.L10: "2026-03-06",
    Document.L11: "2026-03-09",
    Document.L12: "2026-03-10",
}
_OPINION = "政府信息公开征求意见回函"
_ATTACHED = {
    Document.L06: _OPINION,
    Document.L10: _OPINION,
    Outcome.GRANTED: "砚汀大桥防洪影响评价报告（复印件）",
    Outcome.PARTLY_GRANTED: "砚汀大桥防洪影响评价报告第一章至第四章（复印件）",
}
_WAY = "获取的方式、途径"
_GROUND = Outcome.PROCESS_INFORMATION
_AFTER_THE_FEE = "2026-04-13"


def example_values(document: Document) -> dict[str, object]:
    """Return the fields of a document that is no reply, all filled in."""
    values = _values(asked_by(document))
    if document in _DATES:
        values[DATE] = _DATES[document]
    if document in _NUMBERS:
        values[NUMBER] = _NUMBERS[document]
    if document is Document.L02:
        # A receipt has no number of its own.
        del values[NUMBER]
    if document in _ATTACHED:
        values[ATTACHMENTS] = _ATTACHED[document]
    return values


def example_reply(*outcomes: Outcome) -> tuple[tuple[Answer, ...], dict[str, object]]:
    """Return the answers and the fields of a reply with an item of each outcome."""
    items = tuple(Item(one, (_GROUND,) if one is Outcome.PARTLY_GRANTED else ()) for one in outcomes)
    answers = tuple(map(_answer, items))
    if set(outcomes) == {Outcome.WITHDRAWN}:
        return answers, example_values(Document.L32)
    values = _values(asked_by_reply(items))
    if Outcome.FEE_UNPAID in outcomes:
        values[DATE] = _AFTER_THE_FEE
    if attached := [_ATTACHED[one] for one in outcomes if one in _ATTACHED]:
        values[ATTACHMENTS] = attached
    return answers, values


def _answer(item: Item) -> Answer:
    own = _values(asked_by_answer(item))
    if item.outcome in (Outcome.GRANTED, Outcome.PARTLY_GRANTED):
        own.pop(_WAY)
    return Answer(item, own)


def example_of(field: Field) -> object:
    """Return a field's example as it may be written into it."""
    return (
        (dict(zip(field.columns, field.example.split("，"), strict=True)),)
        if field.kind is Kind.ROWS
        else field.example
    )


def _values(asked: tuple[Asked, ...]) -> dict[str, object]:
    return {one.name: example_of(one.field) for one in asked if one.must or field_name(one.name) not in _SELDOM}
