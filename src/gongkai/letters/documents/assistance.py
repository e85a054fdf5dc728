"""The request for help with a search (协办函, L11), to another unit or organ."""

from __future__ import annotations

from gongkai.law.documents import Document, Element
from gongkai.letters.letter import Letter, Receiver, need
from gongkai.letters.values import Field, Kind

_SOURCE = "条例第十一条、第四十五条"

ASSISTANCE = Letter(
    document=Document.L11,
    to=Receiver.ORGAN,
    addressee="协办机关",
    text="""\
因办理政府信息公开申请[（编号：{申请编号}）]，请协助下列事项：
{协办事项}
请于{协办期限}前（含当日）书面回复。找到有关信息的，请一并提供，并提出是否可以公开的意见和依据；\
没有找到的，请写明检索的范围、方法和时间。""",
    needs=(
        need(Element.SEARCH_REQUEST, _SOURCE, "协办事项"),
        need(Element.PERIOD, _SOURCE, "协办期限"),
    ),
    fields=(
        Field(name="协办机关", hint="协助办理的内设机构或者其他机关", example="砚汀市水务局工程科"),
        Field(
            name="协办事项",
            kind=Kind.LIST,
            hint="请求检索、核实的内容，每项一行；不要写出申请人的姓名或者名称",
            example="检索砚汀大桥防洪影响评价报告及其审批文件",
        ),
        Field(name="协办期限", kind=Kind.DATE, hint="回复的期限", example="2026-03-13"),
    ),
)
