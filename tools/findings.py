"""The page of all kinds of findings, with what each says of its failing example (检查结果的种类)."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from itertools import groupby

from gongkai.checks.catalogue import Kind
from gongkai.checks.check import all_kinds, all_rules, findings_of
from gongkai.report import Finding, Severity
from gongkai.writers.words import MEANINGS, SEVERITIES

HEAD = """\
# 检查结果的种类

本页由 `make docs` 从程序生成，请勿手改。

每一种检查结果有固定的代码，由方面和问题两部分组成。程度是通常的程度；[本地规则](../how-to/local-rules.md)可以改变或者关闭，
对某一条结果的看法记为[复核意见](verdicts.md)。
各条下面引用的，是测试所用的虚构报告得到的原话。

| 程度 | 含义 |
|---|---|
"""


def findings_page() -> str:
    """Return the page: a chapter for each subject, its kinds in a table, then what each says."""
    levels = [f"| {SEVERITIES[one]} `{one}` | {MEANINGS[one]} |" for one in Severity]
    parts = [HEAD + "\n".join(levels) + "\n"]
    for subject, kinds in groupby(all_kinds(), key=_subject):
        parts.extend(_chapter(subject, list(kinds)))
    return "\n".join(parts)


def _subject(kind: Kind) -> str:
    return kind.code.partition(".")[0]


def _chapter(subject: str, kinds: list[Kind]) -> Iterator[str]:
    yield f"## `{subject}` {_title(subject)}\n"
    yield "| 代码 | 程度 | 名称 | 依据 |\n|---|---|---|---|"
    for kind in kinds:
        yield f"| `{kind.code}` | {SEVERITIES[kind.severity]} | {_cell(kind.title)} | {_cell(kind.source)} |"
    yield ""
    for kind in kinds:
        yield from _entry(kind)


def _title(subject: str) -> str:
    """Return what the modules of a subject call it, in the brackets of their first lines."""
    names = dict.fromkeys(
        name
        for rule in all_rules()
        if any(_subject(kind) == subject for kind in rule.kinds)
        for name in re.findall(r"[(（]([^()（）]+)[)）]", _first_line(rule.check.__module__))
    )
    return "、".join(names)


def _first_line(module: str) -> str:
    return (sys.modules[module].__doc__ or "").partition("\n")[0]


def _entry(kind: Kind) -> Iterator[str]:
    finding = _example(kind.code)
    yield f"### `{kind.code}` {kind.title}\n"
    yield f"> {finding.message if finding else kind.message}\n"
    if finding and finding.calculation:
        yield f"- 算式：{finding.calculation}"
    if finding and finding.correction:
        yield f"- 改为：{finding.correction}"
    if finding and (finding.calculation or finding.correction):
        yield ""


def _example(code: str) -> Finding | None:
    """Return what is found in the failing example of a kind; a house test asks for one of each."""
    example = importlib.import_module("tests.checks.all_examples").all_examples().get(code)
    findings = findings_of(example.failing) if example else ()
    return next((finding for finding in findings if finding.code == code), None)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
