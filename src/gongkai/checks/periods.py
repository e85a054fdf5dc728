"""Years in the prose (统计期限与年份): the period reported on, and none left from the report of another year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.checks.running_text import RunningText, running_text
from gongkai.damage import prove, widen
from gongkai.report import PREFACE, Finding, Severity

_SOURCE = "《条例》第四十九条（上一年度政府信息公开工作年度报告）；统计期限为报告年度1月1日至12月31日"

YEAR = Kind(
    code="periods.year",
    severity=Severity.ERROR,
    title="统计期限的年份有误",
    message="统计期限写作“{actual}”，而这是{year}年度的报告，应为“{expected}”。",
    source=_SOURCE,
)
SPAN = Kind(
    code="periods.span",
    severity=Severity.WARNING,
    title="统计期限不是全年",
    message="统计期限写作“{actual}”，应为“{expected}”，请核对。",
    source=_SOURCE,
)
TITLE = Kind(
    code="periods.title",
    severity=Severity.ERROR,
    title="前言的年度与标题不符",
    message="前言称“{actual}”，而标题是{year}年度的报告，请改正其中一处。",
    source=_SOURCE,
)
OPENING = Kind(
    code="periods.opening",
    severity=Severity.WARNING,
    title="疑为往年文字",
    message="{year}年度的报告在此处写“{actual}”，疑为往年报告留下的文字，请核对年份。",
    source=_SOURCE,
)
PLAN = Kind(
    code="periods.plan",
    severity=Severity.WARNING,
    title="打算的年份已过去",
    message="“{actual}”写的是今后的打算，而{year}年度的报告在{next}年公布，应为{next}年，请核对。",
    source=_SOURCE,
)
_DAY = r"(?P<{0}_month>\d{{1,2}})\s?月\s?(?P<{0}_day>\d{{1,2}})\s?日?"
_PERIOD = re.compile(
    rf"(?P<first_year>20\d\d(?<![\d?]20\d\d))\s?年\s?{_DAY.format('first')}\s?起?\s?(?:至|到|—{{1,2}}|–|~|～|-)\s?"
    rf"(?:(?P<last_year>20\d\d)\s?年\s?)?{_DAY.format('last')}"
)
_UNTIL = re.compile(r"(?:数据|统计)[^。,;\n]{0,10}截[至止]\s?(?P<last_year>20\d\d)\s?年\s?12\s?月\s?31\s?日")
_STATISTICS = re.compile("统计|数据|期限|时限|时段|年报|报告")
_NEAR = 40


@rule(YEAR, SPAN)
def the_period_is_the_report_year(evidence: Evidence) -> Iterator[Finding]:
    """Check that the statistics are of 1 January to 31 December of the report year (统计期限).

    Source: 条例 49; practice of all reports.
    Reads:  a period from day to day, or a last day, where the words before it speak of statistics.
    Yields: an error for another year, with the right one; a warning for other days. Nothing where digits are lost.
    """
    report, text = evidence.report, running_text(evidence)
    if report.year is None:
        return
    right = f"{report.year}年1月1日至{report.year}年12月31日"
    for match in (*text.find(_PERIOD), *text.find(_UNTIL)):
        before = text.text[max(text.at(match.start()).start, match.start() - _NEAR) : match.start()]
        if not _STATISTICS.search(before + match[0]) or _COMPARED.search(before) or text.is_broken(*match.span()):
            continue
        groups = match.groupdict()
        years = {int(groups[name]) for name in ("first_year", "last_year") if groups.get(name)}
        quote = text.quote_of(match)
        if years != {report.year}:
            yield YEAR.finding(
                quotes=[quote],
                severity=text.sure_of_years(YEAR),
                actual=quote.text,
                expected=right,
                year=report.year,
                correction=right if match.re is _PERIOD else None,
            )
        elif match.re is _PERIOD and _days(match) != (1, 1, 12, 31):
            yield SPAN.finding(
                quotes=[quote],
                severity=text.sure_of_years(SPAN),
                actual=quote.text,
                expected=right,
                correction=right,
            )


def _days(match: re.Match[str]) -> tuple[int, ...]:
    return tuple(int(match[name]) for name in ("first_month", "first_day", "last_month", "last_day"))


LOST = Kind(
    code="periods.lost",
    severity=Severity.DAMAGE,
    title="统计期限缺字",
    message="统计期限“{actual}”在抓取时缺字，全年的期限只有“{expected}”缺成这样。",
    source="编码误读的损坏规律；统计期限为报告年度1月1日至12月31日",
)
LOST_PERIOD = re.compile(r"\?\d?0\d\d[\d?年月日起至到止—~-]{6,26}")
_PERIODS = (
    "自{0}年1月1日起至{0}年12月31日止",
    "为{0}年1月1日至{0}年12月31日",
    "为{0}年1月1日至12月31日",
    "自{0}年1月1日至12月31日",
)
_FEWEST_LOST = 2


@rule(LOST)
def a_damaged_period_is_repaired(evidence: Evidence) -> Iterator[Finding]:
    """Offer the whole-year period that lost characters in the way a damaged one shows (统计期限的修复).

    Source: the law of `damage.codepage`, run forward on the usual wordings.
    Reads:  a period with two or more lost characters in a text that lost some.
    Yields: one Finding of damage where one wording alone comes out as seen.
    """
    report, text = evidence.report, running_text(evidence)
    if report.year is None or not text.lost:
        return
    for match in LOST_PERIOD.finditer(text.raw):
        if match[0].count("?") < _FEWEST_LOST:
            continue
        stretch = text.at(match.start())
        before = widen(text.raw[max(stretch.start, match.start() - _NEAR) : match.start()])
        proof = prove(match[0], (one.format(report.year) for one in _PERIODS), before=before, after="。\n")
        if proof.original:
            yield LOST.finding(
                quotes=[text.quote_of(match)],
                actual=match[0],
                expected=proof.original,
                correction=proof.original,
            )


_PUBLISHED = re.compile(
    r"现(?:将|予?公布|向社会公布|公开|发布)[^。\n\d]{0,40}(?P<years>(?P<year>20\d\d)\s?年(?:度)?(?:政府信息公开|年度报告|年报))"
    r"|(?:编制|撰写|形成|编写)(?:了|完成)?(?:本)?[^。,\n\d]{0,30}(?P<years2>(?P<year2>20\d\d)\s?年(?:度)?政府信息公开(?:工作)?年度报告)"
)
# Sentences that tell what was done in the year, or what its numbers are.
_TOLD = (
    re.compile(r"(?P<year>20\d\d(?<=[\n。: ]20\d\d))\s?年(?:度|以来|来)?,"),
    re.compile(
        r"(?P<year>20\d\d(?<=[\n。; ]20\d\d))\s?年(?:度)?(?:全年)?,?[^。,;\n\d]{0,12}(?:未|没有|无)"
        r"[^。,;\n\d]{0,8}信息处理费"
    ),
    re.compile(
        r"(?P<year>20\d\d(?<=[\n。; ]20\d\d))\s?年(?:度)?(?:全年)?,?[^。,;\n\d]{0,16}收到[^。,;\n\d]{0,14}"
        r"申请\s?\d{1,6}\s?[件宗]"
    ),
)
_COMPARES = re.compile("同比|相比|比上?年|较上?年|增长|下降|上年|去年|历年|以来")


@rule(TITLE, OPENING)
def years_are_the_reports(evidence: Evidence) -> Iterator[Finding]:
    """Check that the sentences that open the report and its sections speak of its year (往年文字).

    Source: 条例 49.
    Reads:  the preface's sentence that publishes the report; the years that open paragraphs of sections one and
            five, and those of the statements on fees and on requests received.
    Yields: an error for the preface, a warning for each other sentence of an earlier year that compares nothing.
    """
    report, text = evidence.report, running_text(evidence)
    if report.year is None:
        return
    for match in text.find(_PUBLISHED, PREFACE):
        name = "years" if match["years"] else "years2"
        year = int(match["year"] or match["year2"])
        if year != report.year and not text.is_broken(*match.span(name)):
            yield TITLE.finding(
                quotes=[text.quote_of(match, name)],
                severity=text.sure_of_years(TITLE),
                actual=match[name],
                year=report.year,
            )
    for pattern, parts in zip(_TOLD, (("1", "5"), ("6",), ("1",)), strict=True):
        for part in parts:
            yield from _told(text, pattern, part, report.year)


def _told(text: RunningText, pattern: re.Pattern[str], part: str, year: int) -> Iterator[Finding]:
    first = next(text.paragraphs(part), None)
    for match in text.find(pattern, part):
        opens = pattern is not _TOLD[0] or (first is not None and match.start("year") <= first.start + _NEAR)
        end = min(
            (at for sign in "。;\n" if (at := text.text.find(sign, match.end())) >= 0), default=len(text.text)
        )
        sentence = text.text[match.start("year") : end]
        own = str(year) in sentence or _COMPARES.search(sentence)
        if opens and int(match["year"]) < year and not own and not text.is_broken(match.start("year"), match.end()):
            quote = text.quote(match.start("year"), match.end())
            yield OPENING.finding(
                quotes=[quote], severity=text.sure_of_years(OPENING), actual=quote.text, year=year
            )


# 将 as "will", never as "take" (将政务公开纳入考核).
_COMPARED = re.compile("上年|上一年|去年|同期|对比")
# What was planned before, and is told now.
_RETOLD = re.compile(r"[“”]|年?初|提出|制定|明确|承诺|要求|教育纳入")
_PLAN = re.compile(
    r"(?P<year>20\d\d)\s?年(?:度)?,?\s?[^。,;:\n\d]{0,14}?将(?:要|会)?"
    r"(?:继续|进一步|持续|着力|坚持|采取|从(?:以下|[^。,;\n]{1,6}方面)|重点|围绕|加强|严格|认真|不断|加大|按照|深入|全面|积极|努力|大力|切实|着重"
    r"|抓好|做好|突出|把|扎实|强化|聚焦|紧紧)"
)


@rule(PLAN)
def plans_are_for_the_next_year(evidence: Evidence) -> Iterator[Finding]:
    """Check that what section five plans is planned for a year to come (下一步打算).

    Source: 条例 49: a report is published in the year after its own.
    Reads:  a year with 将继续, 将坚持 … behind it in sections five and six.
    Yields: a warning for the report's own year and earlier ones, with the year that was meant.
    """
    report, text = evidence.report, running_text(evidence)
    if report.year is None:
        return
    for match in text.find(_PLAN, "5", "6"):
        if int(match["year"]) > report.year or text.is_broken(match.start(), match.start() + 5):
            continue
        before = text.text[max(0, match.start() - _NEAR) : match.start()]
        if before.count("“") > before.count("”") or _RETOLD.search(text.text, *match.span()):
            continue
        quote = text.quote_of(match)
        yield PLAN.finding(
            quotes=[quote],
            severity=text.sure_of_years(PLAN),
            actual=quote.text,
            year=report.year,
            next=report.year + 1,
            correction=quote.text.replace(match["year"], str(report.year + 1)),
        )
