"""Reports with findings made by hand, for tests of what is written of them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from gongkai.report import (
    CLOSING,
    PREFACE,
    AnnualReport,
    Finding,
    Paragraph,
    Passage,
    Section,
    Severity,
    TextPlace,
)
from gongkai.report.verdicts import Decision, Verdict
from gongkai.samples import lawful_report
from gongkai.writers.findings.checked import Checked, checked

ORGAN = "云杉县水文管理局"
TITLE = f"{ORGAN}2023年政府信息公开工作年度报告"
TEXT = "全年收到申请12件，上年结转3件，办结14件，结转下年度1件；主动公开信息120条。"
TOTAL = ("3", "1", "total")
NATURAL = ("3", "1", "natural")


def report(edition: str = "2021", texts: Sequence[str] = (TEXT,)) -> AnnualReport:
    """Return a lawful report with a title, the texts as its first section, and a signature."""
    lawful = lawful_report(7, edition=edition)
    sections = [
        Section(
            number,
            f"{ordinal}、{heading}",
            tuple(Paragraph(text, TextPlace(number * 10, 4, 4 + len(text))) for text in texts)
            if number == 1
            else (Paragraph(f"第{ordinal}部分的话。"),),
        )
        for number, (ordinal, heading) in enumerate(zip("一二三四五六", lawful.form.headings, strict=True), 1)
    ]
    return msgspec.structs.replace(
        lawful,
        organ=ORGAN,
        year=2023,
        preface=(Paragraph(TITLE), Paragraph("本报告按格式编制。")),
        sections=tuple(sections),
        closing=(Paragraph(ORGAN), Paragraph("2024年1月20日")),
    )


def passage(of: AnnualReport, part: str, number: int) -> Passage:
    return next(one for one in of.passages() if (one.part, one.number) == (part, number))


def findings(of: AnnualReport) -> list[Finding]:
    """Return one finding of each way to point: at cells, words, both, a heading, nothing, words that overlap."""
    first, heading = passage(of, "1", 1), passage(of, "2", 0)
    return [
        Finding(
            code="made.row_sum",
            severity=Severity.ERROR,
            message="这一行各项之和为 11，总计印为 12。",
            cells=(TOTAL, NATURAL),
            expected="11",
            actual="12",
            calculation="9+2=11≠12",
            correction="11",
        ),
        Finding(
            code="made.claim",
            severity=Severity.WARNING,
            message="正文与表格不符，请核对。",
            quotes=(first.quote(0, 9), first.quote(10, 16)),
            cells=(TOTAL,),
        ),
        Finding(
            code="made.words",
            severity=Severity.NOTE,
            message="用语少见。",
            quotes=(first.quote(2, 12),),
            correction="另一种说法",
        ),
        Finding(
            code="made.heading", severity=Severity.ERROR, message="标题不合格式。", quotes=(heading.quote(0, 2),)
        ),
        Finding(code="made.whole", severity=Severity.WARNING, message="没有写明信息处理费。"),
        Finding(
            code="made.lost",
            severity=Severity.DAMAGE,
            message="此处丢失了文字。",
            quotes=(passage(of, PREFACE, 2).quote(3, 3), passage(of, CLOSING, 1).quote(0, 2)),
        ),
    ]


def dismissal(of: Checked, code: str, reason: str = "本机关情况特殊") -> Verdict:
    one = next(one for one in of.judgements if one.finding.code == code)
    return Verdict(
        fingerprint=one.fingerprint,
        code=code,
        decision=Decision.DISMISSED,
        reason=reason,
        by="某科",
        on="2024-02-01",
    )


def example(edition: str = "2021", *, dismissed: str | None = None, name: str = "甲.html") -> Checked:
    """Return a report with all the findings, one kind of them dismissed if that is asked for."""
    made = report(edition)
    found = checked(name, made, findings(made))
    return checked(name, made, findings(made), [dismissal(found, dismissed)]) if dismissed else found
