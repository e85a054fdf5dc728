"""Lists in prose: what they announce against what they list, and what one verb governs (列举)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.claims import Claim
from gongkai.damage import fold
from gongkai.report import Finding, Severity

COUNT = Kind(
    code="enumerations.count",
    severity=Severity.WARNING,
    title="所称项数与所列不符",
    message="“{phrase}”，其后列出的是 {expected} 项，不是 {actual} 项；请核对。",
    source="文字自洽",
)
NAMED = Kind(
    code="enumerations.named",
    severity=Severity.WARNING,
    title="所称个数与所列不符",
    message="“{phrase}”说的是 {actual} 个，列出的是 {expected} 个；请核对。",
    source="文字自洽",
)
VERB = Kind(
    code="enumerations.verb",
    severity=Severity.WARNING,
    title="动宾搭配不当",
    message="“{verb}”统领的并列项中，“{phrase}”自带动词，不是公开的信息，不应与前几项并列；请另起一句。",
    source="《条例》第十九条至第二十一条（主动公开的是信息，办理事项不计入）",
)
_ANNOUNCED = re.compile(r"方面|项|点|条|步")
_ITEM = re.compile(r"(?<![\u4e00-\u9fff])(?:第)?([一二三四五六七八九十])是")
_NUMERALS = "一二三四五六七八九十"
_FEWEST, _NEAR, _LONGEST_LIST = 2, 60, 20
_AHEAD = re.compile(
    r"^(?:的|工作|措施|问题|不足|重点|内容|任务|入手|着手|着力|予以|加以|改进|进行|努力|推进|下功夫|:|,|\s)*"
)
_FROM = re.compile(r"(?:从|对|围绕|聚焦|紧扣)(?P<list>[\u4e00-\u9fff“”、和及与]{3,60})(?<!等)$")
_HANDLING = re.compile(
    r"^[\s、,]{0,2}(?:并|及|和)?(?P<verb>处理|办理|受理|答复|回复|接听|解答|化解|处置)(?!决定|结果|口径|条件|预案|情况|依据|程序|流程|指南|事项|须知|意见|时限|时间|进度)[\u4e00-\u9fff]{2,16}$"
)
_PUBLISHING = re.compile(r"(?P<verb>发布|公开|公布)了?[\u4e00-\u9fff]{2,16}$")


@rule(COUNT, NAMED)
def lists_have_as_many_items_as_they_say(evidence: Evidence) -> Iterator[Finding]:
    """Check an announced number of points against 一是、二是…, and of names against those listed before it.

    Source: the text itself.
    Reads:  以下三个方面…：一是…二是…三是…; 从甲、乙、丙三个维度.
    Yields: a warning where the last ordinal, or the number of names, is another.
    """
    for claim in evidence.claims:
        if isinstance(claim.value, int) and claim.text[:1] in "两" + _NUMERALS:
            yield from _points(evidence, claim)
            yield from _names(evidence, claim)


def _points(evidence: Evidence, claim: Claim) -> Iterator[Finding]:
    if not _ANNOUNCED.search(claim.unit) or not isinstance(claim.value, int) or claim.value < _FEWEST:
        return
    passage, end = evidence.passage(claim.quote), claim.quote.end
    first = _ITEM.search(passage.text, end, end + _NEAR)
    if first is None or first[1] != _NUMERALS[0] or not _AHEAD.fullmatch(fold(passage.text[end : first.start()])):
        return
    expected = 0
    for match in _ITEM.finditer(passage.text, first.start()):
        if _NUMERALS.index(match[1]) != expected:
            break
        expected += 1
    if expected > 1 and expected != claim.value:
        yield COUNT.finding(
            quotes=(claim.phrase, passage.quote(first.start(), first.end())),
            expected=expected,
            actual=claim.value,
            phrase=claim.phrase.text,
        )


def _names(evidence: Evidence, claim: Claim) -> Iterator[Finding]:
    passage = evidence.passage(claim.quote)
    start = claim.quote.start
    match = _FROM.search(passage.text[max(0, start - 80) : start])
    if match is None or "、" not in match["list"] or claim.unit != "个" or not isinstance(claim.value, int):
        return
    listed = len([name for name in re.split("[、和及与]", match["list"]) if name])
    if listed != claim.value and match["list"].count("、") + 1 != claim.value:
        begin = start - len(match[0])
        quote = passage.quote(begin, claim.quote.end)
        yield NAMED.finding(quotes=(quote,), expected=listed, actual=claim.value, phrase=quote.text)


@rule(VERB)
def one_verb_governs_things_of_one_kind(evidence: Evidence) -> Iterator[Finding]:
    """Check that a list of things published does not end in things handled (发布…、处理热线…件).

    Source: 条例 arts. 19–21: what is published is information; hotline cases are none.
    Reads:  counts joined by 、, the first behind 发布, a later one behind a verb of its own.
    Yields: a warning where at least one item between has no verb of its own.
    """
    for head_at, head in enumerate(evidence.claims):
        verb = _PUBLISHING.search(fold(head.counts))
        if not verb:
            continue
        without_verb = 0
        previous = head
        for claim in evidence.claims[head_at + 1 : head_at + _LONGEST_LIST]:
            if claim.sentence != head.sentence or not _joined(evidence, previous, claim):
                break
            own = _HANDLING.match(fold(claim.counts))
            if own and without_verb:
                yield VERB.finding(quotes=(claim.phrase, head.phrase), phrase=claim.phrase.text, verb=verb["verb"])
                break
            without_verb += not own
            previous = claim


def _joined(evidence: Evidence, one: Claim, other: Claim) -> bool:
    """Say whether two counts are items of one list: 、 between them, and nothing that ends a clause."""
    between = fold(evidence.passage(one.quote).text[one.quote.end : other.quote.start])
    return between.startswith("、") and not re.search("[,;:]", between)
