"""Document numbers (发文字号): whole, in hexagonal brackets, and those of the notices they are given for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.checks.running_text import RunningText, running_text
from gongkai.report import Finding, Severity
from gongkai.terms import notices

_SOURCE = "GB/T 9704—2012（发文字号由机关代字、年份、序号组成，年份用六角括号“〔〕”括入）"

UNBALANCED = Kind(
    code="document_numbers.unbalanced",
    severity=Severity.ERROR,
    title="发文字号缺括号",
    message="发文字号“{actual}”的括号不成对，应为“{expected}”。",
    source=_SOURCE,
)
BRACKETS = Kind(
    code="document_numbers.brackets",
    severity=Severity.WARNING,
    title="发文字号括号有误",
    message="发文字号“{actual}”的年份应用六角括号，写作“{expected}”。",
    source=_SOURCE,
)
FORM = Kind(
    code="document_numbers.form",
    severity=Severity.NOTE,
    title="发文字号写法不规范",
    message="发文字号“{actual}”{fault}，规范写法为“{expected}”。",
    source=_SOURCE,
)
# The organ's own characters before the year; words that lead to a number are not part of it.
_OWN = re.compile("[\u4e00-\u9fff]{1,14}$")
_LONGEST_OWN = 14
_LEAD = re.compile(r".*(?:根据|按照|依据|依照|转发|执行|落实|印发|遵照|参照|参见|对照|和|与|及|见|由|按)")
_OPEN, _CLOSE = r"[〔\[【(〈<{]", r"[〕\]】)〉>}]"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NUMBER = r"(?P<number>[1-9]\d{0,3})"
# The rest begins with a sign that few texts hold, so that it is found fast.
_WHOLE = re.compile(
    rf"(?P<open>{_OPEN})(?P<gap>\s?){_YEAR}(?P<gap2>\s?)(?P<close>{_CLOSE})(?P<gap3>\s?)(?P<the>第?)(?P<gap4>\s?)"
    rf"(?P<zeros>0{{0,3}}){_NUMBER}(?P<gap5>\s?)号"
)
_UNCLOSED = re.compile(rf"〔\s?{_YEAR}(?!\s?{_CLOSE})\s?第?{_NUMBER}\s?号")
_UNOPENED = re.compile(rf"(?<![\d〔\[【(（]){_YEAR}〕\s?第?{_NUMBER}\s?号")
_BARE = re.compile(rf"{_YEAR}(?:(?<=[国政]办发\d{{4}})|(?<=办函\d{{4}})|(?<=政发\d{{4}})){_NUMBER}号")
_HEXAGONAL = ("〔", "〕")
_HABIT = re.compile(r"\d [\u4e00-\u9fff]")
_HABITUAL = 4


@rule(UNBALANCED, BRACKETS, FORM)
def numbers_are_whole(evidence: Evidence) -> Iterator[Finding]:
    """Check the form of document numbers: 国办函〔2020〕109号 (发文字号).

    Source: GB/T 9704—2012.
    Reads:  every number of the form organ, year in brackets, serial, 号 in the prose.
    Yields: an error where one bracket is missing, which shows the right number; a warning for other brackets; a
            note for blanks inside, zeros before the serial, or 第. Where a page parts all figures by blanks,
            a blank is no fault.
    """
    text = running_text(evidence)
    for sign, pattern in zip(_HEXAGONAL, (_UNCLOSED, _UNOPENED), strict=True):
        for match in text.find(pattern) if sign in text.text else ():
            yield _finding(UNBALANCED, text, match, text.sure(UNBALANCED))
    for match in text.find(_BARE):
        yield _finding(UNBALANCED, text, match, text.sure(UNBALANCED))
    spaced = len(_HABIT.findall(text.text)) >= _HABITUAL
    for match in text.find(_WHOLE):
        if (match["open"], match["close"]) != _HEXAGONAL:
            lone = "〔" in match["open"] or "〕" in match["close"]
            yield _finding(
                UNBALANCED if lone else BRACKETS, text, match, Severity.NOTE if text.recognised else None
            )
        elif fault := _fault(match, spaced=spaced):
            yield _finding(FORM, text, match, fault=fault)


def _fault(match: re.Match[str], *, spaced: bool) -> str | None:
    if match["the"]:
        return "多“第”字"
    if match["zeros"]:
        return "序号编了虚位"
    gaps = any(match[name] for name in ("gap", "gap2", "gap3", "gap4", "gap5"))
    return "中间有空格" if gaps and not spaced else None


def _finding(
    kind: Kind, text: RunningText, match: re.Match[str], severity: Severity | None = None, fault: str = ""
) -> Finding:
    """Return a finding about a number, with the organ's characters before it."""
    own = _own(text, match.start())
    start = match.start() - len(own)
    quote = text.quote(start, match.end())
    right = f"{own}〔{match['year']}〕{match['number']}号"
    return kind.finding(
        quotes=[quote],
        severity=Severity.DAMAGE if text.is_broken(start, match.start()) else severity,
        actual=quote.text,
        expected=right,
        correction=right,
        fault=fault,
    )


def _own(text: RunningText, end: int) -> str:
    """Return the organ's characters that end before a year, without the words that lead to a number."""
    before = _OWN.search(text.text[max(text.at(end).start, end - _LONGEST_OWN) : end])
    own = before[0] if before else ""
    lead = _LEAD.match(own)
    return own[lead.end() :] if lead else own


MISQUOTED = Kind(
    code="document_numbers.misquoted",
    severity=Severity.WARNING,
    title="文件与文号不符",
    message="“{title}”的文号是“{expected}”，此处写作“{actual}”，请核对。",
    source="所引文件的原文",
)
LATER = Kind(
    code="document_numbers.later",
    severity=Severity.NOTE,
    title="引用的文件晚于报告",
    message="{year}年度的报告引用了{number}年的文件“{actual}”，请核对年份。",
    source="《条例》第四十九条（年度报告在次年公布）",
)
_BEHIND = r"[^〔\[《()。\n]{0,24}》?[^《〔\[()。,\n]{0,8}\("
_NATIONAL = (
    r"(?P<number>(?:国办|国务院办公厅)[\u4e00-\u9fff]{0,6}\s?[〔\[【(]\s?\d{4}\s?[〕\]】)]\s?\d{1,4}\s?号"
    r"|国(?:务院)?令\s?(?:第\s?)?\d{1,4}\s?号)"
)
_TITLED = tuple(
    (notice, re.compile(re.escape(notice.title) + _BEHIND + _NATIONAL))
    for notice in (notices.REGULATIONS, *notices.NOTICES)
)
_NUMBERED = re.compile(r"[〔\[]\s?(20\d\d)\s?[〕\]]\s?\d{1,4}\s?号")
# Notices of the year after a report year ask for its report; nothing later can.
_LATEST = 1


@rule(MISQUOTED, LATER)
def numbers_belong_to_their_notices(evidence: Evidence) -> Iterator[Finding]:
    """Check that a notice bears the number it is known by, and is not younger than the report (文件与文号).

    Source: the notices themselves, terms/notices.py.
    Reads:  titles of known notices with a number in brackets behind them, and the years of all numbers.
    Yields: a warning with the right number; a note for a document of a year in which the report was out.
    """
    text = running_text(evidence)
    for notice, pattern in _TITLED:
        if notice.title not in text.text:
            continue
        for match in text.find(pattern):
            if _figures(match["number"]) != _figures(notice.number):
                yield MISQUOTED.finding(
                    quotes=[text.quote_of(match, "number")],
                    severity=text.sure(MISQUOTED),
                    title=notice.title,
                    actual=match["number"],
                    expected=notice.number,
                    correction=notice.number,
                )
    year = evidence.report.year
    for match in text.find(_NUMBERED):
        if year is not None and int(match[1]) > year + _LATEST:
            quote = text.quote(match.start() - len(_own(text, match.start())), match.end())
            yield LATER.finding(quotes=[quote], actual=quote.text, number=match[1], year=year)


def _figures(number: str) -> tuple[str, ...]:
    """Return what tells numbers apart: their figures, and which series of the General Office they are of."""
    series = re.search("公开办函|秘函|办发|办函|令", number.replace("国务院办公厅", "国办"))
    return (series[0] if series else "", *re.findall(r"\d+", number))
