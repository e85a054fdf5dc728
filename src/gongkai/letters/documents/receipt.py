"""The receipt of a request (接收回执, L02): that it came, on which day it counts as received, and the due date."""

from __future__ import annotations

from gongkai.law.documents import Document, Element
from gongkai.letters.fields import APPLICANT
from gongkai.letters.letter import Letter, Receiver, Sentence, need
from gongkai.letters.norms import REGULATIONS, SHORT

# The item of article 31 that a channel falls under; a request made by word of mouth (article 29 ¶1) falls under
# none of them, and is taken as one that was handed in.
_BASES = {
    "当面": ("根据", "一"),
    "邮寄": ("根据", "二"),
    "平常信函": ("根据", "二"),
    "互联网": ("根据", "三"),
    "传真": ("根据", "三"),
    "口头": ("比照", "一"),
}
_WAYS = {
    "当面": "当面",
    "邮寄": "以邮寄方式",
    "平常信函": "以平常信函方式",
    "互联网": "通过互联网",
    "传真": "通过传真",
    "口头": "以口头方式",
}

# Article 31: the day of receipt by the way in which the request came.
DAY_OF_RECEIPT = Sentence(
    name="收到申请之日",
    by="提交方式",
    texts={
        channel: f"{how}{REGULATIONS}（以下简称{SHORT}）第三十一条第{item}项，本机关收到申请之日为{{收到日期}}"
        for channel, (how, item) in _BASES.items()
    },
)
# How a request came, within a sentence.
WAY_OF_SUBMISSION = Sentence(name="提交的方式", by="提交方式", texts=_WAYS)

RECEIPT = Letter(
    document=Document.L02,
    to=Receiver.APPLICANT,
    addressee=APPLICANT,
    text="""\
{称谓}于{提交日期}{提交的方式}提交的政府信息公开申请收悉，申请编号为{申请编号}。[申请公开的内容：{申请内容}。]
{收到申请之日}。{到期日}。
依法需要{称谓}补正，或者需要延长答复期限、征求第三方和其他机关意见、收取信息处理费的，本机关将另行书面告知。\
查询办理情况时，请提供申请编号。""",
    needs=(
        need(Element.APPLICATION_NUMBER, "条例第四十五条", "申请编号"),
        need(Element.SUBMITTED, "条例第三十一条", ("提交日期", WAY_OF_SUBMISSION.name)),
        need(Element.RECEIVED, "条例第三十一条", DAY_OF_RECEIPT.name),
        need(Element.DUE, "条例第三十三条第二款", "到期日"),
    ),
    sentences=(
        DAY_OF_RECEIPT,
        WAY_OF_SUBMISSION,
        Sentence(name="到期日", text="本机关将于{答复期限}前（含当日）答复{称谓}"),
    ),
)
