"""Texts that nobody writes, made of one piece over and over, and how long they take as they grow."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from gongkai.checks.catalogue import RULES
from gongkai.checks.evidence import Evidence
from gongkai.claims import claims_of, groups_of
from tests.claims.marked import ON_REQUEST, report_of

PIECES = (
    *(
        "其中1件，",
        "共收到申请",
        "1",
        "（",
        "（）",
        "未收到",
        "三",
        "申请",
        "申请1件",
        "共收到申请1件，",
        "未收到申请，",
    ),
    *("无行政复议，信息公开", "规范性文件无废止，", "?", "?1", "1件（", "（1件）", "1,", "制定规范性文件1件，"),
    *(
        "分别为1件",
        "三个方面：一是",
        "三个方面，",
        "从甲、乙三个",
        "公开信息1条、",
        "其中1件，占1%，",
        "共公开信息1条，占1%，",
    ),
    *("收到申请1件。", "已建立视频", "缺乏视频", "已建立视频，", "?024年", "办结率1%，", "上年结转1件，"),
    *("县局收到1件，", "收到申请1件\n", "公民、法人和其他组织", "一是", "2023年", "万", "未有无没"),
)
SMALL, TIMES = 3_000, 4
# Four times the text may take four times as long, and some more for the machine's other work; never sixteen.
MOST = 8
# What is done in this time, in seconds, is fast enough to be measured badly.
SOON = 0.02


def claiming(text: str) -> Callable[[], object]:
    """Return the work of finding the claims of a text."""
    report = report_of(ON_REQUEST, text)
    return lambda: claims_of(report)


def grouping(text: str) -> Callable[[], object]:
    """Return the work of finding wholes and parts among the claims of a text."""
    report = report_of(ON_REQUEST, text)
    claims = claims_of(report)
    return lambda: groups_of(report, claims)


def checking(module: str) -> Callable[[str], Callable[[], object]]:
    """Return what prepares a text for the rules of a module, whose work it is."""
    checks = [rule.check for rule in RULES if rule.check.__module__ == module]

    def prepared(text: str) -> Callable[[], object]:
        evidence = Evidence(report_of(ON_REQUEST, text))
        assert (evidence.claims, evidence.groups) is not None
        return lambda: [list(check(evidence)) for check in checks]

    return prepared


def grows_with_its_length(work: Callable[[str], Callable[[], object]], piece: str, length: int = SMALL) -> bool:
    """Say whether a work takes no more than its share of time for a longer text; `work` prepares it for a text."""
    small, large = (work((piece * own)[:own]) for own in (length, TIMES * length))
    return any(_in_proportion(small, large) for _ in range(4))


def _in_proportion(small: Callable[[], object], large: Callable[[], object]) -> bool:
    own = _fastest(large)
    return own < SOON or own < MOST * _fastest(small)


def _fastest(work: Callable[[], object]) -> float:
    """Return the shortest of some times: the machine's other work only makes them longer."""
    times: list[float] = []
    gc.disable()
    try:
        while len(times) < 5 and sum(times) < 0.5:
            before = time.process_time()
            work()
            times.append(time.process_time() - before)
    finally:
        gc.enable()
    return min(times)
