"""What prose says in numbers against the tables and against itself (正文数据核对)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, combinations, pairwise

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.cell_names import sum_name
from gongkai.checks.evidence import Evidence
from gongkai.claims import Basis, Claim, Group, Period
from gongkai.claims.words import RESIDUAL, SECOND_LIST, SHARE_OF, TOTAL_WORDS
from gongkai.damage import fold
from gongkai.report import CellKey, Finding, Identity, Severity, Value, identities

_SOURCE = "《条例》第五十条；国办公开办函〔2021〕30号（表格与文字应当一致）"

CELL = Kind(
    code="statements.cell",
    severity=Severity.ERROR,
    title="正文与表格不符",
    message="正文称“{phrase}”，{named}为 {expected}，两处不一致；请核对台账后改正其中一处。",
    source=_SOURCE,
)
OTHER_CELL = Kind(
    code="statements.other_cell",
    severity=Severity.NOTE,
    title="正文口径与表格不同",
    message="正文称“{phrase}”，与{named}（{expected}）不同，而与{others}相等；请确认口径，必要时在正文中写明。",
    source=_SOURCE,
)
UNCHECKED = Kind(
    code="statements.unchecked",
    severity=Severity.NOTE,
    title="正文数据无从核对",
    message="正文有 {count} 处数据对应的单元格不在文件中或没有数字，无法核对，不代表正确：{phrases}。",
    source=_SOURCE,
)
PARTS = Kind(
    code="statements.parts",
    severity=Severity.ERROR,
    title="分项之和与总数不符",
    message="“{phrase}”所列 {count} 项之和为 {expected}，与总数 {actual} 相差 {difference}{explained}；请核对。",
    source="数据自洽（其中各项之和应等于总数）",
)
PART = Kind(
    code="statements.part",
    severity=Severity.WARNING,
    title="分项大于总数",
    message="“其中”的一项“{phrase}”大于总数 {expected}；请核对。",
    source="数据自洽",
)
IDENTITY = Kind(
    code="statements.identity",
    severity=Severity.ERROR,
    title="正文各数不能同时成立",
    message="正文所述 {calculation}，与“{phrase}”不符；请核对各数。",
    source="国办公开办函〔2021〕30号，表三、表四勾稽关系",
)
SHARE = Kind(
    code="statements.share",
    severity=Severity.WARNING,
    title="百分比算错",
    message="正文称“{phrase}”占 {actual}%，按 {calculation} 应为 {expected}%。",
    source="按所印位数四舍五入",
)
RATE = Kind(
    code="statements.rate",
    severity=Severity.WARNING,
    title="办结率与表格不符",
    message="正文称办结率 {actual}%，而表三办结 {closed} 件、新收与上年结转共 {due} 件（{expected}%）；请核对。",
    source="国办公开办函〔2021〕30号，表三勾稽关系",
)
TWICE = Kind(
    code="statements.twice",
    severity=Severity.ERROR,
    title="同一数据前后不一",
    message="同一数据在正文中先后写为 {first} 和 {second}（“{phrase}”），请核对后统一。",
    source="数据自洽",
)
_MOST_PHRASES = 6
_EXPLAINED_BY = 2
_FAR, _FEW = 5, 10
_ALL = 100
_REVISED = re.compile("修订|修改|修正|重新印发|部门")
_BESIDE = 60
_OF_THIS_YEAR = re.compile("本年|今年|当年|20\\d\\d年")


@rule(CELL, OTHER_CELL)
def statements_equal_their_cells(evidence: Evidence) -> Iterator[Finding]:
    """Check that a count in prose equals the cells that its words name.

    Source: 条例 art. 50; facts B.10.
    Reads:  claims of the report's year with a known value; cells that print a value.
    Yields: an error where the words leave no other reading; a note where they do, or where the count equals
            another sum that the words can mean (received with carried in). Rounded counts are left alone.
    """
    for claim in _tied(evidence):
        expected = evidence.total(claim.cells)
        if expected is None or claim.value == expected or claim.about:
            continue
        if _is_part_of_it(evidence, claim, expected):
            continue
        if any(evidence.total(cells) == claim.value for cells in claim.others):
            other = next(cells for cells in claim.others if evidence.total(cells) == claim.value)
            if set(claim.cells) < set(other):
                yield _cell_finding(
                    OTHER_CELL, evidence, claim, expected, others=sum_name(evidence.report.edition, other)
                )
            continue
        unsure = claim.basis is Basis.LIKELY or (claim.cells[0][0] == "2" and _is_beside_others(evidence, claim))
        severity = Severity.NOTE if unsure else None
        yield _cell_finding(CELL, evidence, claim, expected, severity=severity)


def _is_part_of_it(evidence: Evidence, claim: Claim, expected: Value) -> bool:
    """Say whether a count was told in parts: with others of the same cells, or those carried in, it makes them."""
    same = [one.value for one in _tied(evidence) if one.cells == claim.cells and one.order != claim.order]
    rest = expected - (claim.value or 0)
    if not 0 < rest < expected:
        return False
    own_year = claim.cells == _CLOSED and _OF_THIS_YEAR.search(claim.phrase.text) is not None
    carried_in = own_year and rest == evidence.values.get(_CARRIED_IN)
    return carried_in or rest in same or sum((one or 0 for one in same), start=0) == rest


def _is_beside_others(evidence: Evidence, claim: Claim) -> bool:
    """Say whether documents of other organs, or revised ones, are counted beside these."""
    text, at = evidence.passage(claim.quote).text, claim.quote.start
    return _REVISED.search(text, max(0, at - _BESIDE), at + _BESIDE) is not None


def _cell_finding(
    kind: Kind,
    evidence: Evidence,
    claim: Claim,
    expected: Value,
    *,
    severity: Severity | None = None,
    others: str = "",
) -> Finding:
    return kind.finding(
        severity=severity,
        cells=claim.cells,
        quotes=(claim.phrase,),
        expected=expected,
        actual=claim.value,
        calculation=_compared(evidence, claim, expected),
        phrase=claim.phrase.text,
        others=others,
        named=sum_name(evidence.report.edition, claim.cells),
    )


def _compared(evidence: Evidence, claim: Claim, expected: Value) -> str:
    terms = " + ".join(str(evidence.values[key]) for key in claim.cells)
    return f"{terms} ≠ {claim.value}" if len(claim.cells) == 1 else f"{terms} = {expected} ≠ {claim.value}"


@rule(UNCHECKED)
def statements_can_be_checked(evidence: Evidence) -> Iterator[Finding]:
    """Say which counts name cells that the document does not have.

    Source: facts B.10. Reads: claims tied to cells. Yields: one note for all of them.
    """
    claims = [claim for claim in _tied(evidence) if evidence.total(claim.cells) is None]
    if claims:
        shown = "、".join(f"“{claim.phrase.text}”" for claim in claims[:_MOST_PHRASES])
        yield UNCHECKED.finding(
            cells=dict.fromkeys(key for claim in claims for key in claim.cells),
            quotes=(claim.phrase for claim in claims),
            count=len(claims),
            phrases=shown + ("等" if len(claims) > _MOST_PHRASES else ""),
        )


@rule(PARTS, PART)
def parts_make_their_whole(evidence: Evidence) -> Iterator[Finding]:
    """Check that a list which leaves nothing out adds up to its whole, and that no part is larger than it.

    Source: facts B.10.
    Yields: an error where words (其中, brackets) make it a list of parts, a warning where only its end does.
    """
    for group in evidence.groups:
        values = [part.value for part in group.parts]
        whole = group.whole.value
        if whole is None or any(value is None for value in values) or group.whole.about:
            continue
        if group.complete:
            totals = list(accumulate(value for value in values if value is not None))
            made = _is_made(evidence, group, totals) or any(part.about for part in group.parts)
            if not made and not _is_far_off(group, totals[-1], whole):
                yield _parts_finding(group, totals[-1], whole)
        elif group.stated and _is_alone(evidence, group):
            yield from _part_finding(group)


def _is_alone(evidence: Evidence, group: Group) -> bool:
    """Say whether a whole stands right before its first part, with no other count beside it that may be meant."""
    whole = group.whole
    if whole.cells or group.parts[0].order != whole.order + 1:
        return False
    before = evidence.claims[whole.order - 1] if whole.order else None
    return before is None or before.sentence != whole.sentence or before.unit != whole.unit


def _is_made(evidence: Evidence, group: Group, totals: list[Value]) -> bool:
    """Say whether the parts make their whole: all, or those before a semicolon, where another list may begin."""
    text = evidence.passage(group.whole.quote).text
    last = len(totals) - 1
    return any(
        total == group.whole.value
        and (
            at == last
            or ";" in fold(text[group.parts[at].quote.end : group.parts[at + 1].quote.start])
            or SECOND_LIST.match(group.parts[at + 1].counts) is not None
        )
        for at, total in enumerate(totals)
    )


def _is_far_off(group: Group, total: Value, whole: Value) -> bool:
    """Say whether a list is so far from its whole that it lists something else."""
    if group.stated:
        # 网站1个，其中栏目20个: what stands in the one, not what it is made of.
        return whole < _FEW and all(part.value is not None and part.value > whole for part in group.parts)
    by_rest = RESIDUAL.match(group.parts[-1].counts) is not None
    return by_rest and max(total - whole, whole - total) * _FAR > whole


def _part_finding(group: Group) -> Iterator[Finding]:
    part, whole = group.parts[0], group.whole
    if part.unit == whole.unit and whole.value is not None and part.value is not None and part.value > whole.value:
        yield PART.finding(
            quotes=(part.phrase, whole.phrase), expected=whole.value, actual=part.value, phrase=part.phrase.text
        )


def _parts_finding(group: Group, total: Value, whole: Value) -> Finding:
    first = group.whole.phrase
    listed = " + ".join(str(part.value) for part in group.parts)
    return PARTS.finding(
        severity=None if group.stated and RESIDUAL.match(group.parts[-1].counts) else Severity.WARNING,
        quotes=(first, *(part.phrase for part in group.parts)),
        expected=total,
        actual=whole,
        calculation=f"{listed} = {total}，{total} - {whole} = {total - whole}",
        phrase=first.text,
        count=len(group.parts),
        difference=abs(total - whole),
        explained=_explanation(group, total - whole),
    )


def _explanation(group: Group, excess: Value) -> str:
    """Return which one or two parts make up what the list is too large by, if only they do."""
    found = [
        some
        for count in range(1, _EXPLAINED_BY + 1)
        for some in combinations(group.parts, count)
        if sum((part.value or 0 for part in some), start=0) == excess
    ]
    if excess <= 0 or len(found) != 1:
        return ""
    return (
        "，恰为" + "与".join(f"“{part.phrase.text}”" for part in found[0]) + ("之和" if len(found[0]) > 1 else "")
    )


@rule(IDENTITY, TWICE)
def statements_agree_with_each_other(evidence: Evidence) -> Iterator[Finding]:
    """Check that the counts of prose hold the sums of the tables among themselves.

    Source: the identities of tables 3 and 4.
    Reads:  firm claims whose cells are not in the document: others are held against the cells themselves.
    Yields: an error for each sum that the counts named cannot hold, and for each cell stated twice differently.
    """
    stated: dict[frozenset[CellKey], Claim] = {}
    for claim in _tied(evidence):
        if claim.basis is not Basis.FIRM or claim.about or evidence.total(claim.cells) is not None:
            continue
        if claim.others and not _may_include_more(claim):
            continue
        first = stated.setdefault(frozenset(claim.cells), claim)
        if first.value != claim.value and not claim.others:
            yield TWICE.finding(
                cells=claim.cells,
                quotes=(claim.phrase, first.phrase),
                first=first.value,
                second=claim.value,
                phrase=claim.phrase.text,
            )
    for identity in identities(evidence.report.edition):
        yield from _unequal(identity, stated)


def _may_include_more(claim: Claim) -> bool:
    """Say whether a count has but one other meaning, in which it takes in more cells: received with carried in."""
    return len(claim.others) == 1 and set(claim.cells) < set(claim.others[0])


def _unequal(identity: Identity, stated: dict[frozenset[CellKey], Claim]) -> Iterator[Finding]:
    left, right = _covering(identity.left, stated), _covering(identity.right, stated)
    if not left or not right:
        return
    one, other = (_added(side) for side in (left, right))
    included = {key for claim in left for cells in claim.others for key in cells} - {*(left[0].cells)}
    without = _added([claim for claim in left if not set(claim.cells) <= included])
    if other not in {one, without}:
        yield IDENTITY.finding(
            cells=(*identity.right, *identity.left),
            quotes=(claim.phrase for claim in (*right, *left)),
            expected=one,
            actual=other,
            calculation=" + ".join(str(claim.value) for claim in left) + f" = {one}",
            phrase="、".join(claim.phrase.text for claim in right),
        )


def _added(claims: list[Claim]) -> Value:
    return sum((claim.value or 0 for claim in claims), start=0)


def _covering(cells: tuple[CellKey, ...], stated: dict[frozenset[CellKey], Claim]) -> list[Claim]:
    """Return claims that count each of some cells exactly once; nothing where there are none."""
    wanted, found = set(cells), []
    for own in sorted(stated, key=len, reverse=True):
        if own <= wanted:
            wanted -= own
            found.append(stated[own])
    return [] if wanted else sorted(found, key=lambda claim: claim.order)


@rule(SHARE)
def shares_are_rounded_right(evidence: Evidence) -> Iterator[Finding]:
    """Check that a percentage behind a count is its share of a whole, as rounded to the digits printed.

    Source: facts B.10. Reads: a count and 占 p% right behind it.
    Yields: a warning where no whole that the passage names explains the percentage.
    """
    claims = evidence.claims
    for part, share in pairwise(claims):
        if not _is_share_of(evidence, share, part) or part.value is None or share.value is None:
            continue
        wholes = _wholes(evidence, part)
        value = part.value
        others = (
            [evidence.total(cells) for cells in (_CLOSED, _RECEIVED, (*_RECEIVED, _CARRIED_IN))]
            if part.cells
            else []
        )
        possible = [*(whole.value for whole in wholes), *others]
        rounded = any(whole.about for whole in wholes)
        if not wholes or rounded or any(share.admits_share(value, whole) for whole in possible if whole):
            continue
        whole = wholes[0].value or 1
        exact = 100 * value / whole
        digits = len(share.text.partition(".")[2])
        yield SHARE.finding(
            quotes=(evidence.passage(part.quote).quote(part.phrase.start, share.quote.end), wholes[0].phrase),
            expected=f"{exact:.{digits}f}",
            actual=share.text,
            calculation=f"{value} ÷ {whole} = {exact:.{digits + 2}f}%",
            phrase=part.phrase.text,
        )


def _wholes(evidence: Evidence, part: Claim) -> list[Claim]:
    """Return the counts that a part can be a share of, the likeliest first; nothing where none is sure."""
    before = [
        claim
        for claim in evidence.claims[max(0, part.order - _CLAIMS_BACK) : part.order]
        if (claim.quote.part, claim.quote.number) == (part.quote.part, part.quote.number)
        and claim.sentence >= part.sentence - _SENTENCES_BACK
        and claim.unit == part.unit
        and claim.value
    ]
    own = [group.whole for group in evidence.groups if part in group.parts]
    sure = [whole for whole in own if TOTAL_WORDS.search(whole.counts)]
    if part.cells:
        sure += [claim for cells in (_CLOSED, _RECEIVED) for claim in reversed(before) if claim.cells == cells]
    totals = [claim for claim in reversed(before) if TOTAL_WORDS.search(claim.counts)]
    return list({claim.order: claim for claim in (*sure, *totals, *own)}.values()) if sure else []


_SENTENCES_BACK = 3
_CLAIMS_BACK = 60
_CARRIED_IN = ("3", "2", "total")
_CLOSED, _RECEIVED = (("3", "3.7", "total"),), (("3", "1", "total"),)


def _is_share_of(evidence: Evidence, share: Claim, part: Claim) -> bool:
    """Say whether a percentage stands right behind a count, with nothing but 占 between."""
    one, other = part.quote, share.quote
    if not share.is_share or part.is_share or (one.part, one.number) != (other.part, other.number):
        return False
    return SHARE_OF.match(fold(evidence.passage(one).text[one.end : other.start])) is not None


@rule(RATE)
def rates_of_closing_are_right(evidence: Evidence) -> Iterator[Finding]:
    """Check a stated rate of closing (办结率) against received, carried in and closed.

    Source: facts B.10; table 3. Reads: claims whose basis is a share. Yields: a warning for a rate that is not so.
    """
    for claim in evidence.claims:
        if claim.basis is not Basis.SHARE:
            continue
        closed, due = evidence.total(claim.cells), evidence.total(claim.of)
        if closed is None or not due or claim.admits_share(closed, due):
            continue
        # All that was due was closed: that is what is mostly meant, and not always said.
        usual = claim.value == _ALL and closed < due
        yield RATE.finding(
            severity=Severity.NOTE if usual else None,
            cells=(*claim.cells, *claim.of),
            quotes=(claim.phrase,),
            expected=f"{100 * closed / due:.1f}",
            actual=claim.text,
            calculation=f"{closed} ÷ {due}",
            closed=closed,
            due=due,
        )


def _tied(evidence: Evidence) -> Iterator[Claim]:
    for claim in evidence.claims:
        if (
            claim.cells
            and claim.basis is not Basis.SHARE
            and claim.period is Period.THIS_YEAR
            and claim.value is not None
        ):
            yield claim
