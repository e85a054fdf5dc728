"""Asking others before disclosure (征求意见, L06, L08 to L10), articles 32 to 34, and telling of it.

A silent third party leaves the decision to the organ (article 32); a silent co-producer consents (article 34).
Letters to others do not name the applicant, unless the office's convention says so.
"""

from __future__ import annotations

from gongkai.law.documents import Document, Element
from gongkai.letters.documents.receipt import WAY_OF_SUBMISSION
from gongkai.letters.fields import ADDRESS_OF_THIRD_PARTY, APPLICANT
from gongkai.letters.letter import Letter, Receiver, Sentence, need
from gongkai.letters.norms import REGULATIONS, SHORT
from gongkai.letters.values import Field, Kind

_ARTICLE = "条例第三十二条"
_PERIOD = "请自收到本征求意见书之日起15个工作日内提出意见"
_BASIS = "法律依据"

_THIRD_PARTY = (
    Field(name="第三方", hint="第三方的姓名或者名称", example="鹭萤工程咨询有限公司"),
    Field(
        name=ADDRESS_OF_THIRD_PARTY,
        kind=Kind.CHOICE,
        hint="文中怎样称呼第三方",
        example="你单位",
        choices={"你（单位）": (), "你": (), "您": (), "你单位": (), "贵单位": (), "你公司": (), "贵公司": ()},
        usual="你（单位）",
    ),
)

THIRD_PARTY = Letter(
    document=Document.L06,
    to=Receiver.THIRD_PARTY,
    addressee="第三方",
    text="""\
本机关收到政府信息公开申请[（编号：{申请编号}）]，申请公开{所涉信息}。[申请人：{申请人}。]
该信息可能涉及{第三方称谓}的{涉及的权益}，公开可能损害{第三方称谓}的合法权益。{法律依据}，现书面征求{第三方称谓}的意见。{提出意见的期限}。
{答复意见的方式}。不同意公开或者只同意部分公开的，请说明理由。
{逾期的处理}。{第三方称谓}不同意公开且有合理理由的，本机关不予公开；本机关认为不公开可能对公共利益造成重大影响的，\
可以决定予以公开，并将决定公开的内容和理由书面告知{第三方称谓}。""",
    needs=(
        need(Element.BASIS, _ARTICLE, _BASIS),
        need(Element.INFORMATION, _ARTICLE, "所涉信息"),
        need(Element.PERIOD, _ARTICLE, "提出意见的期限"),
        need(Element.SILENCE, _ARTICLE, "逾期的处理"),
        need(Element.REPLY_FORM, _ARTICLE, "答复意见的方式"),
    ),
    sentences=(
        Sentence(
            name=_BASIS,
            text=f"根据{REGULATIONS}（以下简称{SHORT}）第十五条、第三十二条的规定",
        ),
        Sentence(name="提出意见的期限", text=_PERIOD),
        Sentence(name="逾期的处理", text=f"逾期未提出意见的，由本机关依照{SHORT}的规定决定是否公开"),
        Sentence(name="答复意见的方式", text="请书面提出是否同意公开的意见，{意见提交方式}"),
    ),
    fields=(
        *_THIRD_PARTY,
        Field(
            name="意见提交方式",
            kind=Kind.LONG_TEXT,
            hint="意见写在哪里、怎样交回",
            example="填写所附回函，签名或者盖章后寄至砚汀市墨水路1号市水务局办公室",
        ),
    ),
)

NOT_COUNTED = Letter(
    document=Document.L08,
    to=Receiver.APPLICANT,
    addressee=APPLICANT,
    text="""\
{称谓}[于{提交日期}][{提交的方式}]提交的政府信息公开申请[（申请编号：{申请编号}）]收悉。
{称谓}申请公开的{所涉信息}涉及{征求意见的对象}，本机关[已于{征求意见日期}]依法书面征求{征求意见的对象}的意见。
{法律依据}，{征求意见时间不计算}。本机关将在扣除该时间后的答复期限内答复{称谓}。""",
    needs=(
        need(Element.BASIS, "条例第三十三条第三款", _BASIS),
        need(Element.INFORMATION, "条例第三十三条第三款", "所涉信息"),
        need(Element.NOT_COUNTED, "条例第三十三条第三款", "征求意见时间不计算"),
    ),
    sentences=(
        WAY_OF_SUBMISSION,
        Sentence(name=_BASIS, text=f"根据{REGULATIONS}第三十三条第三款的规定"),
        Sentence(name="征求意见时间不计算", text="征求意见所需时间不计算在答复期限内"),
    ),
    fields=(
        Field(
            name="征求意见的对象",
            kind=Kind.CHOICE,
            hint="向谁征求意见；不必写出名称",
            example="第三方",
            choices={"第三方": (), "其他机关": ("共同制作机关",), "第三方和其他机关": ()},
            usual="第三方",
        ),
    ),
)

OVERRIDE = Letter(
    document=Document.L09,
    to=Receiver.THIRD_PARTY,
    addressee="第三方",
    text="""\
本机关[于{征求意见日期}]就公开{所涉信息}征求了{第三方称谓}的意见[，{第三方称谓}不同意公开，认为{第三方的意见}]。[申请人：{申请人}。]
经审查，本机关认为不公开上述信息可能对公共利益造成重大影响。{法律依据}，{公开的决定}。
决定公开的内容：{决定公开的内容}。
公开的理由：{决定公开的理由}。
[本机关将于{拟公开日期}向申请人公开上述内容。]
{救济途径}。""",
    needs=(
        need(Element.BASIS, _ARTICLE, _BASIS),
        need(Element.INFORMATION, _ARTICLE, "决定公开的内容"),
        need(Element.DECISION, _ARTICLE, "公开的决定"),
        need(Element.REASON, _ARTICLE, "决定公开的理由"),
        need(Element.REMEDY, "行政复议法第二十条第三款", "救济途径"),
    ),
    sentences=(
        Sentence(name=_BASIS, text=f"根据{REGULATIONS}第十五条、第三十二条的规定"),
        Sentence(name="公开的决定", text="本机关决定予以公开"),
    ),
    fields=(
        Field(
            name="决定公开的内容",
            kind=Kind.LONG_TEXT,
            hint="决定公开的政府信息内容",
            example="《砚汀大桥防洪影响评价报告》第三章、第五章",
        ),
        Field(
            name="决定公开的理由",
            kind=Kind.LONG_TEXT,
            hint="不公开为什么会对公共利益造成重大影响",
            example="该部分内容涉及沿河居民的防洪安全",
        ),
        Field(name="拟公开日期", kind=Kind.DATE, hint="将在哪一天公开", example="2026-04-10"),
    ),
)

CO_PRODUCER = Letter(
    document=Document.L10,
    to=Receiver.ORGAN,
    addressee="共同制作机关",
    text="""\
本机关收到政府信息公开申请[（编号：{申请编号}）]，申请公开{所涉信息}。该信息由本机关牵头、与贵单位共同制作。
{法律依据}，现征求贵单位的意见。{提出意见的期限}，{逾期的处理}。
请书面提出是否同意公开的意见[，{意见提交方式}]；不同意或者只同意部分公开的，请说明理由和依据。""",
    needs=(
        need(Element.BASIS, "条例第三十四条", _BASIS),
        need(Element.INFORMATION, "条例第三十四条", "所涉信息"),
        need(Element.PERIOD, "条例第三十四条", "提出意见的期限"),
        need(Element.SILENCE, "条例第三十四条", "逾期的处理"),
    ),
    sentences=(
        Sentence(name=_BASIS, text=f"根据{REGULATIONS}第三十四条的规定"),
        Sentence(name="提出意见的期限", text=_PERIOD),
        Sentence(name="逾期的处理", text="逾期未提出意见的，视为同意公开"),
    ),
    fields=(Field(name="共同制作机关", hint="被征求意见的机关", example="砚汀市交通运输局"),),
)
