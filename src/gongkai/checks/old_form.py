"""The edition of the form that a report was written in (格式版本)."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.report import EDITIONS, Finding, Severity
from gongkai.report.editions import edition_of_year

OLD_FORM = Kind(
    code="form.edition",
    severity=Severity.ERROR,
    title="格式版本不对",
    message="{year}年度应按{expected}的格式填报，三张表却是{actual}的格式，各项含义不同；请换用现行表格重新填报。",
    source="国办公开办函〔2021〕30号（2021年度起）；国办公开办函〔2019〕60号（2019、2020年度）",
)
_ITEM_OF_ONE_EDITION = "20.1.normative_documents"


@rule(OLD_FORM)
def the_form_is_that_of_the_year(evidence: Evidence) -> Iterator[Finding]:
    """Check that the tables are those of the edition in force for the report year.

    Source: 国办公开办函〔2021〕30号 and 〔2019〕60号: their tables count different things.
    Reads:  the edition as read, the report year, and whether table 2 is there to tell the edition.
    Yields: an error where the tables are of another edition; nothing where the year is not known.
    """
    report = evidence.report
    right = edition_of_year(report.year)
    printed = any(key[1] == _ITEM_OF_ONE_EDITION for key in evidence.values)
    if report.year is not None and printed and report.edition != right.key:
        yield OLD_FORM.finding(
            cells=(key for key in report.form.keys if key[0] == "2"),
            expected=right.notice,
            actual=EDITIONS[report.edition].notice,
            year=report.year,
        )
