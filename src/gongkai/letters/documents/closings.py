"""Answers that end a request without a decision on it (不再处理, L26), and what is withdrawn: 30, 42, 109号 7."""

from __future__ import annotations

from gongkai.law.documents import Element
from gongkai.law.outcomes.outcome import Outcome
from gongkai.letters.letter import Reply, Sentence, need
from gongkai.letters.values import Field, Kind

_ABANDONED = "视为{称谓}放弃申请，本机关不再处理该政府信息公开申请"
_ITEM_ABANDONED = "视为{称谓}放弃该项申请内容，本机关不再处理该项申请内容"

NOT_CORRECTED = Reply(
    outcome=Outcome.NOT_CORRECTED,
    decision=_ABANDONED,
    decision_of_several=_ITEM_ABANDONED,
    text="""\
本机关于{补正告知日期}作出补正告知书（{补正告知书文号}），{称谓}于{补正告知书收到日期}收到。补正期限至{补正期限届满日}届满，\
{没有补正}。{法律依据}，{处理决定}。""",
    needs=(
        need(Element.FACTS, "条例第三十条", ("补正告知书收到日期", "补正期限届满日", "没有补正")),
        need(Element.EARLIER_NOTICE, "条例第三十条", ("补正告知日期", "补正告知书文号")),
    ),
    sentences=(Sentence(name="没有补正", text="{称谓}无正当理由逾期没有补正"),),
    fields=(
        Field(name="补正告知书收到日期", kind=Kind.DATE, hint="申请人收到补正告知书的日期", example="2026-03-06"),
        Field(name="补正期限届满日", kind=Kind.DATE, hint="补正期限的最后一日", example="2026-03-20"),
    ),
)

FEE_UNPAID = Reply(
    outcome=Outcome.FEE_UNPAID,
    decision=_ABANDONED,
    decision_of_several=_ITEM_ABANDONED,
    text="""\
本机关于{收费通知日期}作出信息处理费收费通知书（{收费通知书文号}），{称谓}于{收费通知书收到日期}收到。缴费期限至{缴费期限届满日}届满，\
{没有缴费}。{法律依据}，{处理决定}。""",
    needs=(
        need(
            Element.FACTS,
            "国办函〔2020〕109号第七条",
            ("收费通知书收到日期", "缴费期限届满日", "没有缴费"),
        ),
        need(Element.EARLIER_NOTICE, "国办函〔2020〕109号第七条", ("收费通知日期", "收费通知书文号")),
    ),
    sentences=(Sentence(name="没有缴费", text="{称谓}逾期没有缴纳信息处理费"),),
    fields=(
        Field(name="收费通知日期", kind=Kind.DATE, hint="作出收费通知书的日期", example="2026-03-10"),
        Field(name="收费通知书文号", hint="收费通知书的文号", example="砚水公开费〔2026〕1号"),
        Field(name="收费通知书收到日期", kind=Kind.DATE, hint="申请人收到通知书的日期", example="2026-03-12"),
        Field(name="缴费期限届满日", kind=Kind.DATE, hint="缴费期限的最后一日", example="2026-04-10"),
    ),
)

# Of an item that the applicant withdrew while others are answered; a whole request is confirmed by form L32.
WITHDRAWN = Reply(
    outcome=Outcome.WITHDRAWN,
    decision="本机关不再办理该项申请",
    text="{称谓}已经撤回该项申请（{撤回的日期和方式}），表示：“{撤回的意思表示}”。{处理决定}。",
    needs=(need(Element.WITHDRAWAL, "条例第四十五条", ("撤回的日期和方式", "撤回的意思表示")),),
)
