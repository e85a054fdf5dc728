"""What is said twice (重复): words, sentences, and a word joined to itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.checks.running_text import RunningText, is_broken, running_text
from gongkai.readers.words import fold
from gongkai.report import PREFACE, Finding, Severity

_SOURCE = "国办秘函〔2019〕19号（严重表述错误、错别字）；《党政机关公文处理工作条例》第十九条（文字精练、表述准确）"

DOUBLED = Kind(
    code="repetition.word",
    severity=Severity.ERROR,
    title="文字重复",
    message="“{actual}”中“{words}”重复，{advice}",
    source=_SOURCE,
)
REPEATED = Kind(
    code="repetition.sentence",
    severity=Severity.WARNING,
    title="整句重复",
    message="“{actual}”在报告中出现 {count} 次，疑为复制时重复，请核对。",
    source=_SOURCE,
)
# A text in which more stand twice is no text.
_MOST_WORDS = 100
_TWICE = re.compile(r"([\u4e00-\u9fff]{2,6})\1")
_PARTICLES = (re.compile("(?<![目标有])的的(?!确)"), re.compile("(?<![为除罢完受免])了了(?![解结事无如然之])"))
_BREADCRUMB = re.compile("首页|当前位置|您的位置|栏目")
# Doubled by rule: one by one (一步一步), and measure words.
_ONE_BY_ONE = re.compile("[一二两三几逐]|.*[一每]$|很多|许多|非常|越来越|全程|特别")
# 县政府政府网站: two words meet that are both whole; the others may (各部门部门预算, 政务公开公开栏).
_RIGHT = re.compile("政府(?<=[民省市县区镇乡旗州]政府)")
_MAY_MEET = re.compile(
    "部门|单位|机关|企业|组织|委员|工作|服务|管理|信息|网站|平台|政策|项目|文件|内容|人员|情况|建设|数据|栏目|申请"
    "|标准(?=标准化)|规范(?=规范[性化])|目录(?=目录化)|解读(?=解读[稿率])|办公室(?=办公室主任)|乡镇(?=乡镇长)"
    "|发布(?=发布会)|检查(?=检查组)|会议(?=会议纪要)|通报(?=通报批评)|监督(?=监督[员者])|审批(?=审批事项)"
    "|办理(?=办理结果)|审核(?=审核员)|宣传(?=宣传部)|落实(?=落实(?:情况|措施|机制|落细))|通过(?=通过率)"
    "|公开(?=公开(?:栏|率|度|目录|指南|属性|平台|方式|渠道|专[栏区]|年报))"
)
# Function words, and verbs that govern what follows: they cannot follow themselves.
_NEVER = frozenset(
    (
        *("进行", "以及", "并且", "同时", "进一步", "切实", "认真", "积极", "不断", "持续", "严格", "按照", "根据"),
        *("对于", "关于", "由于", "为了", "通过", "我们", "我局", "我县", "我市", "我区", "我镇", "我省", "全县"),
        *(
            "全市",
            "全区",
            "本年度",
            "政府信息公开",
            "依申请公开",
            "主动公开",
            "加强",
            "提高",
            "提升",
            "推进",
            "落实",
            "贯彻",
            "贯彻落实",
        ),
        *("完善", "做好", "健全", "强化", "优化", "确保", "建立", "围绕", "坚持", "印发", "没有", "存在", "已经"),
        *("下一步", "其中", "包括"),
    )
)
_ACCOUNT = re.compile(r"(?:微信|微博|公众号|客户端|抖音|视频号|头条|账号|APP)[^。,;:\n]{0,16}\Z")
_PROSE = ("1", "5", "6")
_FEWEST = 16
_SENTENCE = re.compile(rf"[^。;!\n]{{{_FEWEST},400}}")
_CLAUSE = re.compile(r"[^,、。;:!\n]{14,120}")
_SHORTEST_TWICE = 7
_NUMBERED = re.compile(r"^(?:\(?[一二三四五六七八九十\d]{1,2}[)、.]|[一二三四五六七八九十]是)\s?")


@rule(DOUBLED, REPEATED)
def nothing_is_said_twice(evidence: Evidence) -> Iterator[Finding]:
    """Check for words and sentences that stand twice (重复).

    Source: 国办秘函〔2019〕19号; 党政机关公文处理工作条例 19.
    Reads:  two to eight characters twice running, 的的 and 了了, sentences and clauses of 16 characters or more.
    Yields: an error where the word cannot follow itself, a warning where the second may begin another word, a note
            where the first may end an account's name whose quotation marks are lost; a warning for a sentence
            that stands twice.
    """
    text = running_text(evidence)
    for pattern in (_TWICE, *_PARTICLES):
        for match in islice(text.find(pattern), _MOST_WORDS):
            word = match[0][: len(match[0]) // 2]
            right = _ONE_BY_ONE.match(word) or _RIGHT.match(text.text, match.start())
            if not (right or text.is_broken(*match.span()) or _is_breadcrumb(text, match)):
                yield _doubled(text, match, word)
    yield from _repeated(text, fold(evidence.report.organ or ""))


def _is_breadcrumb(text: RunningText, match: re.Match[str]) -> bool:
    """Say whether words stand in a page's path of links, which joins names of columns."""
    stretch = text.at(match.start())
    before = text.text[max(stretch.start, match.start() - 40) : match.start()]
    return stretch.passage.part == PREFACE and _BREADCRUMB.search(before) is not None


def _doubled(text: RunningText, match: re.Match[str], word: str) -> Finding:
    before = text.text[max(0, match.start() - 24) : match.start()]
    severity, advice = Severity.WARNING, "请核对是否多写。"
    if _MAY_MEET.match(text.text, match.start()):
        severity = Severity.NOTE
    elif _ACCOUNT.search(before):
        severity, advice = Severity.NOTE, "如前一个是账号名称的一部分，请给账号名称加引号。"
    elif word in _NEVER or len(word) == 1:
        severity, advice = text.sure(DOUBLED), "请删去一个。"
    return DOUBLED.finding(
        quotes=[text.quote_of(match)],
        severity=severity,
        actual=match[0],
        words=word,
        advice=advice,
        expected=word if severity is Severity.ERROR else None,
        correction=word if severity is Severity.ERROR else None,
    )


def _repeated(text: RunningText, organ: str) -> Iterator[Finding]:
    """Yield the sentences that stand twice, and what stands twice running at the end of a clause."""
    places: dict[str, list[tuple[int, int]]] = {}
    # Notes below the three tables may well be the same, and their sections may not have been found.
    for match in (found for part in _PROSE if not text.lost for found in text.find(_SENTENCE, part)):
        places.setdefault(_NUMBERED.sub("", match[0].strip()), []).append(match.span())
    for words, spans in places.items():
        if len(spans) > 1 and len(words) >= _FEWEST and not (text.is_broken(*spans[0]) or words == organ):
            yield _sentence_twice(text, words, spans)
    for match in (found for part in _PROSE for found in text.find(_CLAUSE, part)):
        words, end = match[0], match.end()
        length = len(words) - words.rfind(words[-_SHORTEST_TWICE:], 0, -1) - _SHORTEST_TWICE
        if length <= len(words) // 2 and words[-length:] == words[-2 * length : -length] and not is_broken(words):
            yield _sentence_twice(text, words[-length:], [(end - 2 * length, end - length), (end - length, end)])


def _sentence_twice(text: RunningText, words: str, spans: list[tuple[int, int]]) -> Finding:
    shown = words if len(words) <= 40 else f"{words[:40]}……"
    return REPEATED.finding(quotes=[text.quote(*span) for span in spans], actual=shown, count=len(spans))


SELF_COORDINATION = Kind(
    code="repetition.coordination",
    severity=Severity.WARNING,
    title="并列的是同一个词",
    message="“{actual}”并列的前后是同一个词，疑为整体替换造成。{advice}",
    source=_SOURCE,
)
_AND = re.compile("以及|[和与及、]")
_SHORTEST, _LONGEST = 2, 8
# More of them are no slips.
_MOST = 20
_TAIL, _LONGEST_OTHER = 4, 6
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_BOUNDED = re.compile("[,。;:、)]|的|$")


@rule(SELF_COORDINATION)
def no_word_is_joined_to_itself(evidence: Evidence) -> Iterator[Finding]:
    """Check for X和X where another X和Y was meant (政府信息和政府信息公开 for 政府信息和政务公开).

    Source: 国办秘函〔2019〕19号; global replacement of one term by another.
    Reads:  a word joined to itself by 和, 与, 及 or 、; the same words elsewhere in the text with another in its
            place; that names of offices are checked as names.
    Yields: a warning with the other place and its words where there is one; else only where the second word ends
            there (工作和工作人员 is right).
    """
    text = running_text(evidence)
    joined = (match for match in text.find(_AND) if _joined_length(text.text, match.start(), match.end()))
    for match in islice(joined, _MOST):
        length = _joined_length(text.text, match.start(), match.end())
        start, end = match.start() - length, match.end() + length
        if text.text.endswith("国务院办公厅", 0, start) or text.is_broken(start, end):
            continue
        tail = _tail(text.text, end)
        other = _otherwise(text.text, start, end, length, tail) if tail else None
        if other is None and not (length > 3 and _BOUNDED.match(text.text, end)):
            continue
        quotes = [text.quote(start, end + len(tail)), *([text.quote(*other)] if other else [])]
        right = quotes[1].text if other else None
        yield SELF_COORDINATION.finding(
            quotes=quotes,
            severity=text.sure(SELF_COORDINATION),
            actual=quotes[0].text,
            expected=right,
            correction=right,
            advice=f"本报告另一处写作“{right}”，请核对。" if right else "请核对。",
        )


def _joined_length(text: str, end: int, start: int) -> int:
    """Return how long the word is that ends at `end` and stands again at `start`; 0 where it is another."""
    if text[start : start + 1] not in text[max(0, end - _LONGEST) : end]:
        return 0
    for length in range(_LONGEST, _SHORTEST - 1, -1):
        word = text[start : start + length]
        if len(word) == length <= end and text[end - length : end] == word and _HAN.fullmatch(word):
            return length
    return 0


def _tail(text: str, start: int) -> str:
    """Return the characters behind a word that tell which sentence it stands in; none where it ends there."""
    tail = text[start : start + _TAIL].partition("的")[0]
    return tail if len(tail) >= _SHORTEST and _HAN.fullmatch(tail) else ""


def _otherwise(text: str, start: int, end: int, length: int, tail: str) -> tuple[int, int] | None:
    """Return where the text joins the same word to another, with the same words behind it."""
    word = text[start : start + length]
    head = re.escape(text[start : end - length])
    other = rf"(?!{re.escape(word)})[\u4e00-\u9fff]{{1,{_LONGEST_OTHER}}}?"
    found = re.search(rf"{head}{other}{re.escape(tail)}", text)
    return found.span() if found else None
