"""What is said of periods (期间用语): how a last day was reckoned, and what the periods are called."""

from __future__ import annotations

from typing import NamedTuple

FROM_NEXT_DAY = "自{on}的次日起计算，开始的当日不计入"
LAST_OF_DAYS = "第{count}日为{last}"
LAST_OF_WORKING_DAYS = "第{count}个工作日为{last}"
LAST_OF_MONTHS = "满{count}个月的最后一日为{last}"
LAST_OF_YEARS = "满{count}年的最后一日为{last}"
ROLLED = "{last}不上班，顺延至{rolled}"
ROLLED_OVER_WEEKEND = "{last}是周末，虽然调休上班，按本地口径顺延至{rolled}"
UNCERTAIN = "所涉日期的放假安排尚未公布，此日期为暂定"
FIRST_DAY_SOURCE = "民事诉讼法第八十五条第二款"
ROLL_SOURCE = "民事诉讼法第八十五条第三款"
MONTH_SOURCE = "民法典第二百零二条"
AHEAD = "{on}当日和{last}当日均不计入，其间满{count}日，最晚{last}"
NOT_BEFORE = "满{count}日后，最早{last}"


class Words(NamedTuple):
    """What a statutory period is called, the day it begins with, and its source."""

    label: str
    begins: str
    source: str


# Facts of the law on publishing: what, from which day, by which article.
PUBLICATIONS = {
    "proactive": Words("主动公开政府信息", "政府信息形成或者变更之日", "条例第二十六条"),
    "enforcement": Words("公开行政执法决定", "作出行政执法决定之日", "国办发〔2018〕118号"),
    "licence_or_penalty": Words("公开行政许可、行政处罚决定", "作出决定之日", "国办发〔2018〕118号"),
    "government_budget": Words("公开政府预算、决算", "批准之日", "预算法第十四条第一款"),
    "department_budget": Words("公开部门预算、决算", "财政部门批复之日", "预算法第十四条第二款"),
    "penalty_withdrawn": Words(
        "撤回已公开的行政处罚决定并说明理由",
        "行政处罚决定被变更、撤销、确认违法或者确认无效之日",
        "行政处罚法第四十八条、第八十五条",
    ),
    "interpretation": Words("公开政策解读材料", "政策文件公布之日", "地方规定（如辽政办〔2022〕43号）"),
    "decision_consultation": Words(
        "重大行政决策公开征求意见", "公布决策草案之日", "重大行政决策程序暂行条例第十五条"
    ),
    "rules_consultation": Words(
        "与市场主体生产经营活动密切相关的规章、规范性文件征求意见",
        "公布征求意见稿之日",
        "优化营商环境条例第六十二条第二款",
    ),
    "hearing_material": Words("送达听证会材料", "召开听证会之日", "重大行政决策程序暂行条例第十六条第三款"),
    "regulation_in_force": Words("规章施行", "规章公布之日", "规章制定程序条例第三十二条"),
}
RESPONSES = {
    "authoritative_information": Words("发布权威信息", "特别重大、重大突发事件发生", "国办发〔2016〕80号"),
    "press_conference": Words("举行新闻发布会", "特别重大、重大突发事件的政务舆情", "国办发〔2016〕61号"),
    "response": Words("回应其他政务舆情", "监测发现政务舆情", "国办发〔2016〕61号"),
}
REPORT_SOURCE = "条例第四十九条"
