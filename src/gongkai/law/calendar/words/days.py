"""What days are called (日期和节日的名称), and sentences about them.

Sources: 全国年节及纪念日放假办法 article 2; the yearly 国务院办公厅关于某年部分节假日安排的通知.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from gongkai.terms import codes

DAY_KINDS = {
    "working": "工作日",
    "weekend": "周休息日",
    "holiday": "放假",
    "make_up": "调休上班",
    "local": "地方节日放假",
}
# The package `chinesecalendar` names them in English.
HOLIDAYS = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
    "Anti-Fascist 70th Day": "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日",
}
NEW_YEAR, EVE, SPRING_FESTIVAL, LABOUR_DAY = "元旦", "农历除夕", "春节", "劳动节"
# 放假办法 article 2, each by the characters that every way of writing it has.
STATUTORY = {
    "元旦": "元旦",
    "春节": "春节",
    "清明": "清明节",
    "劳动": "劳动节",
    "端午": "端午节",
    "中秋": "中秋节",
    "国庆": "国庆节",
}
COMMA = "、"
WEEKEND_SOURCE = "国务院关于职工工作时间的规定第七条"
STATUTE_SOURCE = "全国年节及纪念日放假办法第二条"

# The notice of each year, as the texts that were published of it have it; those of 2004 and 2005 were not found.
NOTICES = {
    2006: "国办发明电〔2005〕35号",
    2007: "国办发明电〔2006〕49号",
    2008: "国办发明电〔2007〕52号",
    2009: "国办发明电〔2008〕42号",
    2010: "国办发明电〔2009〕27号",
    2011: "国办发明电〔2010〕40号",
    2012: "国办发明电〔2011〕45号",
    2013: "国办发明电〔2012〕33号",
    2014: "国办发明电〔2013〕28号",
    2015: "国办发明电〔2014〕28号",
    2016: "国办发明电〔2015〕18号",
    2017: "国办发明电〔2016〕17号",
    2018: "国办发明电〔2017〕12号",
    2019: "国办发明电〔2018〕15号",
    2020: "国办发明电〔2019〕16号",
    2021: "国办发明电〔2020〕27号",
    2022: "国办发明电〔2021〕11号",
    2023: "国办发明电〔2022〕16号",
    2024: "国办发明电〔2023〕7号",
    2025: "国办发明电〔2024〕12号",
    2026: "国办发明电〔2025〕7号",
}
VICTORY = HOLIDAYS["Anti-Fascist 70th Day"]
# Notices for one occasion.
VICTORY_NOTICE = "国发明电〔2015〕1号"
LABOUR_DAY_NOTICE = "国办发明电〔2019〕3号"
EXTENSION_NOTICE = "国办发明电〔2020〕1号"

NO_CALENDAR = "没有{year}年的工作日历，只能计算{first}年至{last}年的工作日"

# About a day.
WEEKDAYS = "一二三四五六日"
DAY = "{day}：{kind}"
DAY_NAME = "（{name}）"
DAY_SOURCE = "，依据{source}"
DAY_PROVISIONAL = "；暂定，有关放假安排公布后可能变动"


def day_told(day: dt.date) -> str:
    """Return a day as sentences name it, with its weekday."""
    return f"{codes.PRINTED_DATE.format(year=day.year, month=day.month, day=day.day)}（周{weekday_told(day)}）"


def weekday_told(day: dt.date) -> str:
    """Return the sign of a day's weekday."""
    return WEEKDAYS[day.weekday()]


def days_told(days: Iterable[dt.date]) -> str:
    """Return days as a list of a sentence."""
    return COMMA.join(map(day_told, days))
