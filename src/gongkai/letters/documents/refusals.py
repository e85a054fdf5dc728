"""Answers that refuse under articles 14 to 16 (不予公开的答复), whole or for the withheld part of an item.

What the information is (性质) is worded once for both, and cannot be changed.
"""

from __future__ import annotations

from typing import NamedTuple

from gongkai.law.documents import Element
from gongkai.law.outcomes.outcome import Outcome
from gongkai.letters.letter import Need, Reply, Sentence, need
from gongkai.letters.values import Field, Kind

DECISION = "本机关决定不予公开"
NATURE, REASON, WITHHELD = "信息的性质", "不予公开的理由", "不予公开的部分"
_FACTS = Field(
    name="查明的事实",
    kind=Kind.LONG_TEXT,
    hint="审查查明的情况：信息的名称、文号、形成的过程",
    example="该信息是2026年1月本机关讨论砚汀大桥加固方案形成的会议记录",
)
_REASON = Field(
    name=REASON,
    kind=Kind.LONG_TEXT,
    hint="为什么不予公开，结合信息的具体内容说明",
    example="方案尚在讨论，公开可能影响有关问题的讨论和决定",
)
# Article 32: refused with reasons, silent, or not to be reached; the organ decides in each case.
CONSULTED = "征求意见的情况"
_OF_CONSULTATION = Sentence(
    name=CONSULTED,
    by="征求意见的结果",
    texts={
        "不同意公开": "第三方不同意公开，认为{第三方的意见}",
        "逾期未提出意见": "第三方逾期未提出意见",
        "无法送达": "征求意见书因{无法送达的原因}无法送达第三方",
    },
)
CONSULTATION_FIELDS = (
    Field(
        name="征求意见的结果",
        kind=Kind.CHOICE,
        hint="第三方怎样答复征求意见书",
        example="不同意公开",
        choices=dict.fromkeys(_OF_CONSULTATION.texts, ()),
    ),
    Field(
        name="无法送达的原因",
        hint="征求意见书无法送达的，写明原因，接在“因”字后面",
        example="登记的地址已无此单位",
    ),
)
_CONSULTED = f"[本机关于{{征求意见日期}}书面征求第三方的意见，{{{CONSULTED}}}。]"


class Ground(NamedTuple):
    """Why information is withheld: what it is, what its reply says besides, and the fields of both.

    `examples` are one fact and one reason that fit it. `is_information`: it is withheld, not something else.
    """

    outcome: Outcome
    nature: str
    examples: tuple[str, str]
    more: str = ""
    needs: tuple[Need, ...] = ()
    fields: tuple[Field, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    is_information: bool = True


GROUNDS = (
    Ground(
        Outcome.STATE_SECRET,
        "属于依法确定为国家秘密的政府信息",
        ("该信息已依法确定为国家秘密，尚在保密期限内", "该信息尚未解密，依法不得公开"),
    ),
    Ground(
        Outcome.FORBIDDEN_BY_LAW,
        "属于{禁止公开的规定}禁止公开的政府信息",
        ("该信息是本机关在调查中取得的能够识别单个调查对象的资料", "上述规定禁止对外提供这类资料"),
        needs=(need(Element.LAW, "条例第十四条", "禁止公开的规定"),),
        fields=(
            Field(
                name="禁止公开的规定",
                hint="禁止公开的法律、行政法规的名称和条、款、项",
                example="《×××法》第×条第×款",
            ),
        ),
    ),
    Ground(
        Outcome.ENDANGERS_SAFETY,
        "公开后可能危及{可能危及的利益}",
        ("该信息载明砚汀大桥的结构薄弱部位和防护设施的位置", "公开后可能被用于破坏桥梁设施"),
        fields=(
            Field(
                name="可能危及的利益",
                kind=Kind.CHOICE,
                hint="条例第十四条所列的哪一种或者哪几种",
                example="公共安全",
                choices={"国家安全": (), "公共安全": (), "经济安全": (), "社会稳定": ()},
                several=True,
            ),
        ),
    ),
    Ground(
        Outcome.THIRD_PARTY_RIGHTS,
        "涉及{涉及的权益}，公开会对第三方合法权益造成损害",
        ("该信息载有编制单位采取保密措施的计算方法", "公开该计算方法会损害编制单位的竞争利益"),
        more=f"{_CONSULTED}本机关认为，不公开不会对公共利益造成重大影响。",
        sentences=(_OF_CONSULTATION,),
        fields=CONSULTATION_FIELDS,
    ),
    Ground(
        Outcome.INTERNAL_AFFAIRS,
        "属于行政机关的内部事务信息（{内部事务的类别}）",
        ("该信息是本机关2026年度的公务车辆调度安排", "该信息只用于本机关内部的后勤管理"),
        fields=(
            Field(
                name="内部事务的类别",
                hint="人事管理、后勤管理、内部工作流程等",
                example="后勤管理",
            ),
        ),
    ),
    Ground(
        Outcome.PROCESS_INFORMATION,
        "属于行政机关在履行行政管理职能过程中形成的过程性信息（{过程性信息的类别}）",
        (_FACTS.example, _REASON.example),
        more="法律、法规、规章没有规定该信息应当公开。",
        fields=(
            Field(
                name="过程性信息的类别",
                hint="讨论记录、过程稿、磋商信函、请示报告等",
                example="讨论记录",
            ),
        ),
    ),
    Ground(
        Outcome.ENFORCEMENT_FILE,
        "属于行政执法案卷信息",
        ("该信息是本机关调查违法占用河道一案形成的询问笔录", "该笔录归入行政执法案卷，公开可能影响案件的查处"),
        more="法律、法规、规章没有规定该信息应当公开。",
    ),
    # Of an item that is granted in part only (article 37): as an outcome of its own it is in `not_handled`.
    Ground(
        Outcome.NOT_GOVERNMENT_INFORMATION,
        "不属于《条例》第二条规定的政府信息",
        ("", "该部分是本机关工会的活动记录，不是在履行行政管理职能过程中制作或者获取的"),
        is_information=False,
    ),
)


def _refusal(ground: Ground) -> Reply:
    return Reply(
        outcome=ground.outcome,
        decision=DECISION,
        text=(
            "经审查，{查明的事实}。{所申请的信息}{信息的性质}。"
            + ground.more
            + "{法律依据}，{处理决定}。理由：{不予公开的理由}。"
        ),
        needs=(
            need(Element.FACTS, "条例第三十六条第三项", ("查明的事实", NATURE)),
            need(Element.REASON, "条例第三十六条第三项", REASON),
            *ground.needs,
        ),
        sentences=(Sentence(name=NATURE, text=ground.nature), *ground.sentences),
        fields=(_FACTS, _REASON, *ground.fields),
        examples=dict(zip((_FACTS.name, REASON), ground.examples, strict=True)),
    )


REFUSALS = tuple(_refusal(one) for one in GROUNDS if one.outcome is not Outcome.NOT_GOVERNMENT_INFORMATION)
BY_OUTCOME = {one.outcome: one for one in GROUNDS}
