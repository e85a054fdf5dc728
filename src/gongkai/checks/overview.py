"""Sections one and five (总体情况、问题及改进): what the form asks their prose to speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.checks.running_text import RunningText, running_text
from gongkai.places import Level, OrganKind, organ_of
from gongkai.report import EDITION_2021, Finding, Quote, Severity
from gongkai.terms import form

_FORM = (
    "国办公开办函〔2021〕30号（总体情况主要包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障）"
)

SUBHEADING = Kind(
    code="overview.subheading",
    severity=Severity.WARNING,
    title="总体情况缺少方面",
    message="第一部分没有格式规定的{names}方面的小标题，请按格式分五个方面写明。",
    source=_FORM,
)
ORDER = Kind(
    code="overview.order",
    severity=Severity.WARNING,
    title="总体情况各方面次序有误",
    message="第一部分五个方面的次序为{actual}，应为{expected}。",
    source=_FORM,
)
ORDINALS = Kind(
    code="overview.ordinals",
    severity=Severity.WARNING,
    title="小标题序号有误",
    message="第一部分小标题的序号依次为{actual}，有重复或倒置，应为{expected}。",
    source=f"{_FORM}；GB/T 9704—2012（结构层次序数）",
)
_WHOSE = "(?:政府信息公开|政务信息公开|信息公开|政务公开|政府信息)?(?:工作)?(?:的)?"
_NAMES = tuple(
    re.compile(rf"(?:{name})(?P<rest>(?:(?:政府)?信息)?(?:工作)?(?:方面|情况)*)")
    for name in (
        "(?:政府信息)?主动公开",
        "(?:政府信息)?依申请公开",
        "(?:政府|政务|公开)?信息(?:公开)?(?:资源)?(?:的)?(?:规范化?)?管理",
        f"{_WHOSE}(?:公开)?(?:平台|载体|渠道)(?:载体|渠道)?(?:的)?(?:建设|方面|情况)",
        f"{_WHOSE}(?:监督(?:和|与|及|、)?(?:检查|管理|考核)?(?:和|与|及|、)?保障|监督|保障)",
    )
)
_NUMERALS = "一二三四五六七八"
# A sub-heading has an ordinal, or begins its line or sentence and ends it.
_ORDINAL = re.compile(rf"(?P<ordinal>[{_NUMERALS}])[)、.]\s?")
_START = re.compile(r"[\n。]\s*")
_END = re.compile(r"\s*(?:[。:\n]|$)")
# How freely worded headings name the five: 一是积极推动政府信息主动公开, (三)信息管理与平台建设.
_FREE_HEADING = re.compile(
    rf"[{_NUMERALS}](?:[)、.]\s?|是)(?P<words>[^。:;,\n\d(]{{2,30}}(?:,[^。:;,\n\d(]{{2,20}})?)"
)
_FREE_NAMES = ("主动公开", "依申请|公开申请|申请公开", "信息.{0,6}管理", "平台|载体|渠道", "监督|保障|考核")


class _Found(NamedTuple):
    name: str
    start: int
    end: int
    ordinal: str


@rule(SUBHEADING, ORDER, ORDINALS)
def section_one_has_five_parts(evidence: Evidence) -> Iterator[Finding]:
    """Check the five sub-headings of section one (总体情况的五个方面): there, in order, numbered upwards.

    Source: 国办公开办函〔2021〕30号. The reports of 2019 and 2020 were freer, and are not looked at.
    Reads:  the prose of section one, with or without paragraphs, brackets, 方面 or 情况.
    Yields: one warning for all that no heading names in any words, one for the order, one for the ordinals; a
            note where characters are lost, which may have been those of a sub-heading.
    """
    text = running_text(evidence)
    if evidence.report.edition != EDITION_2021.key or not any(text.paragraphs("1")):
        return
    found = _subheadings(text.text, *text.span("1"))
    named = {one.name for one in found} | _freely_named(text.of("1"))
    missing = [name for name in form.SUBHEADINGS if name not in named]
    if missing and text.damaged:
        whole = text.without_markup("1")
        missing = [name for name in missing if name not in {one.name for one in _subheadings(whole, 0, len(whole))}]
    heading = _heading(text, "1")
    if missing:
        yield SUBHEADING.finding(
            quotes=heading,
            severity=Severity.NOTE if text.lost or text.recognised else None,
            names="、".join(f"“{name}”" for name in missing),
            expected="、".join(form.SUBHEADINGS),
            actual="、".join(one.name for one in sorted(found, key=lambda one: one.start)),
        )
    printed = sorted(found, key=lambda one: one.start)
    quotes = [text.quote(one.start, one.end) for one in printed]
    if printed != found:
        yield ORDER.finding(quotes=quotes, actual=_listed(printed), expected=_listed(found))
    elif not text.is_broken(*text.span("1")):
        yield from _misnumbered(found, quotes)


def _misnumbered(found: list[_Found], quotes: list[Quote]) -> Iterator[Finding]:
    ordinals = [one.ordinal for one in found if one.ordinal]
    positions = [_NUMERALS.index(ordinal) for ordinal in ordinals]
    if len(ordinals) == len(found) > 1 and any(a >= b for a, b in pairwise(positions)):
        yield ORDINALS.finding(
            quotes=quotes,
            actual="".join(f"（{one}）" for one in ordinals),
            expected="（一）（二）（三）（四）（五）",
        )


def _subheadings(text: str, start: int, end: int) -> list[_Found]:
    """Return the first of each sub-heading in a stretch of text, in the order of the form."""
    found: dict[str, _Found] = {}
    for match in (*_ORDINAL.finditer(text, start, end), *_START.finditer(text, start, end)):
        ordinal = match.groupdict().get("ordinal", "")
        for name, pattern in zip(form.SUBHEADINGS, _NAMES, strict=True):
            named = pattern.match(text, match.end())
            if named and name not in found and (ordinal or _END.match(text, named.end())):
                found[name] = _Found(name, named.start(), named.end("rest"), ordinal)
    return [found[name] for name in form.SUBHEADINGS if name in found]


def _freely_named(text: str) -> set[str]:
    """Return the parts that headings in the author's own words name."""
    headings = " ".join(match["words"] for match in _FREE_HEADING.finditer(text))
    pairs = zip(form.SUBHEADINGS, _FREE_NAMES, strict=True)
    return {name for name, words in pairs if re.search(words, headings)}


def _listed(found: list[_Found]) -> str:
    return "、".join(one.name for one in found)


def _heading(text: RunningText, part: str) -> list[Quote]:
    first = next((one for one in text.stretches if one.passage.part == part), None)
    return [text.quote(first.start, min(first.end, first.start + 40))] if first else []


SUPERVISION = Kind(
    code="overview.supervision",
    severity=Severity.NOTE,
    title="未写考核、评议、追责结果",
    message="各级人民政府的报告应写明工作考核、社会评议和责任追究结果情况，第一部分未提到{names}。",
    source="《条例》第五十条第（四）项；国办公开办函〔2021〕30号",
)
_SUPERVISION = {"工作考核": "考核|考评|绩效", "社会评议": "评议|满意度|测评|评估", "责任追究": "追究|追责|问责"}
_GOVERNMENTS = frozenset({Level.PROVINCE, Level.CITY, Level.COUNTY})


@rule(SUPERVISION)
def governments_tell_of_supervision(evidence: Evidence) -> Iterator[Finding]:
    """Check that a government's report tells of assessment, appraisal and accountability (考核、评议、追责).

    Source: 条例 50(4), for governments at county level and above here.
    Reads:  the kind and level of the organ, and the prose of section one.
    Yields: one note with what is not mentioned.
    """
    report, text = evidence.report, running_text(evidence)
    if not report.organ or report.edition != EDITION_2021.key or not any(text.paragraphs("1")):
        return
    organ = organ_of(report.organ, report.year)
    if organ.kind is not OrganKind.GOVERNMENT or organ.level not in _GOVERNMENTS:
        return
    said = text.of("1")
    missing = [name for name, words in _SUPERVISION.items() if not re.search(words, said)]
    if missing:
        yield SUPERVISION.finding(quotes=_heading(text, "1"), names="、".join(missing))


EMPTY = Kind(
    code="overview.no_problems",
    severity=Severity.WARNING,
    title="问题及改进部分没有内容",
    message="第五部分只写了“{actual}”，应写明存在的主要问题及改进情况。",
    source="《条例》第五十条第（五）项；国办公开办函〔2021〕30号",
)
ONE_SIDED = Kind(
    code="overview.one_sided",
    severity=Severity.WARNING,
    title="问题及改进部分不完整",
    message="第五部分没有写到{missing}，应当既写存在的主要问题，又写改进情况。",
    source="《条例》第五十条第（五）项；国办公开办函〔2021〕30号",
)
_NOTHING = re.compile(
    r"[\s(一)存在的主要问题:及改进情况。,、]*(?:无|没有|暂无|不存在|无存在问题|不存在问题|暂无问题)[。\s]*"
)
_PROBLEMS = re.compile(
    "问题|不足|不够|欠缺|薄弱|差距|短板|有待|[还仍尚]需|还要|有差|不高|不强|不多|不全|不及时|不到位|不规范|滞后|单一|缺乏|匮乏"
    "|漏洞|弱项|较少|困难|不平衡|不充分|不均|难以|需要?(?:进一步|继续)?(?:加强|提高|提升|改进|完善|增强)"
)
_REMEDIES = re.compile(
    "改进|整改|措施|下一步|今后|将|完善|加强|提升|提高|优化|强化|已|加大|推进|健全|开展|制定|组织"
)
_ENOUGH = 15


@rule(EMPTY, ONE_SIDED)
def section_five_tells_problems_and_remedies(evidence: Evidence) -> Iterator[Finding]:
    """Check that section five speaks of problems and of what was done about them (问题及改进情况).

    Source: 条例 50(5).
    Reads:  the prose of section five; a text that lost characters is not looked at.
    Yields: a warning where it says 无, or nothing at all, or only one of the two.
    """
    text = running_text(evidence)
    own = list(text.paragraphs("5"))
    section = evidence.report.sections[4] if len(evidence.report.sections) > 4 else None
    if section is None or section.heading is None or text.lost or text.recognised:
        return
    said = " ".join(text.text[one.start : one.end] for one in own)
    quotes = _heading(text, "5") + [text.quote(one.start, one.end) for one in own[:1]]
    if _NOTHING.fullmatch(said):
        yield EMPTY.finding(quotes=quotes, actual=said.strip() or "无")
        return
    missing = [name for name, words in (("问题", _PROBLEMS), ("改进", _REMEDIES)) if not words.search(said)]
    if missing and len(said) >= _ENOUGH:
        yield ONE_SIDED.finding(quotes=quotes, missing="和".join(missing))
