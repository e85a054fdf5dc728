"""Answers that disclose (公开的答复): already public, granted, and in part, articles 36(1), 36(2) and 37."""

from __future__ import annotations

from gongkai.law.documents import Element
from gongkai.law.outcomes.outcome import Outcome
from gongkai.letters.letter import Reply, Sentence, need
from gongkai.letters.values import Field, Kind

# Article 36(2): the information, or how, where and when to get it.
_PROVIDED = need(Element.PROVIDED, "条例第三十六条第二项", "提供的信息", ("获取的方式、途径", "获取时间"))
_DELIVERY = need(Element.DELIVERY, "条例第四十条", "提供信息的形式")
_PROVIDING = "[现提供：{提供的信息}。][请通过以下方式、途径获取：{获取的方式、途径}；获取时间：{获取时间}。]\
提供信息的形式：{提供信息的形式}。\
[根据《条例》第四十条的规定，没有按照申请要求的形式提供，理由：{不按申请的形式提供的理由}。]"

_FIELDS = (
    Field(
        name="获取的方式、途径",
        kind=Kind.LONG_TEXT,
        hint="从哪里、怎样获取：网址、公报期号、查阅地点",
        example="砚汀市人民政府网站“政府信息公开—法定主动公开内容—水务”栏目（https://yanting.example/water/7）",
    ),
    Field(
        name="提供的信息",
        kind=Kind.LONG_TEXT,
        hint="提供的政府信息的名称、份数",
        example="《砚汀大桥防洪影响评价报告》复印件1份，共36页，见附件",
    ),
    Field(name="获取时间", hint="何时可以获取", example="自2026年4月1日起，工作日上午9时至下午5时"),
    Field(name="提供信息的形式", hint="纸质、电子数据、查阅、抄录等（条例第四十条）", example="纸质复印件，邮寄"),
    Field(
        name="不按申请的形式提供的理由",
        hint="没有按申请人要求的形式提供的，写明理由；按要求提供的不写",
        example="原件为大幅面图纸，复制可能损坏载体，安排查阅",
    ),
)

ALREADY_PUBLIC = Reply(
    outcome=Outcome.ALREADY_PUBLIC,
    decision="现将获取的方式、途径告知{称谓}",
    text="经查，{公开的情况}。{法律依据}，{处理决定}：{获取的方式、途径}。",
    needs=(
        need(Element.FACTS, "条例第三十六条第一项", "公开的情况"),
        need(Element.WAY, "条例第三十六条第一项", "获取的方式、途径"),
    ),
    sentences=(Sentence(name="公开的情况", text="{所申请的信息}已经主动公开"),),
    fields=(_FIELDS[0],),
)

GRANTED = Reply(
    outcome=Outcome.GRANTED,
    decision="本机关决定予以公开",
    text=f"经审查，{{可以公开}}。{{法律依据}}，{{处理决定}}。{_PROVIDING}",
    needs=(need(Element.FACTS, "条例第三十六条第二项", "可以公开"), _PROVIDED, _DELIVERY),
    sentences=(Sentence(name="可以公开", text="{所申请的信息}属于可以公开的政府信息"),),
    fields=_FIELDS,
)

# The withheld parts of an item that is granted in part are worded in `severance`.
SEVERED = "不予公开部分的说明"
SEVERANCE_NEEDS = (
    need(Element.WITHHELD, "条例第三十七条", SEVERED),
    need(Element.REASON, "条例第三十七条", SEVERED),
)
SEVERABLE = Sentence(
    name="可以区分处理",
    text="{所申请的信息}中含有不应当公开或者不属于政府信息的内容，但是能够作区分处理",
)
PARTLY_GRANTED = Reply(
    outcome=Outcome.PARTLY_GRANTED,
    decision="本机关决定部分公开",
    text=f"""\
经审查，{{可以区分处理}}。{{法律依据}}，{{处理决定}}。
予以公开的部分：{{予以公开的部分}}。{_PROVIDING}
{{{SEVERED}}}""",
    needs=(
        need(Element.FACTS, "条例第三十七条", "可以区分处理"),
        need(
            Element.PROVIDED,
            "条例第三十七条",
            ("予以公开的部分", "提供的信息"),
            ("予以公开的部分", "获取的方式、途径", "获取时间"),
        ),
        _DELIVERY,
    ),
    sentences=(SEVERABLE,),
    fields=(
        *_FIELDS,
        Field(
            name="予以公开的部分",
            kind=Kind.LONG_TEXT,
            hint="公开哪些内容",
            example="报告第一章至第四章",
        ),
    ),
    examples={"提供的信息": "《砚汀大桥防洪影响评价报告》第一章至第四章复印件1份，见附件"},
)
