"""The notice of what to correct (补正告知书, L03), article 30: all at once, within seven working days."""

from __future__ import annotations

from gongkai.law.documents import Document, Element
from gongkai.letters.documents.receipt import WAY_OF_SUBMISSION
from gongkai.letters.fields import APPLICANT
from gongkai.letters.letter import Letter, Receiver, Sentence, need
from gongkai.letters.norms import REGULATIONS
from gongkai.letters.values import Field, Kind

_ARTICLE = "条例第三十条"
_RESTART = "重新起算"
RESTARTED = Sentence(name=_RESTART, text="答复期限自本机关收到补正的申请之日起计算")
# A notice that is late may leave the period as it was (convention `late_correction_notice`).
NOT_RESTARTED = Sentence(name=_RESTART, text="答复期限仍自收到申请之日起计算")

CORRECTION = Letter(
    document=Document.L03,
    to=Receiver.APPLICANT,
    addressee=APPLICANT,
    text="""\
{称谓}[于{提交日期}][{提交的方式}]提交的政府信息公开申请[（申请编号：{申请编号}）]收悉[，本机关收到申请之日为{收到日期}]。
经审查，该申请需要补正。需要补正的事项：
{补正事项}
补正的方法：{补正方法}。
{法律依据}，{补正期限}[，提交至：{补正提交地址}]。{重新起算}。
{逾期不补正的后果}。如有疑问，可以咨询本机关，本机关将给予指导和释明。""",
    needs=(
        need(Element.BASIS, "条例第二十九条第二款、第三十条", "法律依据"),
        need(Element.UNCLEAR, _ARTICLE, "补正事项"),
        need(Element.HOW_TO_CORRECT, _ARTICLE, "补正方法"),
        need(Element.PERIOD, _ARTICLE, "补正期限"),
        need(Element.CONSEQUENCE, _ARTICLE, "逾期不补正的后果"),
        need(Element.RESTART, _ARTICLE, _RESTART),
    ),
    sentences=(
        WAY_OF_SUBMISSION,
        # Identity, contact and form are asked of a request by article 29.
        Sentence(name="法律依据", text=f"根据{REGULATIONS}第二十九条第二款、第三十条的规定"),
        Sentence(name="补正期限", text="请自收到本告知书之日起{补正天数}个工作日内提交补正材料"),
        RESTARTED,
        Sentence(
            name="逾期不补正的后果",
            text="无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请",
        ),
    ),
    fields=(
        Field(
            name="补正事项",
            kind=Kind.LIST,
            hint="申请中不明确、缺少的内容，每项一行，一次写全",
            example="所需信息的名称、文号或者其他特征性描述不明确，无法据此查找",
        ),
        Field(
            name="补正方法",
            kind=Kind.LONG_TEXT,
            hint="指导申请人怎样补正",
            example="请写明所需文件的名称或者文号，或者写明涉及的工程、地点和形成的大致时间",
        ),
        Field(
            name="补正天数",
            kind=Kind.COUNT,
            hint="合理的补正期限，以工作日计",
            example="10",
            most=60,
        ),
        Field(name="补正提交地址", hint="补正材料交到哪里", example="砚汀市墨水路1号市水务局办公室，邮编000000"),
    ),
)
