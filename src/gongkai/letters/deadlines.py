"""A letter's days held against the law's calendar (期限核对): extension, correction, payment, reply.

What the days of a letter prove by themselves is a problem; what a time that does not count could explain, or rests
on holidays that no notice has fixed, is a remark: a letter does not know all that happened to its request.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from gongkai.errors import NoCalendar
from gongkai.law.calendar.days import Calendar
from gongkai.law.calendar.periods import Period, working_days_after
from gongkai.law.clock.rules import CORRECTION_NOTICE, LONGEST_EXTENSION, REPLY
from gongkai.law.conventions import (
    AfterPayment,
    Conventions,
    ExtensionAfterRestart,
    LateCorrectionNotice,
    OrderedPeriod,
)
from gongkai.law.documents import Document
from gongkai.law.events import TO_PAY
from gongkai.law.steps import Doubt
from gongkai.letters.fields import CORRECTED, DATE, DUE, NEW_DUE, RECEIVED
from gongkai.letters.values import Value, shown

_ARTICLE_30, _ARTICLE_33 = "条例第三十条", "条例第三十三条第二款"
_ARTICLE_7 = "国办函〔2020〕109号第七条"
_PAUSED = "条例第三十三条第二款、第三款"
_EXTENDED_ON, _EXTENDED_BY = "延期告知日期", "延长天数"
_FEE_ASKED = "收费通知日期"
_PROVISIONAL = "其中有放假安排尚未公布的日子，这一日期是暂定的。"
# What a letter does not know of: consultations, waiting for payment, an order for a new reply.
_CHECK = "；有征求意见、等待缴费等不计入期限的时间，或者责令重新答复的，请核对。"
# When a second extension may be told, by whether the first one goes with a period that begins anew.
_ANEW = {
    True: "此后收到补正、重新计算期限的，请填写“收到补正日期”；因缴费重新计算的，请填写“收费通知日期”。",
    False: "按本地口径（extension_after_restart），重新计算期限的，原来的延长仍然计算，不能再次延长。",
}
# How late a notice of correction may be and still let the period begin anew: by the law, or until it is over.
_TO_RESTART = {LateCorrectionNotice.KEEP: CORRECTION_NOTICE, LateCorrectionNotice.RESTART: REPLY}


class Case(NamedTuple):
    """The values of a letter, the names that it prints, and by what its days are reckoned."""

    values: Mapping[str, Value]
    printed: Collection[str]
    calendar: Calendar
    conventions: Conventions

    def day(self, name: str) -> dt.date | None:
        """Return the day that a field holds; None where there is none."""
        value = self.values.get(name)
        return value if isinstance(value, dt.date) else None

    def number(self, name: str) -> int | None:
        """Return the number that a field holds; None where there is none."""
        value = self.values.get(name)
        return value if isinstance(value, int) else None

    def after(self, on: dt.date, days: int) -> Period:
        return working_days_after(on, days, calendar=self.calendar)


class Held(NamedTuple):
    """What is wrong with a letter's days for certain, and what should be looked at."""

    problems: tuple[Doubt, ...] = ()
    remarks: tuple[Doubt, ...] = ()


class _Found(NamedTuple):
    doubt: Doubt
    is_certain: bool


class _Begun(NamedTuple):
    """The day from which the period for the reply is counted, and what it is called."""

    name: str
    on: dt.date


def held_letter(document: Document, case: Case) -> Held:
    """Return what the calendar says of a document that is no reply."""
    return _held(case, _OF_DOCUMENT.get(document, ()))


def held_reply(case: Case, answers: Sequence[Case], *, gives_up: bool) -> Held:
    """Return what the calendar says of a reply and its answers; one that gives a request up has no last day."""
    own = [_held(one, (_given_up,)) for one in answers]
    if not gives_up:
        told = {name: value for one in (*reversed(answers), case) for name, value in one.values.items()}
        own.append(_held(case._replace(values=told), (_reply_late,)))
    return Held(
        tuple(doubt for one in own for doubt in one.problems), tuple(doubt for one in own for doubt in one.remarks)
    )


def restarts(case: Case, asked: dt.date | None) -> bool:
    """Say whether a correction lets the period begin anew, by the day of its notice and the office's convention."""
    received = case.day(RECEIVED)
    if received is None or asked is None:
        return True
    try:
        return asked <= case.after(received, _TO_RESTART[case.conventions.late_correction_notice]).last
    except NoCalendar:
        return True


def _held(case: Case, checks: Iterable[Callable[[Case], Iterator[_Found]]]) -> Held:
    problems: list[Doubt] = []
    remarks: list[Doubt] = []
    for check in checks:
        try:
            for doubt, is_certain in check(case):
                (problems if is_certain else remarks).append(doubt)
        except NoCalendar as error:
            remarks.append(Doubt("calendar.none", f"{error.reason}，没有核对这份文书的期限。"))
    return Held(tuple(problems), tuple(remarks))


def _found(code: str, told: str, on: dt.date, source: str, period: Period, *, is_certain: bool = False) -> _Found:
    """Return what was found by reckoning a period; nothing is certain that rests on holidays not yet fixed."""
    text = told + _PROVISIONAL if period.provisional else told
    return _Found(Doubt(code, text, on, source), is_certain and not period.provisional)


def _nth(begun: _Begun, days: int) -> str:
    return f"{begun.name}（{shown(begun.on)}）起第{days}个工作日"


def _begun(case: Case) -> _Begun | None:
    received, corrected = case.day(RECEIVED), case.day(CORRECTED)
    if corrected is not None and restarts(case, case.day("补正告知日期")):
        return _Begun("收到补正之日", corrected)
    return _Begun("收到申请之日", received) if received is not None else None


def _given_up(case: Case) -> Iterator[_Found]:
    """Yield that a request is given up before the time to pay, or to correct it, is over."""
    for name, since, days, begun, code, source in (
        ("缴费期限届满日", "收费通知书收到日期", TO_PAY, "收到收费通知之日", "period.payment", _ARTICLE_7),
        (
            "补正期限届满日",
            "补正告知书收到日期",
            case.number("补正天数"),
            "收到补正告知书之日",
            "period.correction",
            _ARTICLE_30,
        ),
    ):
        served, until = case.day(since), case.day(name)
        if served is None or until is None or days is None or name not in case.printed:
            continue
        period = case.after(served, days)
        if until < period.last:
            last = f"{_nth(_Begun(begun, served), days)}（{shown(period.last)}）"
            told = f"“{name}”（{shown(until)}）早于{last}，还不能视为放弃。"
            yield _found(code, told, until, source, period, is_certain=True)


def _extension(case: Case) -> Iterator[_Found]:
    """Yield that the extended period ends on another day than so many working days after the first one.

    Where the first one's last day is not known, it is reckoned; a consultation may have put it off.
    """
    due, new_due, days = case.day(DUE), case.day(NEW_DUE), case.number(_EXTENDED_BY)
    begun = _begun(case)
    if new_due is None or days is None or not {NEW_DUE, _EXTENDED_BY}.issubset(case.printed):
        return
    if due is not None:
        period = case.after(due, days)
        should = f"自{shown(due)}起延长{days}个工作日应为{shown(period.last)}。"
    elif begun is not None:
        period = case.after(begun.on, REPLY + days)
        should = f"{_nth(begun, REPLY + days)}是{shown(period.last)}{_CHECK}"
    else:
        return
    if new_due != period.last:
        told = f"“{NEW_DUE}”写的是{shown(new_due)}，{should}"
        yield _found("period.extension", told, new_due, _ARTICLE_33, period, is_certain=due is not None)


def _extended_twice(case: Case) -> Iterator[_Found]:
    """Yield that the period was extended before, and did not begin anew since.

    Whether a fee was paid after that the letter does not know, nor whether an order opened a period of its own.
    """
    told, date, conventions = case.day(_EXTENDED_ON), case.day(DATE), case.conventions
    if told is None or date is None or told >= date or _EXTENDED_BY not in case.printed or _is_anew(case):
        return
    lapses = conventions.extension_after_restart is ExtensionAfterRestart.LAPSES
    restarted = lapses and conventions.after_payment is AfterPayment.RESTART and case.day(_FEE_ASKED) is not None
    is_open = restarted or conventions.ordered_period is OrderedPeriod.STATUTORY
    text = f"已于{shown(told)}告知延长答复期限，答复期限只能延长一次。{_ANEW[lapses]}"
    yield _Found(Doubt("period.extended_twice", text, date, _ARTICLE_33), not is_open)


def _is_anew(case: Case) -> bool:
    """Say whether an extension that was told went with the period, which began anew after it."""
    told, begun = case.day(_EXTENDED_ON), _begun(case)
    lapses = case.conventions.extension_after_restart is ExtensionAfterRestart.LAPSES
    return lapses and told is not None and begun is not None and told < begun.on


def _due(case: Case) -> Iterator[_Found]:
    """Yield that the day a reply is due is not the twentieth working day; a consultation may have put it off."""
    begun, due = _begun(case), case.day(DUE)
    if begun is None or due is None or DUE not in case.printed:
        return
    period = case.after(begun.on, REPLY)
    if due < period.last or (due > period.last and case.day("征求意见日期") is None):
        told = f"“{DUE}”写的是{shown(due)}，{_nth(begun, REPLY)}是{shown(period.last)}{_CHECK}"
        yield _found("period.due", told, due, _ARTICLE_33, period)


def _correction_late(case: Case) -> Iterator[_Found]:
    """Yield that the applicant is told to correct after the seventh working day, and what becomes of the period."""
    received, date = case.day(RECEIVED), case.day(DATE)
    if received is None or date is None:
        return
    period = case.after(received, CORRECTION_NOTICE)
    if date > period.last:
        last = f"{_nth(_Begun('收到申请之日', received), CORRECTION_NOTICE)}（{shown(period.last)}）"
        told = f"成文日期{shown(date)}晚于{last}，告知补正已经逾期。{_effect(case, date)}"
        yield _found("date.correction_late", told, date, _ARTICLE_30, period)


def _effect(case: Case, asked: dt.date) -> str:
    """Return what becomes of the period for the reply when the notice of correction is late."""
    if restarts(case, asked):
        return "按本地口径（late_correction_notice），答复期限仍自收到补正之日起重新计算。"
    if case.conventions.late_correction_notice is LateCorrectionNotice.RESTART:
        return "答复期限已经届满，收到补正之后不重新计算。"
    return "按本地口径（late_correction_notice），答复期限不重新计算，仍自收到申请之日起计算。"


def _reply_late(case: Case) -> Iterator[_Found]:
    """Yield that a reply comes after the period; one with a known due day is held to it by `consistency`."""
    days = REPLY
    if case.day(_EXTENDED_ON) is not None and not _is_anew(case):
        days += case.number(_EXTENDED_BY) or LONGEST_EXTENSION
    if case.day(DUE) is None and case.day(NEW_DUE) is None:
        yield from _late(case, days, "date.reply_late")


def _extension_late(case: Case) -> Iterator[_Found]:
    """Yield that an extension is told after the period; `consistency` holds it to a due day that is known."""
    if case.day(DUE) is None:
        yield from _late(case, REPLY, "date.extension_late")


def _late(case: Case, days: int, code: str) -> Iterator[_Found]:
    begun, date = _begun(case), case.day(DATE)
    if begun is None or date is None:
        return
    period = case.after(begun.on, days)
    if date > period.last:
        told = f"成文日期{shown(date)}晚于{_nth(begun, days)}（{shown(period.last)}）{_CHECK}没有的，已经逾期。"
        yield _found(code, told, date, _PAUSED, period)


_OF_DOCUMENT = {
    Document.L01: (_due,),
    Document.L02: (_due,),
    Document.L03: (_correction_late,),
    Document.L05: (_due, _extension, _extension_late, _extended_twice),
}
