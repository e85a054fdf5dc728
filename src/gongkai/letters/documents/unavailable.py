"""Answers that information cannot be provided (无法提供的答复): 36(4), 36(5), 36(7), 38, 30, 档案法 15."""

from __future__ import annotations

from gongkai.law.documents import Element
from gongkai.law.outcomes.outcome import Outcome
from gongkai.letters.letter import Reply, Sentence, need
from gongkai.letters.values import Field, Kind

_OTHER_ORGAN = (
    Field(
        name="负责公开的机关",
        hint="能够确定的，写负责公开该信息的行政机关（档案馆）的全称",
        example="砚汀市交通运输局",
    ),
    Field(name="负责公开机关的联系方式", hint="该机关的电话、地址", example="0000-7654321，砚汀市墨水路3号"),
)

NOT_EXISTING = Reply(
    outcome=Outcome.NOT_EXISTING,
    decision="现告知{称谓}该政府信息不存在",
    text="""\
本机关于{检索的时间}检索了{检索的范围}。检索的方法：{检索的方法}。{检索的结果}。\
[不存在的原因：{不存在的原因}。]{法律依据}，{处理决定}。""",
    needs=(
        need(Element.FACTS, "条例第三十六条第四项", "检索的结果"),
        need(Element.SEARCH, "条例第三十六条第四项", ("检索的范围", "检索的方法", "检索的时间")),
    ),
    sentences=(Sentence(name="检索的结果", text="经检索，未发现{所申请的信息}"),),
    fields=(
        Field(
            name="检索的范围",
            hint="检索了哪些系统、档案、科室，接在“检索了”后面",
            example="公文管理系统、数字档案室和工程科纸质档案（2019年至2025年）",
        ),
        Field(
            name="检索的方法",
            hint="关键词、检索方式",
            example="以“砚汀大桥”“防洪”“评价”为关键词检索全文，逐卷翻阅纸质档案",
        ),
        Field(name="检索的时间", hint="何时检索，接在“本机关于”后面", example="2026年3月9日至3月11日"),
        Field(
            name="不存在的原因",
            kind=Kind.LONG_TEXT,
            hint="知道的，写明没有制作、没有保存的原因",
            example="该工程不需要办理防洪影响评价审批，本机关没有制作或者获取该信息",
        ),
    ),
)

NOT_RESPONSIBLE = Reply(
    outcome=Outcome.NOT_RESPONSIBLE,
    decision="本机关无法提供",
    text="""\
经审查，{不属于本机关}。理由：{不属于本机关的理由}。{法律依据}，{处理决定}。\
[{称谓}可以向{负责公开的机关}（联系方式：{负责公开机关的联系方式}）提出申请。][{无法确定负责机关的说明}。]""",
    needs=(
        need(Element.FACTS, "条例第三十六条第五项", "不属于本机关"),
        need(Element.REASON, "条例第三十六条第五项", "不属于本机关的理由"),
        need(
            Element.OTHER_ORGAN,
            "条例第三十六条第五项",
            ("负责公开的机关", "负责公开机关的联系方式"),
            "无法确定负责机关的说明",
        ),
    ),
    sentences=(Sentence(name="不属于本机关", text="{所申请的信息}不属于本机关负责公开"),),
    fields=(
        Field(
            name="不属于本机关的理由",
            kind=Kind.LONG_TEXT,
            hint="该信息由谁制作、保存，本机关的职责是什么",
            example="该信息由市交通运输局在工程验收中制作，不是本机关制作或者最初获取的信息",
        ),
        *_OTHER_ORGAN,
        Field(
            name="无法确定负责机关的说明",
            hint="不能确定由哪个机关负责公开的，写明查询的情况",
            example="本机关经查询，不能确定负责公开该信息的行政机关",
        ),
    ),
)

ARCHIVED = Reply(
    outcome=Outcome.ARCHIVED,
    decision="该信息按照档案利用规定办理，本机关无法提供",
    text="""\
经审查，{已经移交}。移交的情况：{移交的情况}。{法律依据}，{处理决定}。\
{称谓}可以向{负责公开的机关}（联系方式：{负责公开机关的联系方式}）申请利用。""",
    needs=(
        need(Element.FACTS, "档案法第十五条第二款", "已经移交"),
        need(Element.REASON, "档案法第十五条第二款", "移交的情况"),
        need(Element.LAW, "档案法第十五条第二款", "法律依据"),
        need(Element.OTHER_ORGAN, "档案法第十五条第二款", ("负责公开的机关", "负责公开机关的联系方式")),
    ),
    sentences=(Sentence(name="已经移交", text="{所申请的信息}已经移交国家档案馆，并且移交期限已经届满"),),
    fields=(
        Field(
            name="移交的情况",
            kind=Kind.LONG_TEXT,
            hint="何时移交哪个档案馆，移交期限何时届满",
            example="该文件于2008年12月10日随本机关1988年度档案移交砚汀市档案馆，移交期限已经届满",
        ),
        *_OTHER_ORGAN,
    ),
    examples={"负责公开的机关": "砚汀市档案馆", "负责公开机关的联系方式": "0000-6543210，砚汀市墨水路9号"},
)

NEEDS_PROCESSING = Reply(
    outcome=Outcome.NEEDS_PROCESSING,
    decision="本机关不予提供",
    text="""\
经审查，{需要加工}。现有信息的情况：{现有信息的情况}。{法律依据}，{处理决定}。理由：{不予提供的理由}。""",
    needs=(
        need(Element.FACTS, "条例第三十八条", ("需要加工", "现有信息的情况")),
        need(Element.REASON, "条例第三十八条", "不予提供的理由"),
    ),
    sentences=(
        Sentence(
            name="需要加工", text="本机关没有现成的此项信息，提供{所申请的信息}需要对现有政府信息进行加工、分析"
        ),
    ),
    fields=(
        Field(
            name="现有信息的情况",
            kind=Kind.LONG_TEXT,
            hint="现有哪些信息，以什么形式保存",
            example="本机关保存有2015年以来的单项工程档案，没有按河段汇总的统计",
        ),
        Field(
            name="不予提供的理由",
            kind=Kind.LONG_TEXT,
            hint="需要怎样加工、分析",
            example="提供该信息需要逐卷查阅档案并重新统计，超出提供现有信息的范围",
        ),
    ),
    examples={"申请内容": "2015年以来各河段防洪工程的投资统计"},
)

STILL_UNCLEAR = Reply(
    outcome=Outcome.STILL_UNCLEAR,
    decision="本机关无法提供",
    text="""\
本机关于{补正告知日期}作出补正告知书（{补正告知书文号}），{收到补正的情况}。经审查，{仍不明确}。\
{法律依据}，{处理决定}。理由：{仍不明确的理由}。""",
    needs=(
        need(Element.FACTS, "条例第三十条", "仍不明确"),
        need(Element.REASON, "条例第三十条", "仍不明确的理由"),
        need(Element.EARLIER_NOTICE, "条例第三十条", ("补正告知日期", "补正告知书文号")),
    ),
    sentences=(
        Sentence(name="收到补正的情况", text="于{收到补正日期}收到{称谓}补正的申请"),
        Sentence(name="仍不明确", text="补正后的申请内容仍不明确，本机关不能确定{称谓}申请公开的政府信息"),
    ),
    fields=(
        Field(
            name="仍不明确的理由",
            kind=Kind.LONG_TEXT,
            hint="补正了什么，还有什么不明确，为什么无法查找",
            example="补正后仍为“与水有关的全部文件”，没有名称、文号或者便于查询的其他特征",
        ),
    ),
    examples={"申请内容": "与水有关的全部文件"},
)

SPECIAL_ENQUIRY = Reply(
    outcome=Outcome.SPECIAL_ENQUIRY,
    decision="请{称谓}依照上述规定办理",
    text="""\
经审查，{所申请的信息}属于{查询信息的类别}，{查询的规定}对该信息的获取有特别规定。{法律依据}，{处理决定}。\
办理查询的机构：{办理查询的机构}。""",
    needs=(
        need(Element.FACTS, "条例第三十六条第七项", "查询信息的类别"),
        need(Element.LAW, "条例第三十六条第七项", "查询的规定"),
        need(Element.OFFICE, "条例第三十六条第七项", "办理查询的机构"),
    ),
    fields=(
        Field(name="查询信息的类别", hint="工商登记资料、不动产登记资料等", example="不动产登记资料"),
        Field(
            name="查询的规定",
            hint="对获取另有规定的法律、行政法规的名称和条款",
            example="《不动产登记暂行条例》第二十七条",
        ),
        Field(
            name="办理查询的机构",
            hint="机构的名称、地址、电话",
            example="砚汀市不动产登记中心（墨水路5号，电话0000-2345678）",
        ),
    ),
    examples={"申请内容": "砚汀市墨水路12号的不动产登记资料"},
)
