"""What was right in its time (过时用语): rules replaced, organs reorganised, indicators dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.checks.running_text import RunningText, running_text
from gongkai.places import organ_of
from gongkai.report import Finding, Severity
from gongkai.terms import form

RULES = Kind(
    code="outdated.rules",
    severity=Severity.WARNING,
    title="依据已被取代",
    message="“{actual}”已被取代，{year}年度的报告应依据{expected}。",
    source="国办公开办函〔2021〕30号；《条例》（2019年修订，国务院令第711号）",
)
ORGAN = Kind(
    code="outdated.organ",
    severity=Severity.WARNING,
    title="机构名称已变更",
    message="“{actual}”在{since}年的机构改革后已不存在，现为{expected}，请核对是否为往年文字。",
    source="2018年、2023年《深化党和国家机构改革方案》及《国务院机构改革方案》",
)
CONGRESS = Kind(
    code="outdated.congress",
    severity=Severity.WARNING,
    title="党代会提法过时",
    message="{year}年度的报告只提到“{actual}”，没有提到党的二十大，请核对是否为往年文字。",
    source="党的二十大（2022年10月）；年度报告照搬往年文字的常见差错",
)
INDICATOR = Kind(
    code="outdated.indicator",
    severity=Severity.NOTE,
    title="沿用旧的统计指标",
    message="“{actual}”是 2018 年及以前统计表的指标，现行格式不再统计，可以不写。",
    source="国办公开办函〔2019〕60号、〔2021〕30号（格式中已无此项）",
)


class _Past(NamedTuple):
    """A wording that was right up to a report year."""

    last_year: int
    pattern: re.Pattern[str]
    now: str


_RULES = (
    _Past(2020, re.compile(r"国办公开办函[〔\[(]2019[〕\])]\s?60\s?号"), form.NOTICE_2021),
    # Articles 31 and 32 of 2007 were on the annual report; since 2019 it is 49 and 50.
    _Past(
        2018,
        re.compile(r"条例》?(?:的)?第三十[一二]条[^。;\n]{0,30}(?:年度报告|年报|要求编制|规定编制)"),
        "《条例》第四十九条、第五十条",
    ),
)
# What stands before the name of an organ that tells it is named as one of the past; or makes another word of it.
_FORMER = re.compile(r"(?:原|前|撤销|整合|由)[\u4e00-\u9fff、]{0,12}\Z")
_ORGANS = (
    _Past(2019, re.compile("工商(?:行政管理)?局"), "市场监督管理局"),
    _Past(2019, re.compile("质监局|质量技术监督局"), "市场监督管理局"),
    _Past(2019, re.compile("食药监局|食品药品监督管理局|食品药品监管局"), "市场监督管理局、药品监督管理部门"),
    _Past(2019, re.compile("国土(?:资源)?局|国土资源厅|国土资源部"), "自然资源部门"),
    _Past(2019, re.compile("卫计[委局]|卫生和计划生育(?:委员会|局)"), "卫生健康部门"),
    _Past(2019, re.compile("安监局|安全生产监督管理局"), "应急管理部门"),
    _Past(2019, re.compile("国税局|地税局|国家税务局(?!总局)|地方税务局"), "税务局"),
    _Past(2019, re.compile("文广新局|文化广电新闻出版局"), "文化和旅游部门"),
    _Past(2019, re.compile("环境保护局|环保局(?!长)"), "生态环境部门"),
    _Past(2023, re.compile("扶贫办|扶贫开发办公室|乡村振兴局"), "农业农村部门"),
)
_REFORM = {2019: 2018, 2023: 2023}
_INDICATOR = re.compile("全文电子化[率达]?")
_NINETEENTH, _TWENTIETH = (
    re.compile("党的十九大|十九届[\u4e00-\u9fff、]{0,16}全会|十九大精神"),
    re.compile("二十大|二十届|二十一大"),
)
_LAST_OF_NINETEENTH = 2022


@rule(RULES, ORGAN, CONGRESS, INDICATOR)
def nothing_is_out_of_date(evidence: Evidence) -> Iterator[Finding]:
    """Check for rules, organs, congresses and indicators of another time (过时用语).

    Source: 国办公开办函〔2021〕30号; 条例 49 and 50; the reforms of 2018 and 2023.
    Reads:  what is cited, named or counted, in reports of the years after it ended; not what is in the title of
            a document, or called former (原).
    Yields: a warning for each; a note for the share of electronic full texts (全文电子化率).
    """
    year, text = evidence.report.year, running_text(evidence)
    if year is None:
        return
    for past in _RULES:
        if year > past.last_year:
            for match in text.find(past.pattern):
                yield RULES.finding(
                    quotes=[text.quote_of(match)],
                    # Some cite both notices.
                    severity=Severity.NOTE if past.now in text.text else text.sure_of_years(RULES),
                    actual=match[0],
                    expected=past.now,
                    year=year,
                )
    # Development zones name their bureaus as they like.
    zone = evidence.report.organ is not None and organ_of(evidence.report.organ, year).zone is not None
    for past in _ORGANS:
        if year > past.last_year and (found := [m for m in text.find(past.pattern) if _is_present(text, m)]):
            yield ORGAN.finding(
                quotes=[text.quote_of(match) for match in found],
                severity=Severity.NOTE if zone else text.sure_of_years(ORGAN),
                actual=found[0][0],
                expected=past.now,
                since=_REFORM[past.last_year],
            )
    yield from _congress(text, year)
    if found := list(text.find(_INDICATOR)):
        yield INDICATOR.finding(quotes=[text.quote_of(match) for match in found], actual=found[0][0])


def _is_present(text: RunningText, match: re.Match[str]) -> bool:
    before = text.text[max(text.at(match.start()).start, match.start() - 16) : match.start()]
    return not (text.is_in_title(match.start()) or _FORMER.search(before) or text.is_broken(*match.span()))


def _congress(text: RunningText, year: int) -> Iterator[Finding]:
    if year < _LAST_OF_NINETEENTH or _TWENTIETH.search(text.text):
        return
    if found := list(text.find(_NINETEENTH, *"123456")):
        yield CONGRESS.finding(
            quotes=[text.quote_of(match) for match in found],
            # The report of 2022 was written a few months after the congress.
            severity=text.sure_of_years(CONGRESS) if year > _LAST_OF_NINETEENTH else Severity.NOTE,
            actual=found[0][0],
            year=year,
        )
