"""Slips of the pen (文字差错): remarks pasted in, words to be filled in, lost and wrong characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from gongkai.checks.catalogue import Kind, rule
from gongkai.checks.evidence import Evidence
from gongkai.checks.misprints import MISPRINTS, NEAR_NAMES
from gongkai.checks.running_text import RunningText, running_text
from gongkai.report import Finding, Severity

_SOURCE = "国办秘函〔2019〕19号（严重表述错误、错别字）；《党政机关公文处理工作条例》第十九条（文字精练、表述准确）"

REMARK = Kind(
    code="wording.remark",
    severity=Severity.ERROR,
    title="夹有修改说明",
    message="句中夹有修改时的说明“{actual}”，请删去并把句子写通顺。",
    source=_SOURCE,
)
PLACEHOLDER = Kind(
    code="wording.placeholder",
    severity=Severity.ERROR,
    title="留有未填写的文字",
    message="“{actual}”是格式或草稿中待填的文字（共 {count} 处），请填写或删去。",
    source=_SOURCE,
)
_MENDED = "(?:修改|改为|改成|补充|补|删除|删|核实|确认|插入|省略|调整|有误)"
# Each wording by itself, and each begins with one plain character: so a text is looked through at once.
_REMARKS = tuple(
    re.compile(pattern)
    for pattern in (
        (
            r"表(?<=[述上列此该]表)(?:格)?(?:请|需|待|未|已)?(?:修改|更改|改为|调整|填写|更新|有误)"
            r"(?!意见|说明|情况|完善|稿)[\u4e00-\u9fff]{0,8}"
        ),
        rf"此[处段句](?:的)?(?:文字|内容|数据|表格)?(?:请|需要?|应|待|未|可|拟)?{_MENDED}",
        rf"这[里段](?:的)?(?:文字|内容|数据|表格)?(?:请|需要?|应|待|未|可|拟)?{_MENDED}",
        rf"该段(?:的)?(?:文字|内容|数据|表格)?(?:请|需要?|应|待|未|可|拟)?{_MENDED}",
        *(
            rf"{opening}(?:请|注意|待|需)?(?:修改|删除|核实|补充|更新|替换|校对|确认|填写|复制|粘贴)[^()\[\]【】\n]{{0,12}}{closing}"
            for opening, closing in ((r"\(", r"\)"), (r"\[", r"\]"), ("【", "】"))
        ),
        *(rf"{opening}(?:批注|作者)\s?[\d:][^\n\]】)]{{0,20}}[\]】)]" for opening in (r"\(", r"\[", "【")),
        r"批注(?=[。,;:)\]】]|$)",
        "(?:请|此处|直接)复制粘贴|粘贴文本",
        r"请(?:领导|各科室|各股室|办公室|科室|股室)[^。,;\n]{0,6}(?:审核|审阅|审定|补充|核实|修改|填写)",
        r"\((?:初稿|修改稿|草稿|送审稿|模板|样稿)\)",
        "标[红黄](?:部分|处|内容|字)",
        "领导意见(?:修改|调整)",
        "修?改为:",
        # What a writing program says to the one who asked it.
        r"以下是(?:为您|根据您)[^。\n]{0,12}",
        r"希望(?:以上|这[份个篇])[^。\n]{0,12}(?:帮助|参考)",
        "作为(?:一个|一名)?(?:AI|人工智能)(?:助手|语言模型)",
        r"如需(?:进一步)?(?:修改|调整|补充)[^。\n]{0,8}请(?:告诉|随时)",
    )
)
_PLACEHOLDERS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\((?:此处)?(?:文字描述|文字说明|填写|请填写|待补充|待填写?|待定|待核实)[^()\n]{0,30}\)",
        r"此处(?<!\(此处)(?:请|待)?填[写入]?",
        r"请(?:填写|填入|输入)(?!《)[^。,;\n]{0,10}",
        r"待(?<![\u4e00-\u9fff(]待)(?:补充|填写|填|核实|定|确认)(?=[。,;)\n]|$)",
        *(f"{sign}{{2,8}}(?![A-Za-z0-9])" for sign in "Xx×╳〇○●"),
        *(f"{sign}[年月日]" for sign in "Xx×╳"),
        "__{2,40}",
        r"\*\*[*]{0,20}",
        r"同[上去]年?(?=[。;]?\s?(?:\n|\Z))",
    )
)
_TABLE_OF = re.compile("(?:上述|以上|下列|下述|此|该)$")
_LETTERS = re.compile("[A-Za-z0-9/.=_-]")


@rule(REMARK, PLACEHOLDER)
def nothing_of_the_draft_is_left(evidence: Evidence) -> Iterator[Finding]:
    """Check that no editor's remark and nothing to be filled in stands in the text (修改说明、待填文字).

    Source: 国办秘函〔2019〕19号; 党政机关公文处理工作条例 19.
    Reads:  the wordings of such remarks: 上述表格修改, 此处补充, （文字描述）, XX, 待补充 between signs. Words of a
            sentence (有待补充, 上述内容修改完善后) are none.
    Yields: one error for each remark, and one for all that is to be filled in.
    """
    text = running_text(evidence)
    for match in (found for pattern in _REMARKS for found in text.find(pattern)):
        if not text.is_in_title(match.start()):
            lead = (
                _TABLE_OF.search(text.text, max(0, match.start() - 2), match.start())
                if match[0][0] == "表"
                else None
            )
            quote = text.quote(lead.start() if lead else match.start(), match.end())
            yield REMARK.finding(quotes=[quote], severity=text.sure(REMARK), actual=quote.text)
    found = (match for pattern in _PLACEHOLDERS for match in text.find(pattern) if _is_left(text, match))
    left = [text.quote_of(match) for match in sorted(found, key=lambda match: match.start())]
    if left:
        yield PLACEHOLDER.finding(
            quotes=left, severity=text.sure(PLACEHOLDER), actual=left[0].text, count=len(left)
        )


def _is_left(text: RunningText, match: re.Match[str]) -> bool:
    """Say whether what looks like a placeholder is one, and no part of an address or a cited title."""
    joined = match[0][0] in "Xx_*" and _LETTERS.match(text.text[max(0, match.start() - 1) : match.start()])
    return not (joined or text.is_in_title(match.start()))


LOST_CHARACTER = Kind(
    code="wording.lost_character",
    severity=Severity.ERROR,
    title="漏字",
    message="“{actual}”漏字，应为“{expected}”。",
    source=_SOURCE,
)
MISPRINT = Kind(
    code="wording.misprint",
    severity=Severity.ERROR,
    title="错别字",
    message="“{actual}”有错别字，应为“{expected}”。",
    source=_SOURCE,
)


# A text with more of one misprint is no text.
_MOST = 100


@rule(LOST_CHARACTER, MISPRINT)
def words_are_whole(evidence: Evidence) -> Iterator[Finding]:
    """Check the fixed words of the field for lost and wrong characters (漏字、错别字).

    Source: the terms of the Regulations and the form; the names of institutions and laws.
    Reads:  misprints that are no words themselves, most of them two words run together over a character they
            share (部门户网站 for 部门门户网站), and long names in quotes and titles that one character parts from
            the right one. Nothing beside lost characters.
    Yields: one error for each place, with the right word.
    """
    text = running_text(evidence)
    for misprint in MISPRINTS:
        if not any(wrong in text.text for wrong in misprint.wrong):
            continue
        for match in islice(text.find(misprint.pattern), _MOST):
            if text.at(match.start()).passage.number and not text.is_broken(*match.span("wrong")):
                kind = LOST_CHARACTER if len(misprint.right) > len(match["wrong"]) else MISPRINT
                yield _mended(kind, text, match, "wrong", misprint.right)
    for name in NEAR_NAMES:
        for match in text.find(name.pattern):
            if match[0] not in name.known and name.is_near(match[0]) and not text.is_broken(*match.span()):
                kind = LOST_CHARACTER if len(name.right) > len(match[0]) else MISPRINT
                yield _mended(kind, text, match, 0, name.right)


def _mended(kind: Kind, text: RunningText, match: re.Match[str], group: int | str, right: str) -> Finding:
    return kind.finding(
        quotes=[text.quote_of(match, group)],
        severity=text.sure(kind),
        actual=match[group],
        expected=right,
        correction=right,
    )
