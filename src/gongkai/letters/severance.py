"""What a partial disclosure says of the parts withheld (区分处理), article 37: each with ground and reason."""

from __future__ import annotations

import datetime as dt

import msgspec

from gongkai.law.documents import Element
from gongkai.law.outcomes.outcome import Item
from gongkai.law.outcomes.rules import rule_of
from gongkai.law.outcomes.table import REFUSE
from gongkai.letters.disclosures import PARTLY_GRANTED, SEVERED
from gongkai.letters.letter import Need, Reply, Sentence, need
from gongkai.letters.norms import citation
from gongkai.letters.refusals import BY_OUTCOME, REASON, WITHHELD, Ground
from gongkai.letters.texts import renamed
from gongkai.letters.values import Field, Kind

_ARTICLE = "条例第三十七条"
_NO_GROUND = "【待填：不予公开的依据】"
WITHHELD_PART = Field(
    name=WITHHELD,
    kind=Kind.LONG_TEXT,
    hint="不公开哪些内容，按不予公开的依据分开写",
    example="第五章中的结构计算参数",
)
# Fields that each part has for itself.
_OF_A_PART = frozenset(
    (
        *(WITHHELD, REASON),
        *(field.name for ground in BY_OUTCOME.values() for field in ground.fields),
    )
)
_PART = (
    "{number}不予公开的部分：{{不予公开的部分}}。该部分{nature}。{more}{basis}，不予公开。"
    "理由：{{不予公开的理由}}。"
)
_NUMBER, _NUMBERED = "（{ordinal}）", "{name}（第{number}部分）"


def partly_granted(item: Item, on: dt.date) -> Reply:
    """Return the reply to an item granted in part, with a paragraph for each of its grounds."""
    count = len(item.grounds)
    parts = [_part(BY_OUTCOME[ground], number, count, on) for number, ground in enumerate(item.grounds, 1)]
    text = "\n".join(parts) or _PART.format(number="", nature=_NO_GROUND, more="", basis=_NO_GROUND)
    names = [(name_of(WITHHELD, n, count), name_of(REASON, n, count)) for n in range(1, max(1, count) + 1)]
    needs = (
        *PARTLY_GRANTED.needs,
        need(Element.WITHHELD, _ARTICLE, (SEVERED, *(withheld for withheld, _ in names))),
        need(Element.REASON, _ARTICLE, (SEVERED, *(reason for _, reason in names))),
        *(_of_part(one, n, count) for n, ground in enumerate(item.grounds, 1) for one in BY_OUTCOME[ground].needs),
    )
    sentences = (*PARTLY_GRANTED.sentences, Sentence(name=SEVERED, text=text))
    return msgspec.structs.replace(PARTLY_GRANTED, needs=needs, sentences=sentences)


def name_of(name: str, number: int, count: int) -> str:
    """Return what a field of the n-th withheld part is called where there are several."""
    return _NUMBERED.format(name=name, number=number) if count > 1 and name in _OF_A_PART else name


def field_name(name: str) -> str:
    """Return the field of which each withheld part has one, without the part's number."""
    return name.partition(_NUMBERED.partition("{number}")[0].removeprefix("{name}"))[0]


def _part(ground: Ground, number: int, count: int, on: dt.date) -> str:
    articles = [one for one in rule_of(ground.outcome, on).articles if one != REFUSE]
    articles += rule_of(PARTLY_GRANTED.outcome, on).articles
    written = _PART.format(
        number=_NUMBER.format(ordinal="一二三四五六七八"[number - 1]) if count > 1 else "",
        nature=ground.nature,
        more=ground.more,
        basis=f"根据{citation(articles)}的规定",
    )
    return renamed(written, lambda name: name_of(name, number, count))


def _of_part(own: Need, number: int, count: int) -> Need:
    groups = tuple(tuple(name_of(name, number, count) for name in group) for group in own.groups)
    return msgspec.structs.replace(own, groups=groups)
