"""Wordings that readers look for besides labels: titles, dates, signatures, units, page numbers (措辞).

All of them are matched against folded text: half-width signs, simplified characters.
"""

from __future__ import annotations

import re

from gongkai.readers.words import FURNITURE, NOT_APPLICABLE, ORDINALS, UNITS
from gongkai.terms import marks

HAN = "\u4e00-\u9fff"

# A heading's ordinal; `第二十一、` and `(三、` are none.
NUMBERED = re.compile(rf"(?<![{ORDINALS}(第])([一二三四五六])\s?[、.,:](?!\d)\s*")

# Units behind figures; before more Chinese only those that no label begins with.
UNIT_WORDS = re.compile(rf"(?<=\d)[ ]?(?:{'|'.join(UNITS)})(?![{HAN}])|(?<=\d)[ ]?(?:件|宗|万元|元)(?=[{HAN}])")
# A word alone in its cell that stands for a figure.
SIGN_WORD = re.compile(rf"(?<![^\s|\x1f\x1e])(?:无|{marks.ABSENT}|{marks.OPEN})(?![^\s|\x1f\x1e])")
PAGE_NUMBER = re.compile(
    r"(?<=\n)[ \t]*-[ \t]?\d{1,3}[ \t]?-[ \t]*(?=\n|$)|第 ?\d{1,3} ?页(?:[ ,/]*共 ?\d{1,3} ?页)?"
)
# A page number alone on its line; and what stands before a label, and in a column, on a page that nothing folded.
LONE_PAGE_NUMBER = re.compile(r"[-—–―－]?\s*\d{1,3}\s*[-—–―－]?|第\s*\d{1,3}\s*页.{0,12}")
LABEL_ORDINAL = re.compile(rf"[(（]?[{ORDINALS}0-9]{{1,2}}[)）.．、]")
FIGURE_WORD = re.compile(
    rf"[-+－＋]?[0-9０-９][0-9０-９,.，．?]*(?:{'|'.join(UNITS)})?|[-—–−]{{1,3}}"
    rf"|{'|'.join(map(re.escape, NOT_APPLICABLE))}"
)
FURNITURE_LINE = re.compile(
    rf"{'|'.join(FURNITURE)}|版权所有|备案|网站|浏览次数|字体|上页|下页|主办|承办|来源|页码"
)
# Columns beside those of the form.
OTHER_COLUMNS = re.compile("上一?年(?:度)?(?:处理决定|制发|项目|收费)|同比|增减")
# Characters that make a figure before them one of the prose: 2024年, 3月.
COUNTED = frozenset("年月日号时点届度个季份成多余名")
# A date on a line of its own or where a page says when it was published.
DATE = re.compile(r"(?:^|[\n\s:])(20\d\d)(?:\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|-\d\d-\d\d)(?=\s|$)")
# A line that is nothing but a date.
DATE_LINE = re.compile(r"\s*20\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s*$")

# The words of a title, and what stands before them: organ and year, or year and organ.
REPORT_WORDS = re.compile(r"政府信息(?:和政务|与政务)?公开(?:工作)?(?:情况)?(?:年度)?(?:工作)?(?:报告|年报|总结)")
# A title that names its year only behind the words, and one that writes it in Chinese numerals.
YEAR_BEHIND = re.compile(r"\s*\(?(20\d\d)\s?年?度?\)")
CHINESE_YEAR = re.compile("二[〇零○O0][一二三四五六七八九〇零○]{2}(?=年)")
# Links to other reports beside this one's title.
NEIGHBOUR = re.compile("(?:上一?篇|下一?篇|上一条|下一条|相关链接|推荐)")
# A blank between the characters of a spaced-out title.
SPACED = re.compile(rf"(?<=[{HAN}\d]) (?=[{HAN}\d])")
YEAR_ALONE = re.compile(r"\s*(20\d\d)\s?年?度?\s*")
ORGAN_YEAR = re.compile(r"(?P<organ>.{2,60}?)\s*(?:关于)?\s*(?P<year>20\d\d)\s?年度?\s*$")
YEAR_ORGAN = re.compile(r"(?:^|.*?(?<!\d))(?P<year>20\d\d)\s?年度?\s*(?P<organ>.{2,40}?)\s*$")
PERIOD = re.compile(r"(20\d\d)\s?年\s?1\s?月\s?1\s?日")
REPORT_YEAR = re.compile(r"(20\d\d)\s?年(?:年报|年度报告|度?\s?政府信息公开)")
# A year that is a keyword of its own.
BARE_YEAR = re.compile(r"20\d\d")
YEAR = re.compile(r"(?<!\d)(20[0-3]\d)\s?年|[?](0[0-3]\d)年")
# What follows an organ's name where readers are told whom to ask, and where the preface speaks of its work.
CONTACT = re.compile(rf"[与向]([{HAN}]{{4,45}}?)(?:联系|咨询|反映)")
SUBJECT = re.compile(
    rf"(?:^|[,。\n])([{HAN}]{{4,30}}?)(?=积极|认真|现将|编制|高度|严格|坚持|深入|全面|组织|20\d\d)"
)
UNIT_LINE = re.compile(
    rf"(?:信息来源|来源|发布机构|发文机关|公开主体|编制机关)\s*:\s*([{HAN}()]{{2,40}})(?=[\s\x1f\n]|$)"
)
CONSOLIDATED = re.compile(
    r"(?:汇总|涵盖|覆盖|综合)[^。\n]{0,40}"
    r"(?:各县|各区|各市|各乡|各镇|各街道|各部门|各单位|有关单位|工作部门|所属部门)"
)
