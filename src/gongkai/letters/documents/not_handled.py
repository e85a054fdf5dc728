"""Answers that a request is not handled (不予处理的答复): 35, 36(6), 39, no government information, an enquiry."""

from __future__ import annotations

from gongkai.law.documents import Element
from gongkai.law.outcomes.outcome import Outcome
from gongkai.letters.letter import Reply, Sentence, need
from gongkai.letters.values import Field, Kind

_CHANNEL = Field(
    name="提出的途径",
    kind=Kind.LONG_TEXT,
    hint="可以通过什么途径提出：机构、地址、电话、网址",
    example="砚汀市信访局（墨水路8号，电话0000-3456789）",
)
_FACTS = Field(
    name="申请的实际内容",
    kind=Kind.LONG_TEXT,
    hint="申请实际要求什么，照申请的原文摘写",
    example="请查处某工地夜间施工，并告知处理结果",
    quoted=True,
)

PETITION = Reply(
    outcome=Outcome.PETITION,
    decision="本机关不作为政府信息公开申请处理",
    text="""\
经审查，{称谓}提出的内容是“{申请的实际内容}”。该内容属于以政府信息公开申请的形式进行{诉求的类别}活动。{法律依据}，{处理决定}。\
{称谓}可以通过以下途径提出：{提出的途径}。""",
    needs=(
        need(Element.FACTS, "条例第三十九条第一款", ("申请的实际内容", "诉求的类别")),
        need(Element.CHANNEL, "条例第三十九条第一款", "提出的途径"),
    ),
    fields=(
        _FACTS,
        Field(
            name="诉求的类别",
            kind=Kind.CHOICE,
            hint="属于哪一类活动",
            example="举报",
            choices={"信访": (), "投诉": (), "举报": (), "信访、投诉、举报": ()},
        ),
        _CHANNEL,
    ),
    examples={"申请内容": _FACTS.example},
)

ENQUIRY = Reply(
    outcome=Outcome.ENQUIRY,
    decision="本机关不作为政府信息公开申请处理",
    text="""\
经审查，{称谓}提出的内容是“{申请的实际内容}”。该内容属于咨询，不是申请公开行政机关制作或者获取的、以一定形式记录、保存的信息。\
{法律依据}，{处理决定}。{称谓}可以通过以下途径咨询：{提出的途径}。""",
    needs=(
        need(Element.FACTS, "条例第二条", "申请的实际内容"),
        need(Element.CHANNEL, "条例第三十九条第一款", "提出的途径"),
    ),
    fields=(_FACTS, _CHANNEL),
    examples={
        "申请内容": "请告知办理取水许可需要哪些材料",
        _FACTS.name: "请告知办理取水许可需要哪些材料",
        _CHANNEL.name: "砚汀市政务服务中心水务窗口（墨水路6号，电话0000-4567890）",
    },
)

NOT_GOVERNMENT_INFORMATION = Reply(
    outcome=Outcome.NOT_GOVERNMENT_INFORMATION,
    decision="本机关不予提供",
    text="经审查，{不属于政府信息}。理由：{不属于政府信息的理由}。{法律依据}，{处理决定}。",
    needs=(
        need(Element.FACTS, "条例第二条", "不属于政府信息"),
        need(Element.REASON, "条例第二条", "不属于政府信息的理由"),
    ),
    sentences=(
        Sentence(
            name="不属于政府信息",
            text="{所申请的信息}不属于《条例》第二条规定的政府信息",
        ),
    ),
    fields=(
        Field(
            name="不属于政府信息的理由",
            kind=Kind.LONG_TEXT,
            hint="该信息是什么，为什么不是政府信息",
            example="该信息是本机关工会的会费收支记录，不是在履行行政管理职能过程中制作或者获取的",
        ),
    ),
    examples={"申请内容": "你局工会2025年会费收支记录"},
)

CONFIRMATION = Reply(
    outcome=Outcome.CONFIRMATION,
    decision="本机关不予处理",
    text="""\
经审查，{要求确认}。获取的情况：{已经获取的情况}。{法律依据}，{处理决定}。理由：{不予处理的理由}。""",
    needs=(
        need(Element.FACTS, "国办公开办函〔2021〕30号", ("要求确认", "已经获取的情况")),
        need(Element.REASON, "国办公开办函〔2021〕30号", "不予处理的理由"),
    ),
    sentences=(Sentence(name="要求确认", text="{称谓}已经获取该信息，要求本机关确认或者重新出具"),),
    fields=(
        Field(
            name="已经获取的情况",
            kind=Kind.LONG_TEXT,
            hint="申请人何时、怎样获取该信息",
            example="本机关于2025年10月13日向你提供了该报告的复印件",
        ),
        Field(
            name="不予处理的理由",
            kind=Kind.LONG_TEXT,
            hint="为什么不予处理",
            example="你没有申请公开新的政府信息",
        ),
    ),
)

REPEATED = Reply(
    outcome=Outcome.REPEATED,
    decision="本机关不予重复处理",
    text="""\
经查，{称谓}曾申请公开相同的政府信息，{前次答复}。{法律依据}，{处理决定}。""",
    needs=(
        need(Element.FACTS, "条例第三十六条第六项", "前次答复"),
        need(Element.EARLIER_REPLY, "条例第三十六条第六项", ("前次答复日期", "前次答复文号")),
    ),
    sentences=(Sentence(name="前次答复", text="本机关已经于{前次答复日期}以{前次答复文号}答复{称谓}"),),
    fields=(
        Field(name="前次答复日期", kind=Kind.DATE, hint="前次答复的日期", example="2025-10-13"),
        Field(name="前次答复文号", hint="前次答复的文号", example="砚水公开复〔2025〕41号"),
    ),
)

PUBLICATION = Reply(
    outcome=Outcome.PUBLICATION,
    decision="现将获取的途径告知{称谓}",
    text="经审查，{所申请的信息}属于公开出版物（{出版物}）。{法律依据}，{处理决定}：{获取的途径}。",
    needs=(
        need(Element.FACTS, "条例第三十九条第二款", "出版物"),
        need(Element.WAY, "条例第三十九条第二款", "获取的途径"),
    ),
    fields=(
        Field(name="出版物", hint="公报、报刊、书籍的名称", example="《砚汀年鉴（2024）》"),
        Field(
            name="获取的途径",
            kind=Kind.LONG_TEXT,
            hint="哪里可以查阅、购买",
            example="可以在砚汀市图书馆地方文献室查阅，或者向出版单位购买",
        ),
    ),
    examples={"申请内容": "《砚汀年鉴（2024）》"},
)

EXCESSIVE = Reply(
    outcome=Outcome.EXCESSIVE,
    decision="本机关不予处理",
    text="""\
{申请的数量、频次}，明显超过合理范围。本机关于{说明理由告知日期}要求{称谓}说明理由，{说明理由的情况}。\
经审查，{理由不合理}。{法律依据}，{处理决定}。理由：{认定不合理的理由}。""",
    needs=(
        need(Element.FACTS, "条例第三十五条", ("申请的数量、频次", "说明理由告知日期", "说明理由的情况")),
        need(Element.REASON, "条例第三十五条", ("理由不合理", "认定不合理的理由")),
    ),
    sentences=(
        Sentence(
            name="理由不合理",
            by="对理由的认定",
            texts={
                "申请的理由不合理": "申请的理由不合理",
                "逾期未说明理由": "{称谓}逾期未说明理由，本机关认定{称谓}没有合理理由",
            },
        ),
    ),
    fields=(
        Field(
            name="申请的数量、频次",
            kind=Kind.LONG_TEXT,
            hint="多长时间内提出多少件申请",
            example="2026年1月1日至2月28日，你向本机关提出政府信息公开申请46件",
        ),
        Field(name="说明理由告知日期", kind=Kind.DATE, hint="要求说明理由的日期", example="2026-03-04"),
        Field(
            name="说明理由的情况",
            kind=Kind.LONG_TEXT,
            hint="申请人何时说明、说明了什么；没有说明的，写明期限何时届满",
            example="你于2026年3月10日书面说明理由",
        ),
        Field(
            name="对理由的认定",
            kind=Kind.CHOICE,
            hint="《条例》第三十五条只规定“理由不合理的”不予处理；“逾期未说明理由”的，法条没有规定，由本机关认定",
            example="申请的理由不合理",
            choices={"申请的理由不合理": (), "逾期未说明理由": ()},
        ),
        Field(
            name="认定不合理的理由",
            kind=Kind.LONG_TEXT,
            hint="为什么认为理由不合理，或者没有合理理由",
            example="所述理由与申请的内容没有关联，且其中31件与以前答复过的申请内容相同",
        ),
    ),
)
