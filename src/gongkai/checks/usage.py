"""Loose usage (用语): measure words, objects left out, terms that are not quite those of the law."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.checks.running_text import running_text
from gongkai.report import Finding, Severity

MEASURE_WORD = Kind(
    code="usage.measure_word",
    severity=Severity.NOTE,
    title="量词不当",
    message="“{actual}”的量词{advice}。",
    source="现代汉语量词用法；同一报告的量词应当一致",
)
OBJECT = Kind(
    code="usage.object",
    severity=Severity.NOTE,
    title="缺少宾语",
    message="“{actual}”缺少宾语，应写明收到的是“申请”。",
    source="《条例》第二十七条（政府信息公开申请）",
)
TERM = Kind(
    code="usage.term",
    severity=Severity.NOTE,
    title="用语与法律规定不一致",
    message="“{actual}”：{advice}。",
    source="《条例》第四条、第二十条；立法法；地方各级人民代表大会和地方各级人民政府组织法",
)
_TIMES = re.compile(r"(?:稿件|信息|文章|文件|图解|报道)\s?\d{1,7}\s?次(?!会|数)")
_TWO = re.compile(r"\d{1,7}\s?(?:[条篇件次个项]/[次篇件条个项])")
_OBJECT = re.compile(r"(?:收到|接到|受理)(?:依申请公开|政府信息公开|信息公开)\s?\d{1,7}\s?[件宗起项份](?!申请)")
_TERMS = (
    ("规章", re.compile("行政规章(?!制度)"), "法律用语是“规章”（部门规章、地方政府规章）"),
    (
        "街道",
        re.compile(r"(?:乡镇|镇|乡)\(街道\)政府|街道(?:人民)?政府(?!服务|信息|采购|购买|工作)"),
        "街道设办事处，不设人民政府",
    ),
    ("截止", re.compile("截止(?:目前|到?(?=20\\d\\d年|\\d{1,2}月))"), "截止后不带时间，应写“截至”"),
)


@rule(MEASURE_WORD, OBJECT, TERM)
def usage_is_exact(evidence: Evidence) -> Iterator[Finding]:
    """Check measure words, objects and terms that are loose but can be understood (用语).

    Source: 条例; general usage.
    Reads:  信息…次, 条/次, 收到依申请公开…件, 行政规章, 街道政府, 截止目前 in the prose.
    Yields: one note for all places of one kind.
    """
    text = running_text(evidence)
    for pattern, sign, advice in ((_TIMES, "次", "不当，应用“条”“篇”等"), (_TWO, "/", "两用，应择一")):
        for match in text.find(pattern) if sign in text.text else ():
            yield MEASURE_WORD.finding(quotes=[text.quote_of(match)], actual=match[0], advice=advice)
    for match in text.find(_OBJECT):
        yield OBJECT.finding(quotes=[text.quote_of(match)], actual=match[0])
    for word, pattern, advice in _TERMS:
        if found := list(text.find(pattern)) if word in text.text else []:
            yield TERM.finding(quotes=[text.quote_of(match) for match in found], actual=found[0][0], advice=advice)
