"""The statement about information-processing fees (信息处理费) that section six must make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.checks.running_text import RunningText, running_text
from gongkai.report import CellKey, Finding, Severity, Value
from gongkai.terms import notices

_SOURCE = f"{notices.FEES.number}《{notices.FEES.title}》；国办公开办函〔2021〕30号（其他需要报告的事项）"

MISSING = Kind(
    code="fees.missing",
    severity=Severity.WARNING,
    title="未说明信息处理费",
    message="第六部分没有说明是否收取信息处理费。没有收取的也应写明（如“{statement}”）。",
    source=_SOURCE,
)
ELSEWHERE = Kind(
    code="fees.elsewhere",
    severity=Severity.NOTE,
    title="信息处理费写在别处",
    message="信息处理费的情况写在别处（“{actual}”），按格式应写在第六部分。",
    source=_SOURCE,
)
CONFUSED = Kind(
    code="fees.confused",
    severity=Severity.WARNING,
    title="信息处理费与行政事业性收费混淆",
    message="第六部分所写收费“{actual}”就是表二行政事业性收费的数额。第六部分应写向申请人收取的信息处理费，单位为元，请核对。",
    source=f"{_SOURCE}；《条例》第二十条第（八）项、第四十二条",
)
# In force from 1 January 2021.
FIRST_YEAR = 2021
STATEMENT = "本年度未收取信息处理费。"
TABLE_FEE: CellKey = ("2", "20.8.fees", "amount")
# Titles of the rules about the fee, and what the fee is charged by, say nothing of whether it was charged.
_RULES = re.compile(r"《[^》\n]{0,60}》|\([^()\n]{0,30}号\)|按件、?按量(?:收费|计收)?(?:标准)?")
_FEE = re.compile(
    "信息(?:公开)?(?:工作)?(?:信息)?处理费|处理费|信息公开[^。,;\n]{0,8}费|(?<!事业性)收费|收取[^。,;\n]{0,20}费|费用|交费|缴费"
)
_CHARGED = re.compile(r"未|没有|无|不|零|免|[\d?]|产生|发生|收取|收到|实收|收费")
_FEE_BY_NAME = re.compile("(?:信息|公开)(?:公开)?(?:信息)?处理费|政府信息公开(?:相关|有关)?费用|公开信息费")
_STATED = re.compile(r"未|没有|零|免收|免除|无(?!正当)|[\d?]\s?元")
_CLAUSE_END = re.compile("[。;,]")
_LONGEST_CLAUSE = 80
_AMOUNT = re.compile(r"(?<![\d.])(\d[\d,]{0,15}(?:\.\d{1,6})?)\s?(万?元)")


@rule(MISSING, ELSEWHERE, CONFUSED)
def section_six_tells_of_fees(evidence: Evidence) -> Iterator[Finding]:
    """Check that section six says whether information-processing fees were charged (信息处理费).

    Source: 国办函〔2020〕109号, in force from 1 January 2021: nothing is asked of the years before.
    Reads:  the prose of section six in any wording, that of the others, and the fee of table 2 (万元).
    Yields: a warning where nothing says it, a note where another section says it, a warning where the amount is
            that of the charges in table 2. Nothing where section six is not found or lost characters.
    """
    report, text = evidence.report, running_text(evidence)
    if (
        report.year is None
        or report.year < FIRST_YEAR
        or len(report.sections) < 6
        or report.sections[5].heading is None
    ):
        return
    confused = list(_confused(text, evidence.values.get(TABLE_FEE)))
    yield from confused
    if confused or _is_stated(text):
        return
    if elsewhere := _elsewhere(text):
        yield elsewhere
    elif not text.is_broken(*text.span("6")):
        own = [one for one in text.stretches if one.passage.part == "6"][:2]
        yield MISSING.finding(
            quotes=[text.quote(one.start, one.end) for one in own],
            severity=Severity.NOTE if text.recognised else None,
            correction=STATEMENT,
            statement=STATEMENT.rstrip("。"),
        )


def _is_stated(text: RunningText) -> bool:
    """Say whether a sentence of section six tells of the fee, and not only of the rules about it."""
    own = _RULES.sub("", text.of("6"))
    return any(_FEE.search(sentence) and _CHARGED.search(sentence) for sentence in re.split("[。;\n]", own))


def _elsewhere(text: RunningText) -> Finding | None:
    """Return the note that another section tells of the fee, where one does."""
    for match in text.find(_FEE_BY_NAME):
        stretch = text.at(match.start())
        before = _CLAUSE_END.split(text.text[max(stretch.start, match.start() - _LONGEST_CLAUSE) : match.start()])[
            -1
        ]
        behind = _CLAUSE_END.split(text.text[match.end() : min(stretch.end, match.end() + _LONGEST_CLAUSE)])[0]
        start, end = match.start() - len(before), match.end() + len(behind)
        words = _RULES.sub("", text.text[start:end])
        if _FEE_BY_NAME.search(words) and _STATED.search(words):
            quote = text.quote(start, end)
            return ELSEWHERE.finding(quotes=[quote], actual=quote.text)
    return None


def _confused(text: RunningText, fee: Value | None) -> Iterator[Finding]:
    """Yield the amounts in section six that are the administrative charges of table 2."""
    if not fee:
        return
    for match in text.find(_AMOUNT, "6"):
        amount = Decimal(match[1].replace(",", "")) * (10_000 if match[2] == "万元" else 1)
        sentence = text.text[max(0, match.start() - _LONGEST_CLAUSE) : match.end()].rpartition("。")[2]
        if amount == Decimal(fee) * 10_000 and _FEE.search(sentence):
            yield CONFUSED.finding(cells=[TABLE_FEE], quotes=[text.quote_of(match)], actual=match[0])
