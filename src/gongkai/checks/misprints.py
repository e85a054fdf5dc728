"""Misprints of the field's fixed words that are no words themselves (易错词表), each with the right one.

Most lost characters are lost where two words meet that share one: 部门 and 门户网站 become 部门户网站. Only what
cannot be right in any sentence stands here, bounded by what stands before and behind it where that is needed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from gongkai.terms import notices

# What is right before 部门户网站: 教育部、全部、本部 …; so it is wrong only behind these.
_NOT_A_MINISTRY = "对在由向把将从与和及、,。;:各个该县市省区府直级能属\n"
_BEHIND_A_TERM = "(?=工作|指南|目录|申请|条例|年度报告|制度|专栏|专区|领导小组|培训|考核)"
_MISPRINTS: tuple[tuple[str, str], ...] = (
    # Two words run together over a character they share.
    (f"(?<=[{_NOT_A_MINISTRY}])(?P<wrong>部门户网站)", "部门门户网站"),
    (r"(?:将|把)[^,。;\n]{2,24}(?P<wrong>工作为)(?=重点|重要|抓手|一项|首要|核心)", "工作作为"),
    (r"(?:政务|信息)(?P<wrong>公开展)(?=了|培训|以来|专项|自查|检查|宣传)", "公开开展"),
    (r"(?P<wrong>规范围)(?=内|、|,|。|和)", "规范范围"),
    (r"(?P<wrong>答复议)(?=案件|申请|、|,|。)", "答复复议"),
    (r"(?P<wrong>主动态)(?=更新|管理|调整)", "主动动态"),
    (r"(?P<wrong>网站点)(?=建设|管理|内容|运维)", "网站站点"),
    (r"(?P<wrong>审核实)(?=施|际)", "审核核实"),
    (r"(?P<wrong>信息公开放)(?=日活动)", "信息公开开放"),
    (r"(?P<wrong>财政策)(?=[,。、的和])", "财政政策"),
    # A character lost within a word.
    (r"(?P<wrong>政府信公开|政府息公开)", "政府信息公开"),
    (rf"(?P<wrong>政府信息公){_BEHIND_A_TERM}", "政府信息公开"),
    (rf"(?P<wrong>政务公){_BEHIND_A_TERM}", "政务公开"),
    (r"(?<![市财行民党时国家执])(?P<wrong>政信息公开)", "政府信息公开"),
    (r"(?P<wrong>政府信息开)(?=工作|指南|目录|申请|条例|平台|年度|制度)", "政府信息公开"),
    (r"(?P<wrong>依申公开|依请公开)", "依申请公开"),
    (r"(?P<wrong>依申请公)(?=工作|[,。、;的])", "依申请公开"),
    (r"(?P<wrong>规范性文)(?=[,。、;的\d])", "规范性文件"),
    (r"(?P<wrong>政务新媒)(?!体)", "政务新媒体"),
    (r"(?P<wrong>门户站)(?!点)", "门户网站"),
    (r"(?P<wrong>规范性件)(?=\d|[,。、;的])", "规范性文件"),
    (r"(?P<wrong>规性文件)", "规范性文件"),
    (r"(?P<wrong>信息理费|信息处费)", "信息处理费"),
    (r"行政(?P<wrong>复)(?=[、和及与,。]行政诉讼|案件)", "复议"),
    (r"行政(?P<wrong>诉)(?=[、和及与,。]|案件|\d)", "诉讼"),
    (r"(?P<wrong>政务新体)", "政务新媒体"),
    (r"(?P<wrong>国务办公厅|国务院办厅|国务院公厅)", "国务院办公厅"),
    (r"(?P<wrong>保密审)(?=制度|工作|机制|[,。、])", "保密审查"),
    (r"(?P<wrong>责任追)(?=制度|情况|[,。、])", "责任追究"),
    (r"(?P<wrong>社会评)(?=[、,。])", "社会评议"),
    # A character too many, or a wrong one.
    (r"(?P<wrong>行政法复议)", "行政复议"),
    (r"(?P<wrong>政物公开|政务公幵|政务公升)", "政务公开"),
    (r"(?P<wrong>信息公升|信息公幵|信习公开)", "信息公开"),
    (r"(?P<wrong>依申清公开)", "依申请公开"),
    (r"公开(?P<wrong>申清|申情)", "申请"),
    (r"行政(?P<wrong>复仪|复意)", "复议"),
    (r"行政(?P<wrong>诉颂|诉送)", "诉讼"),
    (r"(?P<wrong>政策解渎)", "政策解读"),
    (r"(?P<wrong>规犯性)", "规范性"),
    (r"(?P<wrong>布署)", "部署"),
    (r"(?P<wrong>残差不齐)", "参差不齐"),
    (r"(?P<wrong>贯切落实)", "贯彻落实"),
    (r"(?P<wrong>松驰)", "松弛"),
    (r"(?P<wrong>按步就班)", "按部就班"),
    (r"(?<![自知利异律克利任])(?P<wrong>己)(?=办结|答复|全部|按时|按期|完成|公开发布)", "已"),
    (r"(?<![年月周期季岁始期])(?P<wrong>末)(?=收取|收到|发生|产生|出现|公开的)", "未"),
)
_WRONG = re.compile(r"\(\?P<wrong>([^)]+)\)")


class Misprint(NamedTuple):
    """A misprint: the wrong words, where they are wrong, and the right one."""

    wrong: tuple[str, ...]
    pattern: re.Pattern[str]
    right: str


MISPRINTS = tuple(
    Misprint(tuple(words[1].split("|")), re.compile(pattern), right)
    for pattern, right in _MISPRINTS
    if (words := _WRONG.search(pattern))
)


class NearName(NamedTuple):
    """A long fixed name, where it can stand, and the names that are like it and right."""

    right: str
    pattern: re.Pattern[str]
    known: frozenset[str] = frozenset()

    def is_near(self, name: str) -> bool:
        """Say whether a name is the right one but for a character or two."""
        return name != self.right and Levenshtein.distance(name, self.right, score_cutoff=2) <= 2


_THOUGHT = "习近平新时代中国特色社会主义思想"
NEAR_NAMES = (
    NearName(
        _THOUGHT,
        re.compile(
            "习近平新时代[\u4e00-\u9fff]{4,12}?思想|习近平[\u4e00-\u9fff]{0,3}中国[\u4e00-\u9fff]{4,9}?思想"
        ),
        frozenset(_THOUGHT.replace("思想", f"{field}思想") for field in ("经济", "外交", "法治", "文化")),
    ),
    NearName(
        f"《{notices.REGULATIONS.title}》",
        re.compile("《中[\u4e00-\u9fff]{8,18}条例》"),
    ),
    NearName(f"《{notices.FEES.title}》", re.compile("《政府信息[\u4e00-\u9fff]{6,14}办法》")),
)
