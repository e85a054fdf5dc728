"""The six headings (六个部分的标题): there, in order, worded as in the form, and nothing else numbered so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.checks.running_text import RunningText, Stretch, running_text
from gongkai.checks.signatures import signature_of
from gongkai.readers.words import fold
from gongkai.report import CLOSING, EDITION_2019, PREFACE, AnnualReport, Finding, Section, Severity, TextPlace
from gongkai.terms import form

_SOURCE = "《条例》第五十条；国办公开办函〔2021〕30号附件、国办公开办函〔2019〕60号附件（年度报告格式的六个标题）"

MISSING = Kind(
    code="headings.missing",
    severity=Severity.ERROR,
    title="缺少标题",
    message="没有标题{names}。{advice}",
    source=_SOURCE,
)
ORDER = Kind(
    code="headings.order",
    severity=Severity.ERROR,
    title="标题次序有误",
    message="标题“{actual}”不在格式规定的位置（第{numeral}部分），请调整次序。",
    source=_SOURCE,
)
WORDING = Kind(
    code="headings.wording",
    severity=Severity.WARNING,
    title="标题与格式不一致",
    message="标题“{actual}”与格式不一致，应为“{expected}”{more}。",
    source=_SOURCE,
)
ORDINAL = Kind(
    code="headings.ordinal",
    severity=Severity.WARNING,
    title="标题序号有误",
    message="标题“{actual}”的序号应为“{numeral}、”，请改正。",
    source=_SOURCE,
)
DAMAGED = Kind(
    code="headings.damaged",
    severity=Severity.DAMAGE,
    title="标题残损",
    message="有 {count} 个标题残缺、带有残留标记或与正文连排：{said}。这是抓取造成的，请对照原件恢复。",
    source=_SOURCE,
)
NUMERALS = "一二三四五六"
_ORDINAL = re.compile(r"\s*([一二三四五六七八九十])\s?[、.．,:：]")
_NOT_HAN = re.compile("[^\u4e00-\u9fff]+")
# Words that change nothing: 及 for 、, 和 for 及, a 的 more or less, 其它 for 其他.
_HARMLESS = re.compile("以及|[及和与的]")
_TRACES = re.compile("[?？\ufffd锟<>/&]")
_CUT = 2
# What the heading of a section is about, however it is worded.
_SUBJECTS = ("总体|概[述况]|基本情况", "主动公开", "申请", "复议|诉讼", "问题|不足|改进", "其[他它]|事项")
_NUMBERED = tuple(
    re.compile(rf"(?:^|(?<=[\n。;]))\s*{numeral}[、.]\s?(?=[^\n。,;]{{0,30}}(?:{subject}))[^\n。,;:]{{2,34}}")
    for numeral, subject in zip(NUMERALS, _SUBJECTS, strict=True)
)


@rule(MISSING, ORDER, WORDING, ORDINAL, DAMAGED)
def headings_are_those_of_the_form(evidence: Evidence) -> Iterator[Finding]:
    """Check the six headings: presence, order, ordinals, wording (六个标题).

    Source: 条例 50; 国办公开办函〔2021〕30号 and, for 2019 and 2020, 〔2019〕60号, with either wording.
    Reads:  the headings found, the notes of damage, and lines that look like headings where one is missing.
    Yields: an error for a heading that is missing or out of its place, a warning where the text may just be cut;
            a warning for another wording, with what the preface says; one Finding of damage for all that a scrape
            cut or joined, which is never held against the author; all of it damage where characters are lost.
    """
    report, text = evidence.report, running_text(evidence)
    older = report.year is not None and report.year < EDITION_2019.first_year
    if older or all(section.heading is None for section in report.sections):
        return
    damaged: list[tuple[Stretch, str]] = []
    absent: list[int] = []
    for number, section in enumerate(report.sections):
        if section.heading is None:
            found = list(_elsewhere(report, text, number))
            yield from found
            absent += [] if found else [number]
            continue
        stretch = next(one for one in text.stretches if one.passage.part == str(number + 1))
        if _is_damaged(report, section, number, text):
            damaged.append((stretch, "残缺"))
            continue
        if _is_joined(report, text, section, stretch):
            damaged.append((stretch, "与正文连排"))
        yield from _worded(report, text, number, stretch)
        ordinal = _ORDINAL.match(section.heading)
        if ordinal and ordinal[1] != NUMERALS[number]:
            yield ORDINAL.finding(
                quotes=[text.quote(stretch.start + ordinal.start(1), stretch.start + ordinal.end(1))],
                actual=section.heading,
                numeral=NUMERALS[number],
                correction=NUMERALS[number],
            )
    yield from _missing(report, text, absent)
    if damaged:
        said = "、".join(f"“{stretch.passage.text}”（{how}）" for stretch, how in damaged)
        quotes = [text.quote(stretch.start, stretch.end) for stretch, _ in damaged]
        yield DAMAGED.finding(quotes=quotes, count=len(damaged), said=said)


def _worded(report: AnnualReport, text: RunningText, number: int, stretch: Stretch) -> Iterator[Finding]:
    printed = text.text[stretch.start : stretch.end]
    accepted = [form.HEADINGS_2021[number]]
    if report.edition == EDITION_2019.key:
        accepted.append(form.HEADINGS_2019[number])
    if _bare(printed) in {_bare(wording) for wording in accepted}:
        return
    near = min(Levenshtein.distance(_bare(printed), _bare(wording)) for wording in accepted)
    if text.recognised and near <= _CUT:
        return
    yield _wording(text, number, stretch.start, stretch.end)


def _wording(text: RunningText, number: int, start: int, end: int) -> Finding:
    """Return the finding about another wording of a heading, with the preface where that has it right."""
    right = f"{NUMERALS[number]}、{form.HEADINGS_2021[number]}"
    first, last = text.span(PREFACE)
    said = text.text.find(form.HEADINGS_2021[number], first, last)
    quotes = [text.quote(start, end)]
    if said >= 0:
        quotes.append(text.quote(said, said + len(form.HEADINGS_2021[number])))
    return WORDING.finding(
        quotes=quotes,
        actual=quotes[0].text,
        expected=right,
        correction=right,
        more="，本报告前言也是这样写的" if said >= 0 else "",
    )


def _elsewhere(report: AnnualReport, text: RunningText, number: int) -> Iterator[Finding]:
    """Yield where a heading stands that was not found where it belongs: reworded, or in another place."""
    found = next(text.find(_NUMBERED[number], *_between(report, number)), None)
    if found and not text.lost:
        start = found.end() - len(found[0].lstrip())
        yield _wording(text, number, start, found.end())
        return
    exact = re.compile(
        rf"(?:^|(?<=[\n。]))\s*(?:[一二三四五六][、.]\s?)?{form.HEADINGS_2021[number]}[ \t]*(?=\n|$)"
    )
    elsewhere = next(text.find(exact, *"123456"), None)
    if elsewhere:
        words = elsewhere[0].strip()
        start = elsewhere.end() - len(elsewhere[0].lstrip())
        yield ORDER.finding(quotes=[text.quote(start, start + len(words))], actual=words, numeral=NUMERALS[number])


def _missing(report: AnnualReport, text: RunningText, absent: list[int]) -> Iterator[Finding]:
    """Yield one finding for each heading that is missing, and one for all that may just be cut off."""
    damaged = [number for number in absent if text.lost or (text.damaged and _is_parted(text, number))]
    cut = [n for n in absent if n not in damaged and (text.recognised or _may_be_cut(report, text, n))]
    alone = [[number] for number in absent if number not in damaged and number not in cut]
    groups = [(group, None) for group in alone] + [(damaged, Severity.DAMAGE), (cut, Severity.WARNING)]
    for group, severity in groups:
        if not group:
            continue
        near = _nearest(text, report, group[0])
        names = [f"{NUMERALS[number]}、{form.HEADINGS_2021[number]}" for number in group]
        yield MISSING.finding(
            quotes=[text.quote(near.start, near.end)] if near else [],
            severity=severity,
            expected="；".join(names),
            names="、".join(f"“{name}”" for name in names),
            advice="文本可能不完整，请对照原件。" if severity else "请按格式补上，没有内容的也应保留标题并说明。",
        )


def _is_parted(text: RunningText, number: int) -> bool:
    """Say whether a heading stands in the text once the mark-up is taken out that parts its words."""
    words = "".join(text.without_markup(PREFACE, *"123456", CLOSING).split())
    wordings = (form.HEADINGS_2021[number], form.HEADINGS_2019[number])
    return any(f"{NUMERALS[number]}、{wording}" in words for wording in wordings)


def _between(report: AnnualReport, number: int) -> tuple[str, ...]:
    """Return the sections in which a heading can stand that was not found: those since the last one found."""
    before = max((n for n in range(number) if report.sections[n].heading is not None), default=None)
    return (PREFACE,) if before is None else (str(before + 1),)


def _may_be_cut(report: AnnualReport, text: RunningText, number: int) -> bool:
    """Say whether nothing follows a heading, or nothing goes before it: the text may be cut there."""
    behind = any(section.heading is not None for section in report.sections[number + 1 :]) or signature_of(text)
    before = any(section.heading is not None for section in report.sections[:number]) or report.preface
    return not behind or not before


def _nearest(text: RunningText, report: AnnualReport, number: int) -> Stretch | None:
    """Return the heading before a missing one, else the one behind it."""
    order = [*range(number - 1, -1, -1), *range(number + 1, len(report.sections))]
    part = next((str(n + 1) for n in order if report.sections[n].heading is not None), None)
    return next((one for one in text.stretches if one.passage.part == part), None)


def _bare(heading: str) -> str:
    words = _ORDINAL.sub("", heading, count=1)
    return _HARMLESS.sub("", _NOT_HAN.sub("", words)).replace("其它", "其他")


def _is_damaged(report: AnnualReport, section: Section, number: int, text: RunningText) -> bool:
    """Say whether a scrape cut a heading or left its traces in it."""
    heading = section.heading or ""
    if _TRACES.search(heading):
        return True
    bare = _bare(fold(heading))
    for wording in (form.HEADINGS_2021[number], form.HEADINGS_2019[number]):
        right = _bare(wording)
        if bare == right:
            return False
        if right.startswith(bare) and len(right) - len(bare) <= _CUT:
            return True
    return text.lost or any(one.place is not None and one.place == section.heading_place for one in report.damage)


def _is_joined(report: AnnualReport, text: RunningText, section: Section, stretch: Stretch) -> bool:
    """Say whether a heading stands on the line of the text before it, in a report whose headings have their own."""
    lines = {one.heading_place.line for one in report.sections if isinstance(one.heading_place, TextPlace)}
    if not isinstance(section.heading_place, TextPlace) or len(lines) < len(report.sections) // 2:
        return False
    line = section.heading_place.line
    at = text.stretches.index(stretch)
    before = text.stretches[at - 1].passage.place if at else None
    return isinstance(before, TextPlace) and (before.last_line or before.line) == line


NUMBERING = Kind(
    code="headings.numbering",
    severity=Severity.WARNING,
    title="标题层次有误",
    message="第{section}部分之内又用“一、”“二、”编号（{said}），与六个部分的序号相混，应改用“（一）”“（二）”。",
    source="国办公开办函〔2021〕30号附件；GB/T 9704—2012（结构层次依次为“一、”“（一）”“1.”“（1）”）",
)
_TOP_LEVEL = re.compile(
    r"([一二三四五六七八九十])、(?:(?<=[\n。;].、)|(?<=[。;] .、))(?![一二三四五六七八九十])[^\n。;:,]{0,20}"
)
_PROSE = ("1", "5", "6")


@rule(NUMBERING)
def inner_numbers_are_of_the_second_level(evidence: Evidence) -> Iterator[Finding]:
    """Check that nothing inside a section is numbered as the sections are (标题层次).

    Source: the form's levels are 一、 and （一）.
    Reads:  paragraphs of sections 1, 5 and 6 that begin with 一、, 二、 …; on a page without paragraphs, sentences.
    Yields: one Finding for each section that has 一、 and 二、 in it, with all of them.
    """
    text = running_text(evidence)
    for part in _PROSE:
        found = [match for match in text.find(_TOP_LEVEL, part) if text.at(match.start()).passage.number]
        ordinals = [match[1] for match in found]
        if ordinals[:2] != ["一", "二"]:
            continue
        yield NUMBERING.finding(
            quotes=[text.quote_of(match) for match in found],
            section=NUMERALS[int(part) - 1],
            said="；".join(match[0] for match in found),
            expected="".join(f"({ordinal})" for ordinal in ordinals),
            actual="".join(f"{ordinal}、" for ordinal in ordinals),
            correction=f"({ordinals[0]}){found[0][0].partition('、')[2]}",
        )
