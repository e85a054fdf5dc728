"""What does not fit together in a letter (文书的矛盾): dates, numbers, whoever must not be named, old wording."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from gongkai.errors import BrokenIdentifier
from gongkai.law.conventions import Conventions
from gongkai.law.identifiers.document_numbers import parse_document_number
from gongkai.law.steps import Doubt
from gongkai.letters.catalogue import FIELDS
from gongkai.letters.citations import outdated, wrong_articles
from gongkai.letters.documents.severance import field_name
from gongkai.letters.fields import (
    ADDRESS_OF_APPLICANT,
    ADDRESS_OF_THIRD_PARTY,
    APPLICANT,
    ATTACHMENTS,
    DATE,
    NUMBER,
    RECEIVED,
    SUBMITTED,
)
from gongkai.letters.values import Value, shown

# Other letters' numbers; those of other times may have been wrong then.
_NUMBERS = ("补正告知书文号", "征求意见书文号", "收费通知书文号", "前次答复文号")
_ATTACHED = ("见附件", "所附")
# How letters may speak to whoever gets them, the longest words first.
_ADDRESSES = re.compile("你（单位）|[你贵]单位|[你贵]公司|[你您]")
_OF_RECEIVER = (ADDRESS_OF_APPLICANT, ADDRESS_OF_THIRD_PARTY)
_REMEDY_WORDS = ("申请行政复议", "提起行政诉讼", "向人民法院起诉")
_SHORTEST_NAME = 2


class _Order(NamedTuple):
    """A date that cannot be after another, or not even on the same day."""

    earlier: str
    later: str
    strict: bool = False


# What cannot be otherwise.
_ORDERS = (
    _Order(SUBMITTED, RECEIVED),
    _Order(SUBMITTED, DATE),
    _Order(RECEIVED, DATE),
    _Order(RECEIVED, "答复期限", strict=True),
    _Order(RECEIVED, "补正告知日期"),
    _Order(RECEIVED, "延期告知日期"),
    _Order(RECEIVED, "征求意见日期"),
    _Order("补正告知日期", "补正告知书收到日期"),
    _Order("补正告知日期", "收到补正日期"),
    _Order("补正告知书收到日期", "补正期限届满日", strict=True),
    _Order("补正期限届满日", DATE, strict=True),
    _Order("收到补正日期", DATE),
    _Order("延期告知日期", DATE),
    _Order("延期审批日期", DATE),
    _Order("征求意见日期", DATE),
    _Order("答复期限", "延长后的期限", strict=True),
    _Order(DATE, "延长后的期限"),
    _Order("统计起始日", "统计截止日"),
    _Order("统计截止日", DATE),
    _Order("前次答复日期", SUBMITTED),
    _Order("说明理由告知日期", DATE),
    _Order("收费通知日期", "收费通知书收到日期"),
    _Order("收费通知书收到日期", "缴费期限届满日", strict=True),
    _Order("缴费期限届满日", DATE, strict=True),
    _Order("转送日期", DATE),
    _Order("更正日期", DATE),
    _Order(DATE, "协办期限"),
    _Order(DATE, "拟公开日期"),
)
_EITHER_OR = (
    ("转送日期", "提出更正的方式"),
    ("负责公开的机关", "无法确定负责机关的说明"),
)


def contradictions(values: Mapping[str, Value], printed: Container[str]) -> Iterator[Doubt]:
    """Yield dates that cannot both be right, and a document number of another form.

    A letter may be older than what is known of its case now: its date is held against what it prints only.
    """
    for order in _ORDERS:
        first, second = values.get(order.earlier), values.get(order.later)
        if isinstance(first, dt.date) and isinstance(second, dt.date) and _concerns(order, printed):
            if first < second or (first == second and not order.strict):
                continue
            early = "不晚于" if order.strict else "早于"
            told = f"“{order.later}”（{shown(second)}）{early}“{order.earlier}”（{shown(first)}），请核对。"
            yield Doubt("date.order", told, second)
    if isinstance(number := values.get(NUMBER), str):
        yield from _number(NUMBER, number, "number.form")


def remarks(
    values: Mapping[str, Value], printed: Container[str], conventions: Conventions, *, due: str = ""
) -> Iterator[Doubt]:
    """Yield what a person should look at again, and may leave as it is.

    `due` is the field of the day by which the letter had to be made, where there is one.
    """
    for name in _NUMBERS:
        if name in printed and isinstance(number := values.get(name), str):
            yield from _number(name, number, "number.other_form")
    yield from _year_of_number(values)
    days, longest = values.get("补正天数"), conventions.longest_correction_days
    if "补正天数" in printed and isinstance(days, int) and days > longest:
        yield Doubt("period.long", f"“补正天数”为{days}个工作日，超过本地口径的最长补正期限{longest}个工作日。")
    date, last = values.get(DATE), values.get(due)
    if isinstance(date, dt.date) and isinstance(last, dt.date) and date > last:
        yield Doubt("date.late", f"成文日期{shown(date)}晚于“{due}”{shown(last)}，已经逾期。", date)


def loose_ends(values: Mapping[str, Value], printed: Collection[str]) -> Iterator[Doubt]:
    """Yield what the words of a letter leave open: how it speaks to its receiver, and attachments that it lacks."""
    for name in _OF_RECEIVER:
        if name in printed:
            yield from _address(name, values, printed)
    for name, text in _written(printed, values):
        if found := next((words for words in _ATTACHED if words in text and ATTACHMENTS not in values), None):
            yield Doubt("attachment.none", f"“{name}”中写有“{found}”，但是没有填写“附件”，请核对。")


def _address(name: str, values: Mapping[str, Value], printed: Iterable[str]) -> Iterator[Doubt]:
    """Yield that it is not chosen how the receiver is spoken to, or that a field does so in another way."""
    chosen, usual = values.get(name), FIELDS[name].usual
    if chosen is None:
        yield Doubt("address.unset", f"“{name}”没有选定，印作“{usual}”，请按收件人是个人还是单位选定。")
    for field, text in _written(printed, values):
        others = [one for one in dict.fromkeys(_ADDRESSES.findall(text)) if one != (chosen or usual)]
        if others and field not in _OF_RECEIVER:
            told = f"“{field}”中写作“{others[0]}”，与“{name}”（{chosen or usual}）不一致，请核对。"
            yield Doubt("address.other", told)


def excluded(printed: Container[str]) -> Iterator[Doubt]:
    """Yield what a letter says at once and cannot both be."""
    for one, other in _EITHER_OR:
        if one in printed and other in printed:
            yield Doubt("either.both", f"“{one}”和“{other}”只能填写一项，请删去不适用的。")


def wrong_law(printed: Iterable[str], values: Mapping[str, Value]) -> Iterator[Doubt]:
    """Yield articles cited in what is written into fields that the Regulations do not have."""
    for name, text in _written(printed, values):
        yield from (_in_field(name, doubt) for doubt in wrong_articles(text))


def old_law(printed: Iterable[str], values: Mapping[str, Value]) -> Iterator[Doubt]:
    """Yield wordings in fields that the law has left behind, or that the letter words itself."""
    for name, text in _written(printed, values):
        yield from (_in_field(name, doubt) for doubt in outdated(text))
        if any(words in text for words in _REMEDY_WORDS):
            told = f"“{name}”中写有救济途径；救济途径由程序依法写明，请核对是否重复、矛盾。"
            yield Doubt("remedy.in_words", told)


def _written(printed: Iterable[str], values: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    """Yield the office's own words in the fields that are printed, field by field."""
    for name in sorted(printed):
        value, field = values.get(name), FIELDS.get(field_name(name))
        if isinstance(value, str | tuple) and not (field and field.quoted):
            yield name, shown(value)


def names_applicant(values: Mapping[str, Value], texts: Sequence[str]) -> Iterator[Doubt]:
    """Yield where a letter to others names the applicant."""
    name = values.get(APPLICANT)
    if isinstance(name, str) and len(name) >= _SHORTEST_NAME and any(name in text for text in texts):
        yield Doubt(
            "applicant.named",
            "给申请人以外的人的文书写出了申请人的姓名或者名称，请删去（或者改本地口径）。",
            source="个人信息保护法第六条、第二十五条",
        )


def _concerns(order: _Order, printed: Container[str]) -> bool:
    other = {order.earlier, order.later} - {DATE}
    return len(other) > 1 or all(name in printed or name in (SUBMITTED, RECEIVED) for name in other)


def _in_field(name: str, doubt: Doubt) -> Doubt:
    return Doubt(doubt.code, f"“{name}”：{doubt.text}", source=doubt.source)


def _number(name: str, number: str, code: str) -> Iterator[Doubt]:
    try:
        parse_document_number(number)
    except BrokenIdentifier as error:
        suggestion = f"应为“{error.suggestion}”？" if error.suggestion else ""
        yield Doubt(code, f"“{name}”：{error.reason}{suggestion}", source="GB/T 9704—2012")


def _year_of_number(values: Mapping[str, Value]) -> Iterator[Doubt]:
    number, date = values.get(NUMBER), values.get(DATE)
    if not isinstance(number, str) or not isinstance(date, dt.date):
        return
    try:
        year = parse_document_number(number).year
    except BrokenIdentifier:
        return
    if year != date.year:
        yield Doubt("number.year", f"文号的年份是{year}年，成文日期是{shown(date)}，请核对。", date)
