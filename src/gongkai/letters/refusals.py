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
    example="该信息是本机关于2026年1月形成的《关于砚汀大桥加固方案的请示》（稿）",
)
_REASON = Field(
    name=REASON,
    kind=Kind.LONG_TEXT,
    hint="为什么不予公开，结合信息的具体内容说明",
    example="该文稿尚未形成正式意见，公开可能影响方案的讨论和决定",
)
_CONSULTED = "[本机关于{征求意见日期}书面征求第三方的意见，第三方{第三方的意见}。]"


class Ground(NamedTuple):
    """Why information is withheld: what it is, what its reply says besides, and the fields of both."""

    outcome: Outcome
    nature: str
    more: str = ""
    needs: tuple[Need, ...] = ()
    fields: tuple[Field, ...] = ()


GROUNDS = (
    Ground(Outcome.STATE_SECRET, "属于依法确定为国家秘密的政府信息"),
    Ground(
        Outcome.FORBIDDEN_BY_LAW,
        "属于{禁止公开的规定}禁止公开的政府信息",
        needs=(need(Element.LAW, "条例第十四条", "禁止公开的规定"),),
        fields=(
            Field(
                name="禁止公开的规定",
                hint="禁止公开的法律、行政法规的名称和条、款、项",
                example="《中华人民共和国统计法》第九条",
            ),
        ),
    ),
    Ground(
        Outcome.ENDANGERS_SAFETY,
        "公开后可能危及{可能危及的利益}",
        fields=(
            Field(
                name="可能危及的利益",
                kind=Kind.CHOICE,
                hint="条例第十四条所列的哪一种",
                example="公共安全",
                choices={"国家安全": (), "公共安全": (), "经济安全": (), "社会稳定": ()},
            ),
        ),
    ),
    Ground(
        Outcome.THIRD_PARTY_RIGHTS,
        "涉及{涉及的权益}，公开会对第三方合法权益造成损害",
        more=f"{_CONSULTED}本机关认为，不公开不会对公共利益造成重大影响。",
    ),
    Ground(
        Outcome.INTERNAL_AFFAIRS,
        "属于行政机关的内部事务信息（{内部事务的类别}）",
        fields=(
            Field(
                name="内部事务的类别",
                hint="人事管理、后勤管理、内部工作流程等",
                example="人事管理",
            ),
        ),
    ),
    Ground(
        Outcome.PROCESS_INFORMATION,
        "属于行政机关在履行行政管理职能过程中形成的过程性信息（{过程性信息的类别}）",
        more="法律、法规、规章没有规定该信息应当公开。",
        fields=(
            Field(
                name="过程性信息的类别",
                hint="讨论记录、过程稿、磋商信函、请示报告等",
                example="请示报告",
            ),
        ),
    ),
    Ground(
        Outcome.ENFORCEMENT_FILE,
        "属于行政执法案卷信息",
        more="法律、法规、规章没有规定该信息应当公开。",
    ),
    # Of an item that is granted in part only (article 37): as an outcome of its own it is in `not_handled`.
    Ground(Outcome.NOT_GOVERNMENT_INFORMATION, "不属于政府信息"),
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
        sentences=(Sentence(name=NATURE, text=ground.nature),),
        fields=(_FACTS, _REASON, *ground.fields),
    )


REFUSALS = tuple(_refusal(one) for one in GROUNDS if one.outcome is not Outcome.NOT_GOVERNMENT_INFORMATION)
BY_OUTCOME = {one.outcome: one for one in GROUNDS}
