"""What of a web page stands around a report (网页文字): titles lost or doubled, the page's own lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.checks.remnants import SOURCE, shown
from gongkai.checks.running_text import RunningText, Stretch, running_text
from gongkai.report import CLOSING, PREFACE, Finding, Severity

TITLE_LOST = Kind(
    code="remnants.title_lost",
    severity=Severity.DAMAGE,
    title="没有标题",
    message="文件中没有“……年政府信息公开工作年度报告”的标题，抓取时可能丢失。机关与年度取自正文。",
    source="国办公开办函〔2021〕30号（标题由机关名称、年度和“政府信息公开工作年度报告”组成）",
)
TITLE_DOUBLED = Kind(
    code="remnants.title_doubled",
    severity=Severity.DAMAGE,
    title="标题重复",
    message="标题出现 {count} 次{broken}，留一个即可。",
    source=SOURCE,
)
FURNITURE = Kind(
    code="remnants.furniture",
    severity=Severity.DAMAGE,
    title="夹有网页文字",
    message="前后夹有 {count} 处网页的文字，如{said}。日期和来源留一处，其余删去。",
    source=SOURCE,
)
_TITLE = re.compile(
    r"(?:.{2,60}20\d\d年(?:度)?|20\d\d年(?:度)?.{2,60})政府信息(?:和政务|与政务)?公开(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:报告|年报)"
)
_WORDS_OF_TITLE = re.compile("政府信息公开(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:报告|年报|总结)")
_META_TITLE = re.compile(r"标题\s*:")
_MOST_PIECES = 3
_STRONG = re.compile(
    r"扫一扫|分享到|责任编辑|[【\[]?(?:关闭|打印|字体)|您访问的链接|您是第|上一篇|下一篇|文件下载|关联文件|附件下载|相关链接|版权所有|网站标识码"
    r"|.*(?:ICP备|公网安备|浏览次数)|当前位置|您的位置|主办(?:单位)?:|承办(?:单位)?:|[-—]\s?\d{1,3}\s?[-—]$|第\d{1,3}页|={5,}|原文链接|本地目录|页面链接"
)
_LABEL = re.compile(
    "(?:标题|发布(?:时间|日期|机构|单位)|信息来源|来源|文号|栏目|索引号|主题分类|公开(?:时间|日期)|时间|日期|点击(?:数|率)|浏览)\\s*:"
)
_VALUE_FOLLOWS = re.compile(r"\s*[\u4e00-\u9fff]{2,6}\s*:\s*\Z")
_LONGEST_LINE = 120


@rule(TITLE_LOST, TITLE_DOUBLED, FURNITURE)
def the_page_is_not_the_report(evidence: Evidence) -> Iterator[Finding]:
    """Tell what of the web page around stands in the text, and what of the title is lost or doubled (网页文字).

    Source: practice of scraped pages.
    Reads:  what stands before the first heading and behind the last section.
    Yields: one Finding for all furniture of the page, one for a title that stands twice, one where there is none.
    """
    report, text = evidence.report, running_text(evidence)
    titles = _titles(text)
    if not titles and not _is_titled(text) and any(section.heading for section in report.sections):
        first = text.stretches[0]
        quotes = (
            [text.quote(first.start, min(first.end, first.start + 20))] if first.passage.part == PREFACE else []
        )
        yield TITLE_LOST.finding(quotes=quotes)
    if len(titles) > 1:
        pieces = [one for title in titles for one in title]
        broken = "，其中有断开的" if len(pieces) > len(titles) else ""
        quotes = [text.quote(one.start, one.end) for one in pieces]
        yield TITLE_DOUBLED.finding(quotes=quotes, count=len(titles), broken=broken)
    furniture = list(_furniture(text))
    if furniture:
        quotes = [text.quote(one.start, one.end) for one in furniture]
        yield FURNITURE.finding(
            quotes=quotes, count=len(quotes), said=shown(quote.text[:20] for quote in quotes[:3])
        )


def _is_titled(text: RunningText) -> bool:
    """Say whether the words of a title stand in the head of a text, alone or with the page's own words around."""
    for one in text.paragraphs(PREFACE):
        words = text.text[one.start : one.end].replace(" ", "")
        match = _WORDS_OF_TITLE.search(words[:200])
        if match and (_META_TITLE.match(words) or _TITLE.match(words) or "。" not in words[: match.end()]):
            before = words[: match.start()]
            if not re.search("[,;《]", before):
                return True
    return False


def _titles(text: RunningText) -> list[list[Stretch]]:
    """Return the paragraphs of each title that stands alone, one or more where a line end broke it."""
    found: list[list[Stretch]] = []
    lines = list(text.paragraphs(PREFACE))
    at = 0
    while at < len(lines):
        for count in range(1, _MOST_PIECES + 1):
            pieces = lines[at : at + count]
            words = "".join(text.text[one.start : one.end] for one in pieces).replace(" ", "")
            if len(pieces) == count and len(words) <= _LONGEST_LINE and _TITLE.fullmatch(words):
                if not _META_TITLE.match(words) and not _STRONG.match(words):
                    found.append(pieces)
                at += count - 1
                break
        at += 1
    return found


def _furniture(text: RunningText) -> Iterator[Stretch]:
    """Yield the page's own lines, with the values of their labels; a lone date of publication is the report's."""
    found: list[Stretch] = []
    strong = False
    for part in (PREFACE, CLOSING):
        before = ""
        for one in text.paragraphs(part):
            words = text.text[one.start : one.end].strip()
            if len(words) <= _LONGEST_LINE:
                certain = _STRONG.match(words) is not None
                if (
                    certain
                    or _LABEL.match(words)
                    or (_VALUE_FOLLOWS.match(before) and _LABEL.match(before.strip()))
                ):
                    found.append(one)
                    strong = strong or certain
            before = words
    if strong:
        yield from found
