"""The request for reasons (说明理由告知书, L04), article 35: far more requests than is reasonable."""

from __future__ import annotations

from gongkai.law.documents import Document, Element
from gongkai.letters.fields import APPLICANT
from gongkai.letters.letter import Letter, Receiver, Sentence, need
from gongkai.letters.norms import REGULATIONS
from gongkai.letters.values import Field, Kind

_ARTICLE = "条例第三十五条"

REASONS = Letter(
    document=Document.L04,
    to=Receiver.APPLICANT,
    addressee=APPLICANT,
    text="""\
[{称谓}提交的政府信息公开申请（申请编号：{申请编号}）收悉。]\
[自{统计起始日}至{统计截止日}，{称谓}向本机关提出政府信息公开申请{申请件数}件。][{数量频次情况}。]上述申请的数量、频次明显超过合理范围。
{法律依据}，{说明理由期限}[，提交至：{说明理由提交地址}]。{逾期不说明理由的后果}。\
理由合理但无法按期答复的，本机关将确定延迟答复的合理期限并告知{称谓}。""",
    needs=(
        need(Element.BASIS, _ARTICLE, "法律依据"),
        need(Element.QUANTITY, _ARTICLE, ("统计起始日", "统计截止日", "申请件数"), "数量频次情况"),
        need(Element.PERIOD, _ARTICLE, "说明理由期限"),
        need(Element.CONSEQUENCE, _ARTICLE, "逾期不说明理由的后果"),
    ),
    sentences=(
        Sentence(name="法律依据", text=f"根据{REGULATIONS}第三十五条的规定"),
        Sentence(name="说明理由期限", text="请自收到本告知书之日起{说明理由天数}个工作日内书面说明申请的理由"),
        Sentence(name="逾期不说明理由的后果", text="逾期未说明理由或者理由不合理的，本机关不予处理"),
    ),
    fields=(
        Field(name="统计起始日", kind=Kind.DATE, hint="计算申请数量的第一天", example="2026-01-01"),
        Field(name="统计截止日", kind=Kind.DATE, hint="计算申请数量的最后一天", example="2026-02-28"),
        Field(name="申请件数", kind=Kind.COUNT, hint="这段时间内提出的申请件数", example="46"),
        Field(
            name="数量频次情况",
            kind=Kind.LONG_TEXT,
            hint="数量、频次为什么明显超过合理范围",
            example="其中31件的内容相同或者相近",
        ),
        Field(name="说明理由天数", kind=Kind.COUNT, hint="说明理由的期限，以工作日计", example="7", most=60),
        Field(name="说明理由提交地址", hint="说明理由的材料交到哪里", example="砚汀市墨水路1号市水务局办公室"),
    ),
)
