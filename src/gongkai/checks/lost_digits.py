"""Numbers in prose that lost their first digit: repaired where one reading alone is possible (缺首位的数).

The damage takes one full-width character and one digit for each question mark (`gongkai.damage.codepage`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.claims import Claim
from gongkai.claims.words import LOST_ENDINGS
from gongkai.damage import fold, prove, widen
from gongkai.report import CellKey, Finding, Identity, Quote, Severity, identities

REPAIRED = Kind(
    code="lost_digits.repaired",
    severity=Severity.DAMAGE,
    title="缺损的数可以补出",
    message="“{phrase}”在抓取时丢了一个字和一位数字，只能是 {expected}（{calculation}）。",
    source="编码误读的损坏规律；表格勾稽关系",
)
SEVERAL = Kind(
    code="lost_digits.several",
    severity=Severity.DAMAGE,
    title="缺损的数不能确定",
    message="有 {count} 处数字在抓取时丢了首位，文中没有依据可以补出，不要按所剩数字引用：{phrases}。",
    source="编码误读的损坏规律",
)
YEARS = Kind(
    code="lost_digits.years",
    severity=Severity.DAMAGE,
    title="年份缺首位",
    message="有 {count} 处年份在抓取时丢了首位和前面一个字，应为：{phrases}。",
    source="编码误读的损坏规律",
)
_YEAR = re.compile(r"(?<=[\u4e00-\u9fff(])\?(0[0-4]\d)年")
# What is said of one number only.
_IDIOMS = ((re.compile(r"^小时(?:不间断|全天候|值守|值班|在线|监测|服务)"), "24", "“24小时不间断”是固定说法"),)


@rule(REPAIRED, SEVERAL)
def lost_digits_are_repaired_where_proved(evidence: Evidence) -> Iterator[Finding]:
    """Offer the number that a cell, a sum or a fixed expression proves, and tell the others as open.

    Source: the law of `damage.codepage`; the identities of the tables.
    Reads:  claims with candidates.
    Yields: a finding with its proof for each number that only one candidate can have been; one for the rest.
    """
    unknown: list[Claim] = []
    for claim in evidence.claims:
        if not claim.candidates:
            continue
        value, proof = _proved(evidence, claim)
        if value is None:
            unknown.append(claim)
            continue
        original = _original(evidence, claim, value)
        yield REPAIRED.finding(
            cells=claim.cells,
            quotes=(claim.phrase,),
            expected=value,
            actual=claim.text,
            calculation=proof,
            correction=original,
            phrase=claim.phrase.text,
        )
    if unknown:
        shown = "、".join(
            f"“{claim.quote.text}”可为 {claim.candidates[0]} 至 {claim.candidates[-1]}" for claim in unknown
        )
        yield SEVERAL.finding(quotes=(claim.quote for claim in unknown), count=len(unknown), phrases=shown)


@rule(YEARS)
def lost_years_are_told(evidence: Evidence) -> Iterator[Finding]:
    """Tell the years that lost their first digit: nothing but 20 begins a year here.

    Source: the law of `damage.codepage`. Reads: all prose. Yields: one finding for all years.
    """
    found: list[tuple[Quote, str]] = []
    for passage in evidence.passages:
        if "?" in passage.text:
            found += [(passage.quote(m.start(), m.end()), f"2{m[1]}年") for m in _YEAR.finditer(passage.text)]
    if found:
        quotes = [quote for quote, _ in found]
        shown = "、".join(f"“{quote.text}”为 {year}" for quote, year in found)
        yield YEARS.finding(quotes=quotes, count=len(found), phrases=shown)


def _proved(evidence: Evidence, claim: Claim) -> tuple[str | None, str]:
    """Return the only number that a claim can have been, with its proof; None where none or several can."""
    total = evidence.total(claim.cells) if claim.cells else None
    if total is not None:
        return (str(total), f"表中为 {total}") if str(total) in claim.candidates else (None, "")
    passage = evidence.passage(claim.quote)
    behind = passage.text[claim.quote.start + len(claim.text) : claim.quote.end + 8]
    for pattern, number, reason in _IDIOMS:
        if pattern.match(behind) and number in claim.candidates:
            return number, reason
    return _by_identity(evidence, claim)


def _by_identity(evidence: Evidence, claim: Claim) -> tuple[str | None, str]:
    if not claim.cells or claim.others or len(evidence.claims) > _MOST:
        return None, ""
    stated = {one.cells: one for one in evidence.claims if one.cells and _is_sure(one)}
    for identity in identities(evidence.report.edition):
        value = _missing(identity, claim, stated)
        if value is not None and str(value) in claim.candidates:
            return str(value), "由正文其他各数按勾稽关系算出"
    return None, ""


def _is_sure(claim: Claim) -> bool:
    """Say whether a count has one meaning alone."""
    return not (claim.is_share or claim.about or claim.others)


def _missing(identity: Identity, claim: Claim, stated: dict[tuple[CellKey, ...], Claim]) -> int | None:
    """Return what a claim must be for an identity to hold, where every other cell of it is stated alone."""
    signs = dict.fromkeys(identity.left, 1) | dict.fromkeys(identity.right, -1)
    if len(claim.cells) != 1 or claim.cells[0] not in signs:
        return None
    own = signs.pop(claim.cells[0])
    total = 0
    for key, sign in signs.items():
        one = stated.get((key,))
        if one is None or not isinstance(one.value, int):
            return None
        total += sign * one.value
    return -own * total


def _original(evidence: Evidence, claim: Claim, value: str) -> str | None:
    """Return the words before the damage, where one character alone can have stood before the number."""
    seen, text = claim.phrase.text, evidence.passage(claim.quote).text
    at = seen.find("?")
    head, tail = widen(seen[:at]), widen(seen[at + len(claim.text) :])
    originals = [head + ending + value + tail for ending in LOST_ENDINGS]
    before = widen(text[max(0, claim.phrase.start - _CONTEXT) : claim.phrase.start])
    after = widen(text[claim.phrase.end : claim.phrase.end + _CONTEXT])
    proof = prove(seen, originals, before=before, after=after)
    likely = [fold(one) for one in proof.candidates if one[max(0, at - 1) : at + 1] in _WORDS]
    return likely[0] if len(likely) == 1 else None


_CONTEXT = 60
_MOST = 400
_WORDS = frozenset(
    ("答复", "办结", "办理", "文件", "案件", "申请", "诉讼", "复议", "结转", "总计", "开展", "收到", "共计")
)
