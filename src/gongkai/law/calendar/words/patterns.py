"""How the text of a notice of holidays is written (放假通知的写法), as patterns.

They are for text whose full-width signs became half-width ones and whose white space was taken out.
"""

from __future__ import annotations

import re

from gongkai.law.calendar.words.days import WEEKDAYS

_NUMERAL = "[一二三四五六七八九十]"
_NAME = "(?:元旦|春节|清明节?|(?:国际)?劳动节|端午节?|中秋节?|国庆节)"
TITLE_YEAR = re.compile(r"(?:关于|现将)(?:调整|延长)?(\d{4})年(?=部分|元旦|春节|清明|劳动|端午|中秋|国庆)")
CORRECTED = re.compile(rf"关于(?:调整|延长)\d{{4}}年({_NAME})(?:假期|放假)")
NUMBER = re.compile(r"(国办发明电|国办发|国发明电|国发)[〔\[(【](\d{4})[〕\])】](\d{1,4})号")
NUMBER_FORM = "{}〔{}〕{}号"
WHOLE_NUMBER = re.compile(r"\w{2,20}〔(\d{4})〕\d{1,4}号")
SIGNATURE = re.compile(r"国务院(?:办公厅)?(\d{4})年(\d{1,2})月(\d{1,2})日")
SIGNATURE_IN_NUMERALS = re.compile(
    rf"国务院(?:办公厅)?([〇○零一二三四五六七八九]{{4}})年({_NUMERAL}{{1,2}})月({_NUMERAL}{{1,3}})日"
)
HEADING = re.compile(
    rf"(?:{_NUMERAL}{{1,2}}、|\({_NUMERAL}{{1,2}}\))(?P<numbered>[^:,。;()\d]{{2,40}}):"
    rf"|(?P<bare>{_NAME}(?:[、和]{_NAME})*):"
)
ENUMERATOR = re.compile(rf"^(?:{_NUMERAL}{{1,2}}、|\({_NUMERAL}{{1,2}}\))")
_DATE = r"(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:\([^()]*\))?"
DATE = re.compile(r"(?:(?P<year>\d{4})年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日(?:\((?P<remark>[^()]*)\))?")
OFF = re.compile(rf"{_DATE}(?:(?:至|到|-|—+|–|~){_DATE})?(?:调休放假|放假(?:调休|公休)?)(?:(?P<days>\d+)天)?")
TOTAL = re.compile(r"共(?:计)?(?P<days>\d+)天")
WITH_WEEKEND = re.compile(r"与周末连休")
MADE_UP = re.compile(rf"{_DATE}(?:、{_DATE})*(?:补休|补假)")
ON_DUTY = re.compile(rf"{_DATE}(?:[、和]{_DATE})*(?:正常|照常)?上班")
NOTHING_NEW = re.compile(r"不调休|不补休")
TELLS_SOMETHING = re.compile(r"\d日|放假|上班|补休|补假|调休|连休|\d天|[一二三四五六七八九十]天")
AS_FOLLOWS = "通知如下"
ENCOURAGED = "鼓励"
WEEKDAY = re.compile(r"(?:周|星期)([一二三四五六日天])")
WEEKDAY_NUMBERS = {sign: number for number, sign in enumerate(WEEKDAYS)} | {"天": 6}
NUMERAL_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
# As a sentence shows what the half-width text says.
FULL_WIDTH = str.maketrans("(),:", "（），：")
