"""How long a section may be, where a place says so (篇幅)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.report import Finding, Passage, Quote, Severity

SECTION_LENGTH = Kind(
    code="form.section_length",
    severity=Severity.WARNING,
    title="部分篇幅过长",
    message="第{section}部分“{heading}”约 {actual} 字，超过本地规则规定的 {expected} 字，请精简。",
    source="本地规则 section_limits（例：武政办发〔2025〕54号，总体情况原则上不超过一千字）",
)
_CHINESE = "\u2014\u2018-\u201d\u2026\u2e80-\u2fff\u3001-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
# As word processors count: a character of Chinese, its marks included, is one, and so is a run of anything else.
_COUNTED = re.compile(f"[{_CHINESE}]|[^\\s{_CHINESE}]+")
_NUMERALS = "一二三四五六"
_ENOUGH = 30


@rule(SECTION_LENGTH)
def sections_keep_to_their_length(evidence: Evidence) -> Iterator[Finding]:
    """Check that the prose of each section has no more characters than a place allows (字数).

    Source: local rules only; nationwide there is no limit.
    Reads:  the paragraphs of a section, without its heading and its table.
    Yields: one Finding for each section over its limit; nothing where no limit is set.
    """
    for number, limit in sorted(evidence.rules.section_limits.items()):
        own = [one for one in evidence.passages if one.part == str(number)]
        count = sum(characters(one.text) for one in own if one.number)
        if count > limit:
            yield SECTION_LENGTH.finding(
                quotes=[_beginning(own[0])],
                expected=limit,
                actual=count,
                section=_NUMERALS[number - 1],
                heading=evidence.report.form.headings[number - 1],
            )


def characters(text: str) -> int:
    """Return how many characters a text has (字数), as word processors count."""
    return sum(1 for _ in _COUNTED.finditer(text))


def _beginning(passage: Passage) -> Quote:
    """Return the heading, or the first words of a section without one."""
    return passage.quote(0, min(len(passage.text), _ENOUGH))
