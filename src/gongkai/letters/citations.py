"""Wording that the law has left behind (过时文字): articles of the Regulations of 2007, periods that are gone.

An article, paragraph or item that the Regulations of 2019 do not have is provable; the rest is told by its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from gongkai.law.outcomes.articles import numeral
from gongkai.law.steps import Doubt

_LAST_ARTICLE = 56
# The articles of 2019 that have more than one paragraph, and the items of their paragraphs.
_PARAGRAPHS = {
    3: 4,
    10: 3,
    12: 3,
    17: 3,
    25: 3,
    33: 3,
    **dict.fromkeys((4, 6, 11, 13, 16, 29, 39, 42, 44, 47, 49, 50, 55), 2),
}
_ITEMS = {4: {2: 5}, 20: {1: 15}, 29: {2: 3}, 31: {1: 3}, 36: {1: 7}, 50: {1: 5}, 53: {1: 3}}
_NUMBER = r"[（(]?([一二三四五六七八九十]{1,4}|\d{1,3})[)）]?"
_PLACE = rf"第{_NUMBER}条(?:之[一二三])?(?:第{_NUMBER}款)?(?:第{_NUMBER}项)?"
_CITED = re.compile(
    rf"(?<![原旧])(?:《条例》|政府信息公开条例》?)(?P<places>(?:的?{_PLACE}[、，和及与或者]{{0,2}})+)"
)
_EACH = re.compile(_PLACE)
_SENTENCE = re.compile("[^。；\n]+")
_FORMER = re.compile("2007|修订前|修改前|原《|旧《")
_ARTICLE_21, _ARTICLE_24, _ARTICLE_13 = 21, 24, 13

_PHRASES = (
    (
        re.compile("(?:自身)?(?:生产|生活)、(?:生产|生活)、科研等(?:自身)?特殊需要|三需要"),
        "申请公开的这一条件已在2019年修订时删去",
    ),
    (
        re.compile("(?:三|3|３)个月(?:内|之内)[^。；]{0,24}(?:诉讼|起诉|人民法院)"),
        "直接起诉的期限自2015年5月1日起为六个月，不是三个月",
    ),
    (re.compile("国务院令第492号"), "《条例》已于2019年修订（国务院令第711号）"),
    (re.compile("监察机关[^。]{0,12}(?:举报|投诉)"), "现行《条例》没有向监察机关举报的规定，见第五十一条"),
)
SOURCE = "《中华人民共和国政府信息公开条例》（2019年修订）"


def wrong_articles(text: str) -> Iterator[Doubt]:
    """Yield what is cited of the Regulations and is not in them."""
    for sentence in _SENTENCE.findall(text):
        if not _FORMER.search(sentence):
            for article, paragraph, item in _places(sentence):
                if told := _not_there(article, paragraph, item):
                    message = f"{told}，可能是2007年《条例》的条文，请按2019年修订的《条例》改正。"
                    yield Doubt("law.no_such_article", message, source=SOURCE)


def outdated(text: str) -> Iterator[Doubt]:
    """Yield wordings of the law before 2019 that read as they were still in force."""
    for pattern, told in _PHRASES:
        if found := pattern.search(text):
            yield Doubt("law.outdated", f"“{found[0]}”已经过时：{told}。", source=SOURCE)
    for sentence in _SENTENCE.findall(text):
        if not _FORMER.search(sentence):
            for article in dict.fromkeys(place[0] for place in _places(sentence)):
                if told := _old_ground(article, sentence):
                    yield Doubt("law.outdated", f"《条例》第{numeral(article)}条{told}，请核对。", source=SOURCE)


def _old_ground(article: int, sentence: str) -> str:
    """Return why an article is no ground of what a sentence says; in 2007 it was."""
    if article == _ARTICLE_13 and "需要" in sentence:
        return "现为公开的范围和方式，不再有“需要”的条件"
    if article == _ARTICLE_21 and "主动公开" not in sentence:
        return "现为市、县、乡主动公开的内容，答复的种类在第三十六条"
    if article == _ARTICLE_24 and re.search("答复|期限|延长|工作日", sentence):
        return "现为政府网站公开平台，答复期限在第三十三条"
    return ""


def _places(sentence: str) -> Iterator[tuple[int, int, int]]:
    for cited in _CITED.finditer(sentence):
        for place in _EACH.finditer(cited["places"]):
            article, paragraph, item = (_figure(part) for part in place.groups())
            yield article, paragraph, item


def _not_there(article: int, paragraph: int, item: int) -> str:
    name = f"《条例》第{numeral(article)}条" if article else "《条例》第零条"
    if not 1 <= article <= _LAST_ARTICLE:
        return f"《条例》没有第{numeral(article)}条"
    if paragraph > _PARAGRAPHS.get(article, 1):
        return f"{name}没有第{numeral(paragraph)}款"
    items = _ITEMS.get(article, {})
    if item > (items.get(paragraph, 0) if paragraph else max(items.values(), default=0)):
        return f"{name}{f'第{numeral(paragraph)}款' if paragraph else ''}没有第{numeral(item)}项"
    return ""


def _figure(written: str | None) -> int:
    return 0 if written is None else int(written) if written.isdecimal() else _numerals().get(written, 0)


@cache
def _numerals() -> dict[str, int]:
    return {numeral(number): number for number in range(1, 200)}
