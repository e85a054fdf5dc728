"""What all replies have in common (答复书, L13 to L26): who asked what, when and how it came, and the remedy.

The items of a request are answered one by one, each by its own outcome; the letter has one remedy.
"""

from __future__ import annotations

from gongkai.law.documents import Document, Element
from gongkai.letters.documents.receipt import DAY_OF_RECEIPT, WAY_OF_SUBMISSION
from gongkai.letters.letter import need
from gongkai.letters.values import Field

TITLE = "政府信息公开申请答复书"
# The only reply that is called something else.
CLOSED = Document.L26
PAPER, THING = "本答复书", "答复"
PAPER_OF_NOTICE, THING_OF_NOTICE = "本告知书", "告知"

OPENING = """\
{称谓}于{提交日期}{提交的方式}提交的政府信息公开申请[（申请编号：{申请编号}）]收悉，申请公开：{申请内容}。
{收到申请之日}。[本机关于{补正告知日期}告知{称谓}补正，于{收到补正日期}收到补正的申请。]\
[本机关于{延期告知日期}告知{称谓}延长答复期限。]{引出答复的话}："""
CLOSING = """\
{救济途径}。"""

# What the answers, or the reasons why a request is closed, are led in with.
LEAD, LEAD_TO_ANSWERS, LEAD_TO_NOTICE = "引出答复的话", "现答复如下", "现告知如下"

# An answer may tell of a correction itself.
CORRECTION_TOLD, CORRECTION_RECEIVED = "补正告知日期", "收到补正日期"
BASIS, DECISION, WHOLE_REQUEST = "法律依据", "处理决定", "申请内容"
# What is asked of the whole letter, and of each answer.
NEEDS = (
    need(Element.APPLICATION_NUMBER, "条例第四十五条", "申请编号"),
    need(Element.APPLICANT, "条例第二十九条", "申请人"),
    need(Element.SUBMITTED, "条例第三十一条", ("提交日期", WAY_OF_SUBMISSION.name)),
    need(Element.RECEIVED, "条例第三十一条", DAY_OF_RECEIPT.name),
    need(Element.REQUEST, "条例第二十九条、第三十六条", WHOLE_REQUEST),
)
NEEDS_OF_ITEM = (
    need(Element.BASIS, "条例第三十六条", BASIS),
    need(Element.DECISION, "条例第三十六条", DECISION),
)

HEADING = "{ordinal}、对第{ordinal}项申请内容的答复"
QUOTED, QUOTED_OF_SEVERAL, SEVERAL = "“{request}”", "{number}.“{request}”", "；"
# What an answer calls the information by.
ASKED_FOR, OF_ONE, OF_SEVERAL = "所申请的信息", "{称谓}申请公开的上述信息", "{称谓}申请公开的该项信息"
BASIS_TEXT, BY_ANALOGY = "根据{articles}的规定", "根据{articles}，比照{analogous}的规定"
# Where no article names the case, the officer states the basis.
OWN_BASIS = "根据{处理的依据}的规定"
FIELDS = (
    Field(
        name="处理的依据",
        hint="《条例》没有单列这种情形，由承办人写明依据的条、款、项",
        example="《条例》第×条第×款",
    ),
)
