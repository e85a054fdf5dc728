"""Achievements that another part of the report takes back (前后矛盾)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.damage import fold
from gongkai.report import Finding, Passage, Severity

TAKEN_BACK = Kind(
    code="contradictions.taken_back",
    severity=Severity.WARNING,
    title="成绩与问题自相矛盾",
    message="前文说“{achieved}”，第五部分又说“{lacking}”，对“{subject}”的说法不一致；请统一。",
    source="文字自洽；国办公开办函〔2021〕30号（内容应当准确）",
)
# What reports say they have introduced and then say they lack, with other words for the same thing.
_SUBJECTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("视频", ("视频", "短视频", "音视频")),
    ("动漫", ("动漫", "动画")),
    ("图解", ("图解", "图表", "图文", "图片解读")),
    ("专家解读", ("专家解读",)),
    ("新闻发布会", ("新闻发布会",)),
    ("在线访谈", ("在线访谈",)),
    ("政务公开专区", ("政务公开专区", "公开专区")),
    ("业务培训", ("业务培训", "专题培训")),
    ("公开指南", ("公开指南",)),
    ("规范性文件库", ("规范性文件库", "政策文件库")),
    ("专人负责", ("专人负责", "专职人员")),
)
_DONE = re.compile(
    r"拓展为|丰富为|扩展为|已(?:经)?(?:建立|设立|开设|开通|配备|采用|运用|引入)|(?:建立|设立|开设|开通|配备|采用|运用|引入|制作)了"
)
_LACKING = re.compile(r"缺乏|缺少|没有|尚无|尚未|未(?!来|能充分|充分|按|及时)")
# Hedged, planned or partial lacks contradict nothing.
_HEDGE = re.compile(
    r"部分|个别|少数|有的|一些单位|不够|不足|不多|较少|欠缺|下一步|将|拟|计划|进一步|应当|需要|还需|有待|多数|基层|质量|水平|针对性|专业"
    r"|乡镇|村|街道|部门|局|\d个|已(?:经)?(?:整改|解决|改正|完成)|针对|上年|去年|人才|宣传|充分|系统|习惯|原创|的问题|深度"
)
_SENTENCE = re.compile(r"[^。!;\n]{1,400}[。!;\n]?")
_OVERVIEW, _PROBLEMS = "1", "5"
_AFTER, _CLOSE = 30, 6


class _Told(NamedTuple):
    """A sentence that speaks of a subject."""

    passage: Passage
    start: int
    end: int


@rule(TAKEN_BACK)
def achievements_are_not_taken_back(evidence: Evidence) -> Iterator[Finding]:
    """Check that section five does not lack what section one says was introduced.

    Source: the text itself.
    Reads:  sections 1 and 5; a subject of the list behind a verb of doing (拓展为, 开设了), and behind a plain
            denial (缺乏, 未) that names no part of the organs and plans nothing.
    Yields: a warning for each subject that both speak of, with every sentence about it; one for sentences that
            contradict in several subjects.
    """
    done = list(_told(evidence, _OVERVIEW, _DONE, hedged=True))
    if not done:
        return
    lacking = list(_told(evidence, _PROBLEMS, _LACKING, hedged=False))
    seen: set[tuple[_Told, _Told]] = set()
    for subject, names in _SUBJECTS:
        ours = [one for one in done if _speaks(one, _DONE, names)]
        theirs = [one for one in lacking if _speaks(one, _LACKING, names)]
        if ours and theirs and (ours[0], theirs[0]) not in seen:
            seen.add((ours[0], theirs[0]))
            again = [one for one in _told(evidence, _PROBLEMS, _NOW, hedged=True) if _speaks(one, _NOW, names)]
            quotes = [one.passage.quote(one.start, one.end) for one in (ours[0], theirs[0], *again)]
            yield TAKEN_BACK.finding(
                quotes=quotes,
                achieved=_short(quotes[0].text),
                lacking=_short(quotes[1].text),
                subject=subject,
            )


_NOW = re.compile(r"通过(?:引入|采用|运用)|引入了|采用了|已(?:引入|采用)")


def _told(evidence: Evidence, part: str, verb: re.Pattern[str], *, hedged: bool) -> Iterator[_Told]:
    """Yield the sentences of a section in which a verb stands, those that hedge only if asked for."""
    for passage in evidence.passages:
        if passage.part == part and passage.number and verb.search(passage.text):
            for match in _SENTENCE.finditer(fold(passage.text)):
                if verb.search(match[0]) and (hedged or not _HEDGE.search(match[0])):
                    yield _Told(passage, match.start(), match.end())


def _speaks(told: _Told, verb: re.Pattern[str], names: tuple[str, ...]) -> bool:
    """Say whether a subject stands close behind the verb."""
    words = told.passage.text[told.start : told.end]
    return any(
        name in words[match.end() : match.end() + _AFTER] for match in verb.finditer(words) for name in names
    )


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:58] + "……"
