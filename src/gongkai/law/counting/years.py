"""Whether a course is counted in the table of a year (计入年度), by which row it enters and by which it leaves."""

from __future__ import annotations

import datetime as dt

from gongkai.errors import NoRule
from gongkai.law.conventions import Conventions
from gongkai.law.counting import words
from gongkai.law.counting.courses import Course
from gongkai.law.counting.request import Awaited
from gongkai.law.outcomes.rows import DIVIDED_FROM, FIRST_YEAR, PENDING, choose_row
from gongkai.law.outcomes.words import NO_EDITION
from gongkai.law.steps import Step
from gongkai.terms import form

NEW, CARRIED_IN, CARRIED_OUT = "1", "2", PENDING
_LABELS = {NEW: form.RECEIVED, CARRIED_IN: form.CARRIED_IN, CARRIED_OUT: form.CARRIED_OUT, "": ""}
_AWAITING, _ANEW = "awaiting_correction_at_year_end", "counts_reopened_anew"


def notice_of(year: int) -> str:
    """Return the notice that lays down the form of a report year; a year before 2019 raises NoRule."""
    if year < FIRST_YEAR:
        raise NoRule(NO_EDITION.format(year=year))
    return form.NOTICE_2021 if year >= DIVIDED_FROM else form.NOTICE_2019


def entry_of(course: Course, year: int, conventions: Conventions) -> tuple[str, Step]:
    """Return the row by which a course enters the table of a year, and why; no row where it does not."""
    row, sentence = _entry(course, year, conventions)
    by_waiting = sentence in (words.STILL_WAITING, words.NEW_AFTER_WAITING)
    convention = _AWAITING if by_waiting else _ANEW if course.is_ordered else ""
    return row, _told(sentence, course, year, row, on=course.begun_on, convention=convention)


def _entry(course: Course, year: int, conventions: Conventions) -> tuple[str, str]:
    first = course.first_year(year, conventions)
    if first is None:
        return "", words.NOT_YET if course.begun_on.year > year else words.STILL_WAITING
    if course.has_ended(year - 1):
        return "", words.ENDED_BEFORE
    if first < year:
        return CARRIED_IN, words.CARRIED_IN
    return NEW, words.NEW if course.begun_on.year == year else words.NEW_AFTER_WAITING


def result_of(course: Course, year: int, conventions: Conventions, entry: str) -> tuple[str, tuple[Step, ...]]:
    """Return the row by which a course leaves the table of a year that it entered, and why."""
    if course.reply and course.has_ended(year):
        choice = choose_row(course.reply.items, conventions, year)
        return choice.row, (_told(words.ENDED, course, year, on=course.ended_on), *choice.steps)
    awaited = next((one for one in Awaited if course.awaits(one, year)), None)
    if awaited is None:
        return CARRIED_OUT, (_told(words.CARRIED_OUT, course, year, CARRIED_OUT),)
    # Only in its first year could it have been left out instead.
    chosen = awaited is Awaited.CORRECTION and entry == NEW
    sentence = words.CARRIED_OUT_BY_CONVENTION if chosen else words.CARRIED_OUT_WAITING
    convention = _AWAITING if chosen else ""
    return CARRIED_OUT, (_told(sentence, course, year, CARRIED_OUT, awaited=awaited.label, convention=convention),)


def not_anew(course: Course) -> Step:
    """Return why an order for a new reply does not count."""
    text = words.NOT_ANEW.format(part=course.name, on=words.DAY.format(course.begun_on))
    return Step(text, course.begun_on, convention=_ANEW)


def _told(
    sentence: str,
    course: Course,
    year: int,
    row: str = "",
    *,
    on: dt.date | None = None,
    convention: str = "",
    **values: str,
) -> Step:
    if course.ended_on:
        values["ended"] = words.DAY.format(course.ended_on)
    began = words.ORDERED if course.is_ordered else words.RECEIVED
    text = sentence.format(
        part=course.name,
        began=began.format(part=course.name, on=words.DAY.format(course.begun_on)),
        year=year,
        before=year - 1,
        row=_LABELS[row],
        **values,
    )
    return Step(text, on, notice_of(year), convention)
