"""Words and characters that readers look for besides the form's own labels."""

from __future__ import annotations

import re
import unicodedata

# Traditional forms of the characters that stand in the form's labels and headings (OpenCC s2t, s2tw, s2hk).
TRADITIONAL = (
    "萬業爲為舉於會體關內決況減辦務動區單發臺號後國處復複審對屬廢開強當總執護報據數無機權條構沒現監確祕祕穩類糾納組織經結"
    "繼續維繳罰範獲補規計認議許訟設訪訴詢請購費轉過這進採問項題額"
)
SIMPLIFIED = (
    "万业为为举于会体关内决况减办务动区单发台号后国处复复审对属废开强当总执护报据数无机权条构没现监确秘秘稳类纠纳组织经结"
    "继续维缴罚范获补规计认议许讼设访诉询请购费转过这进采问项题额"
)

BARS = "│┃¦∣┆┊｜"
DASHES = "—–−－‐‑‒―"
BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

# Measure words and units that may follow a figure in a cell; longer ones first.
UNITS = ("万元", "元", "件次", "件", "宗", "起", "条", "份", "项", "篇", "次", "个", "例", "人")
KUNJINKAO = "锟斤拷"
NOT_APPLICABLE = ("无", "/", "-", "--", "---", "\\")

ORDINALS = "一二三四五六七八九十"

# The first words of the article's furniture after its end.
FURNITURE = (
    *(
        "扫一扫",
        "责任编辑",
        "关闭",
        "打印",
        "分享到",
        "附件",
        "文件下载",
        "关联文件",
        "相关链接",
        "上一篇",
        "下一篇",
    ),
    *(
        "主办",
        "承办",
        "版权所有",
        "网站标识码",
        "网站地图",
        "联系我们",
        "您是第",
        "信息来源",
        "来源",
        "编辑",
        "审核",
    ),
)
# What only the foot of a page says, anywhere in a line.
PAGE_FOOT = ("ICP备", "公网安备", "网站标识码", "版权所有", "Copyright")


def _folding() -> dict[int, str]:
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    for first, last in ((0x2E80, 0x2EF3), (0x2F00, 0x2FD5), (0xF900, 0xFAFF)):
        for code in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1:
                table[code] = plain
    # ㈠ reads as 一; ⒈ and ① number a label and never belong to a figure.
    table |= {0x3220 + n: ORDINALS[n] for n in range(10)}
    table |= dict.fromkeys((*range(9352, 9372), *range(9312, 9332)), " ")
    table |= {ord(char): "|" for char in BARS}
    table |= {ord(char): "-" for char in DASHES}
    table |= {ord(char): " " for char in BLANKS}
    table |= {ord(char): "\n" for char in "\r\v\f\x85\u2028\u2029"}
    # Private characters mean something on the tape, and nothing in a source.
    table |= dict.fromkeys((57344, 57345), "�")
    table |= dict(zip(map(ord, TRADITIONAL), SIMPLIFIED, strict=True))
    return table


_FOLDING = _folding()
_FOLDED = re.compile(f"[{re.escape(''.join(map(chr, _FOLDING)))}]+")


def fold(text: str) -> str:
    """Return a text with one form for each sign: half-width, simplified, bars and blanks alike.

    One character stands for one, so that an offset in the folded text is one in the source.
    """
    return _FOLDED.sub(lambda run: run[0].translate(_FOLDING), text)


# Wordings of the six headings met in published reports besides those of the two editions.
HEADING_VARIANTS: tuple[tuple[str, ...], ...] = (
    ("概述", "总体工作情况", "基本情况"),
    ("主动公开情况", "主动公开政府信息的情况"),
    ("依申请公开政府信息情况", "收到和处理政府信息公开申请的情况"),
    (
        "因政府信息公开申请行政复议提起行政诉讼的情况",
        "政府信息公开行政复议和行政诉讼情况",
        "行政复议行政诉讼情况",
    ),
    ("存在的主要问题及改进措施", "存在的问题及改进情况", "存在问题及改进措施", "存在的不足及改进措施"),
    ("其他需要报告的情况", "需要报告的其他事项", "其他事项"),
)

# The commonest characters of Chinese official prose: text decoded with a wrong charset has few of them.
COMMON = frozenset(
    "的一是在不了有和人这中为上个国我以要他时来用们到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行"
    "学法所民得经息公开政府信机关申请数量件项规处理其年度"
)
