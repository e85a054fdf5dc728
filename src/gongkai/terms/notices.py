"""Notices that annual reports cite (常引文件): their numbers, and the words that only their titles have.

Sources: the notices themselves; numbers and dates in the order of their issue.
"""

from __future__ import annotations

from typing import NamedTuple

from gongkai.terms import form

ISSUER = "国务院办公厅政府信息与政务公开办公室"


class Notice(NamedTuple):
    """A notice: its number, and words of its title that no other title has."""

    number: str
    title: str


REGULATIONS = Notice("国务院令第711号", "中华人民共和国政府信息公开条例")
FEES = Notice("国办函〔2020〕109号", "政府信息公开信息处理费管理办法")

NOTICES = (
    Notice("国办公开办函〔2015〕207号", "政府信息公开期限有关问题的解释"),
    Notice("国办发〔2016〕80号", "关于全面推进政务公开工作的意见》实施细则"),
    Notice("国办发〔2017〕47号", "政府网站发展指引"),
    Notice("国办发〔2018〕118号", "全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见"),
    Notice("国办发〔2018〕123号", "推进政务新媒体健康有序发展的意见"),
    Notice("国办发〔2018〕37号", "加强行政规范性文件制定和监督管理工作的通知"),
    Notice("国办秘函〔2019〕19号", "政府网站与政务新媒体检查指标"),
    Notice("国办发〔2019〕54号", "全面推进基层政务公开标准化规范化工作的指导意见"),
    Notice(form.NOTICE_2019, "政府信息公开工作年度报告有关事项的通知"),
    Notice("国办公开办函〔2019〕61号", "规范政府信息公开平台有关事项的通知"),
    FEES,
    Notice(form.NOTICE_2021, "政府信息公开工作年度报告格式"),
    Notice("国办函〔2021〕132号", "审理政府信息公开行政复议案件若干问题指导意见"),
)
