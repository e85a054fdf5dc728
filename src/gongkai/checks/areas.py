"""Words for the organ's own area (辖区用语): those of its level, none left from another organ's report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.checks.running_text import RunningText, running_text
from gongkai.places import Level, Organ, OrganKind, elsewhere_in, organ_of
from gongkai.report import PREFACE, Finding, Severity

_SOURCE = "行政区划层级；年度报告照搬其他地区文本的常见差错（条例第四十七条，内容雷同、敷衍塞责）"

WORD = Kind(
    code="areas.word",
    severity=Severity.ERROR,
    title="辖区用语与机关层级不符",
    message="“{organ}”的报告中写作“{actual}”，与机关的行政区划不符，请核对{advice}。",
    source=_SOURCE,
)
AUTHORITY = Kind(
    code="areas.authority",
    severity=Severity.WARNING,
    title="党委、政府的层级不符",
    message="“{organ}”的报告中提到“{actual}”，而其本级和上级没有这一层级的党委、政府，请核对是否照搬。",
    source=_SOURCE,
)
# 安全区, 健全区级 and 市场 are other words; so are 县域 and 乡镇.
_AREA = re.compile(
    r"(?P<whose>全(?<![安健完保齐周成顾俱]全)|我(?<!自我)|本(?<![根基样文版脚成资读课日原]本))"
    r"(?P<word>省(?![心力却事钱时])|市(?![场面值价政域])|县(?![域级])|区(?![域分间别块划位级])|旗(?![帜区县])|镇(?![静压])"
    r"|乡(?![村土愁镇音亲贤情里]))"
)
_BODIES = re.compile(
    r"(?<=[在按照经向由对、,。:;的和及与受\n ])(?P<word>[县区旗镇乡])(?:委(?=[、和县区旗镇乡])|(?:人民)?政府"
    r"(?=[、的和要关统办工领,。]))"
)
# Settled: whose level and area the name tells beyond doubt. A zone's words are known less well.
_OWN = frozenset({Level.COUNTY, Level.CITY})


@rule(WORD, AUTHORITY)
def areas_are_the_organs_own(evidence: Evidence) -> Iterator[Finding]:
    """Check that the words for the organ's area are those of its division (全区 in a county's report).

    Source: the table of divisions; copied reports keep the words of the organ they were copied from.
    Reads:  全, 我 or 本 with 省, 市, 县, 区, 旗, 镇 or 乡, and 县委, 区政府 …, outside titles of documents; what
            `gongkai.places` knows of the organ. Words of areas above are right behind 全, a note behind 我.
    Yields: one error for each wrong word, with all its places and the right word where there is one; a warning
            where the organ's area is not beyond doubt, and for authorities; nothing where it is unknown.
    """
    report, text = evidence.report, running_text(evidence)
    organ = organ_of(report.organ, report.year) if report.organ else None
    if organ is None or organ.kind is OrganKind.UNKNOWN:
        return
    found: dict[tuple[str, str], list[re.Match[str]]] = {}
    for match in text.find(_AREA):
        if _is_wrong(organ, match) and not _is_cited(text, match):
            found.setdefault((match["whose"], match["word"]), []).append(match)
    for (whose, word), matches in found.items():
        yield _wrong_word(text, organ, whose, word, matches)
    bodies = [
        match
        for match in text.find(_BODIES)
        if match["word"] not in organ.area_words | organ.words_above and not _is_cited(text, match)
    ]
    for words in dict.fromkeys(match[0] for match in bodies):
        quotes = [text.quote_of(match) for match in bodies if match[0] == words]
        yield AUTHORITY.finding(quotes=quotes, severity=text.sure(AUTHORITY), organ=organ.name, actual=words)


def _is_wrong(organ: Organ, match: re.Match[str]) -> bool:
    return match["word"] not in organ.area_words and not (
        match["whose"] == "全" and match["word"] in organ.words_above
    )


def _wrong_word(text: RunningText, organ: Organ, whose: str, word: str, matches: list[re.Match[str]]) -> Finding:
    own = organ.division[-1] if organ.division and organ.level in _OWN else None
    right = f"{whose}{own}" if own else None
    if word in organ.words_above:
        severity = Severity.NOTE
    elif organ.certain and not text.recognised:
        severity = Severity.ERROR
    else:
        severity = Severity.WARNING
    return WORD.finding(
        quotes=[text.quote_of(match) for match in matches],
        severity=severity,
        organ=organ.name,
        actual=f"{whose}{word}",
        expected=right,
        correction=right,
        advice=f"，应为“{right}”" if right else "",
    )


def _is_cited(text: RunningText, match: re.Match[str]) -> bool:
    """Say whether a word stands in the title of a document, maybe another organ's, or beside lost characters."""
    return text.is_in_title(match.start()) or text.is_broken(*match.span())


ELSEWHERE = Kind(
    code="areas.elsewhere",
    severity=Severity.WARNING,
    title="出现其他地区的地名",
    message="“{organ}”的报告中出现其他地区的地名“{actual}”，请核对是否照搬其他地区的文本。",
    source=_SOURCE,
)
_REASON = re.compile(
    "赴|前往|学习|借鉴|参照|考察|调研|支援|帮扶|协作|对口|交流|合作|来自|联合|共建|跨|转发|召开|举办|参加|经验|做法"
)
_REASON_BEHIND = re.compile("[与来到](?:我|本)|转载|签订|签署|联合")
_IN_PLACE = re.compile(
    r"(?:人民)?政府(?!采购)|各级|全[县市区]|20\d\d年|政务公开|政府信息|行政机关|[\u4e00-\u9fff]{2,9}(?:局|委员会|办公室|办事处|管委会)"
)
_COMPANY = re.compile(r"[\u4e00-\u9fff()]{0,16}(?:公司|集团|企业|大学|学院|医院|路|大道|街)")
_BESIDE = 14
_PARTS = (PREFACE, "1", "5", "6")


@rule(ELSEWHERE)
def no_other_place_is_named(evidence: Evidence) -> Iterator[Finding]:
    """Check for names of other places, left from a report that was copied (照搬的地名).

    Source: the table of divisions; 条例 47.
    Reads:  full names of divisions in preface and sections 1, 5 and 6, outside titles, that neither lie in the
            organ's own nor contain it.
    Yields: a warning where the name stands in the place of the organ's own (followed by 政府, 各级 or a bureau), a
            note elsewhere and where the words around give a reason for it (赴…学习); nothing for companies.
    """
    report, text = evidence.report, running_text(evidence)
    organ = organ_of(report.organ, report.year) if report.organ else None
    if organ is None or not organ.codes:
        return
    found: dict[tuple[str, bool], list[tuple[int, int]]] = {}
    for part in _PARTS:
        start, _ = text.span(part)
        for mention in elsewhere_in(text.of(part), organ, report.year):
            span = start + mention.start, start + mention.end
            if not text.is_in_title(span[0]) and not _COMPANY.match(text.text, span[1]):
                found.setdefault((mention.name, _is_in_place(text, *span)), []).append(span)
    for (name, in_place), spans in found.items():
        yield ELSEWHERE.finding(
            quotes=[text.quote(*span) for span in spans],
            severity=text.sure(ELSEWHERE) if in_place else Severity.NOTE,
            organ=organ.name,
            actual=name,
        )


def _is_in_place(text: RunningText, start: int, end: int) -> bool:
    before = re.split("[。;,]", text.text[max(0, start - _BESIDE) : start])[-1]
    behind = re.split("[。;,]", text.text[end : end + 2 * _BESIDE])[0]
    named = _REASON.search(before) or _REASON.search(behind) or _REASON_BEHIND.search(behind)
    return _IN_PLACE.match(text.text, end) is not None and not named
