"""The preface (前言): the parts it announces are those that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.checks.running_text import RunningText, running_text
from gongkai.report import EDITION_2019, EDITION_2021, PREFACE, Finding, Severity
from gongkai.terms import form

_SOURCE = "《条例》第五十条；国办公开办函〔2021〕30号（六个部分）；前言与正文应当一致"

PARTS = Kind(
    code="preface.parts",
    severity=Severity.ERROR,
    title="前言所列部分与正文不符",
    message="前言列出 {listed} 个部分，正文有 {actual} 个部分，前言缺少{names}。请补入前言。",
    source=_SOURCE,
)
COUNT = Kind(
    code="preface.count",
    severity=Severity.ERROR,
    title="前言所说部分数不符",
    message="前言说由“{said}”组成，正文有 {expected} 个部分。请改正前言。",
    source=_SOURCE,
)
OLD_NAMES = Kind(
    code="preface.old_names",
    severity=Severity.NOTE,
    title="前言用旧的部分名称",
    message="前言中“{actual}”是 2020 年及以前格式的写法，现行格式为“{expected}”。",
    source="国办公开办函〔2021〕30号（取代国办公开办函〔2019〕60号）",
)
# How prefaces call the six parts.
_NAMES = (
    re.compile("总体(?:工作)?情况|总体[^、,。;]{0,6}情况|概述|概况|基本情况"),
    re.compile("主动公开"),
    re.compile(
        "收到[和及]?处理|依申请公开|申请(?:的)?(?:办理|处理|受理|答复)|(?:办理|处理|受理)[^、,。;]{0,10}申请"
    ),
    re.compile("复议|诉讼"),
    re.compile("问题|不足|改进"),
    re.compile("其[他它]|需要?(?:报告|说明)|说明的?事项"),
)
_CLOSED = re.compile(r"组成|构成|(?:[一二三四五六七八九十\d]\s?(?:个|大)?部分)(?=[,。;\n]|$)")
_OPEN = re.compile("包括|包含|涵盖|分为|内容(?:为|有|是)")
# A list that ends in 等 leaves something out; 其他需要报告等事项 does not.
_SHORTENED = re.compile(
    r"等(?:几|[一二三四五六七八九十\d]{1,2})?(?:个|大)*(?:部分|方面|内容|章节)|等(?=组成|构成|[,。;\n])"
)
_ANNEX = re.compile("并附|附有|附件")
_MAINLY = re.compile("主要(?:内容)?(?:包括|包含|有|为)")
_COUNTED = re.compile(r"(?P<number>[一二两三四五六七八九十]|\d{1,2})\s?(?:个|大)*\s?部分")
_SENTENCE = re.compile(r"[^。!\n]{1,800}")
_FEWEST = 3
_OLD_NAME = re.compile("因政府信息公开[^、,。;]{0,12}复议[和、及]?(?:被?提起)?行政诉讼(?:的)?情况")
_VALUES = {numeral: n for n, numeral in enumerate("零一二三四五六七八九十")} | {"两": 2}


@rule(PARTS, COUNT, OLD_NAMES)
def announced_parts_are_there(evidence: Evidence) -> Iterator[Finding]:
    """Check the parts that the preface announces against the six that follow (前言所列部分).

    Source: the form's six parts.
    Reads:  the sentence of the preface that names three parts or more, and the headings found. Where a heading is
            missing, that is another rule's finding; where characters are lost, nothing is said.
    Yields: an error for a part left out of a list that claims to be whole (由…组成, N个部分), a warning where it
            only says 包括, a note where it lists the main ones or an annex may stand for the part; an error for a
            wrong number of parts; a note for the names of the form before 2021.
    """
    report, text = evidence.report, running_text(evidence)
    if report.year is not None and report.year < EDITION_2019.first_year:
        return
    real = [n for n, section in enumerate(report.sections) if section.heading is not None]
    for match in text.find(_SENTENCE, PREFACE):
        listed = [n for n, name in enumerate(_NAMES) if name.search(match[0])]
        start = _list_start(match[0])
        if len(listed) < _FEWEST or start is None or text.is_broken(match.start() + start, match.end() - 2):
            continue
        at = match.start() + start
        if len(real) == len(form.HEADINGS_2021):
            yield from _unlisted(text, at, match, listed)
            yield from _miscounted(text, at, match)
        if report.edition == EDITION_2021.key and (old := _OLD_NAME.search(match[0])):
            quote = text.quote(match.start() + old.start(), match.start() + old.end())
            yield OLD_NAMES.finding(quotes=[quote], actual=quote.text, expected=form.HEADINGS_2021[3])


def _list_start(sentence: str) -> int | None:
    """Return where a sentence begins to list the parts, None where it lists none."""
    match = re.search("由|包括|包含|分为|共分|涵盖|内容(?:为|有|是)|总体", sentence)
    return match.start() if match and (_CLOSED.search(sentence) or _OPEN.search(sentence)) else None


def _unlisted(text: RunningText, at: int, match: re.Match[str], listed: list[int]) -> Iterator[Finding]:
    missing = [n for n in range(len(_NAMES)) if n not in listed]
    if not missing or _SHORTENED.search(match[0]):
        return
    if _ANNEX.search(match[0]) or _MAINLY.search(match[0]):
        severity = Severity.NOTE
    else:
        severity = text.sure(PARTS) if _CLOSED.search(match[0]) else Severity.WARNING
    yield PARTS.finding(
        quotes=[text.quote(at, match.end())],
        severity=severity,
        listed=len(listed),
        actual=len(form.HEADINGS_2021),
        names="、".join(f"“{form.HEADINGS_2021[n]}”" for n in missing),
        calculation=f"前言列出 {len(listed)} 个部分，正文 {len(form.HEADINGS_2021)} 个",
    )


def _miscounted(text: RunningText, at: int, match: re.Match[str]) -> Iterator[Finding]:
    for counted in text.find(_COUNTED, PREFACE):
        if not at <= counted.start() < match.end():
            continue
        number = _VALUES.get(counted["number"]) or int(counted["number"])
        if number != len(form.HEADINGS_2021):
            yield COUNT.finding(
                quotes=[text.quote_of(counted)],
                severity=text.sure(COUNT),
                said=counted[0],
                expected=len(form.HEADINGS_2021),
                actual=number,
                correction=counted[0].replace(counted["number"], "六"),
            )
