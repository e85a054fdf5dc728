"""What a partial disclosure says of the parts withheld (区分处理), article 37: each with ground and reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from gongkai.law.documents import Element
from gongkai.law.outcomes.outcome import Item
from gongkai.law.outcomes.rules import articles_of
from gongkai.letters.documents.disclosures import PARTLY_GRANTED, SEVERABLE, SEVERED
from gongkai.letters.documents.refusals import BY_OUTCOME, CONSULTATION_FIELDS, REASON, WITHHELD, Ground
from gongkai.letters.letter import Need, Reply, Sentence, need
from gongkai.letters.norms import citation
from gongkai.letters.texts import renamed
from gongkai.letters.values import Field, Kind

_ARTICLE = "条例第三十七条"
_NO_GROUND = "【待填：不予公开的依据】"
WITHHELD_PART = Field(
    name=WITHHELD,
    kind=Kind.LONG_TEXT,
    hint="不公开哪些内容，按不予公开的依据分开写",
    example="附录二中的讨论记录",
)
# Fields that each part has for itself.
_OF_A_PART = frozenset(
    (
        *(WITHHELD, REASON),
        *(field.name for ground in BY_OUTCOME.values() for field in ground.fields),
    )
) - {field.name for field in CONSULTATION_FIELDS}
_PART = (
    "{number}{withheld}的部分：{{不予公开的部分}}。该部分{nature}。{more}{basis}，{withheld}。"
    "理由：{{不予公开的理由}}。"
)
# What is no government information is not provided (article 37); 不予公开 is the word of articles 14 to 16.
_WITHHELD, _NOT_PROVIDED = "不予公开", "不予提供"
# What the information holds that cannot be given out: of articles 14 to 16, no government information, or both.
_CONTENTS = {
    (True, False): "不予公开的内容",
    (False, True): "不属于政府信息的内容",
    (True, True): "不予公开和不属于政府信息的内容",
}
_SEVERABLE = "{{所申请的信息}}中含有{contents}，但是能够作区分处理"
_NUMBER, _NUMBERED = "（{ordinal}）", "{name}（第{number}部分）"


def partly_granted(item: Item, on: dt.date, *, consulted: bool = False) -> Reply:
    """Return the reply to an item granted in part, with a paragraph for each of its grounds.

    `consulted`: it says that a third party was asked.
    """
    count = len(item.grounds)
    grounds = [BY_OUTCOME[ground] for ground in item.grounds]
    parts = [_part(ground, n, count, on, consulted=consulted) for n, ground in enumerate(grounds, 1)]
    text = "\n".join(parts) or _PART.format(
        number="", withheld=_WITHHELD, nature=_NO_GROUND, more="", basis=_NO_GROUND
    )
    names = [(name_of(WITHHELD, n, count), name_of(REASON, n, count)) for n in range(1, max(1, count) + 1)]
    needs = (
        *PARTLY_GRANTED.needs,
        need(Element.WITHHELD, _ARTICLE, (SEVERED, *(withheld for withheld, _ in names))),
        need(Element.REASON, _ARTICLE, (SEVERED, *(reason for _, reason in names))),
        *(_of_part(one, n, count) for n, ground in enumerate(grounds, 1) for one in ground.needs),
    )
    sentences = (
        _severable(grounds),
        *(sentence for ground in grounds for sentence in ground.sentences),
        Sentence(name=SEVERED, text=text),
    )
    reasons = {name_of(REASON, n, count): ground.examples[1] for n, ground in enumerate(grounds, 1)}
    examples = {**PARTLY_GRANTED.examples, **reasons}
    return msgspec.structs.replace(PARTLY_GRANTED, needs=needs, sentences=sentences, examples=examples)


def name_of(name: str, number: int, count: int) -> str:
    """Return what a field of the n-th withheld part is called where there are several."""
    return _NUMBERED.format(name=name, number=number) if count > 1 and name in _OF_A_PART else name


def field_name(name: str) -> str:
    """Return the field of which each withheld part has one, without the part's number."""
    return name.partition(_NUMBERED.partition("{number}")[0].removeprefix("{name}"))[0]


def _severable(grounds: Sequence[Ground]) -> Sentence:
    """Return the sentence of what the information holds; the words of article 37 where no ground is named yet."""
    kinds = {ground.is_information for ground in grounds}
    if not kinds:
        return SEVERABLE
    text = _SEVERABLE.format(contents=_CONTENTS[True in kinds, False in kinds])
    return Sentence(name=SEVERABLE.name, text=text)


def _part(ground: Ground, number: int, count: int, on: dt.date, *, consulted: bool) -> str:
    articles = articles_of(Item(PARTLY_GRANTED.outcome, (ground.outcome,)), on, consulted=consulted)
    written = _PART.format(
        withheld=_WITHHELD if ground.is_information else _NOT_PROVIDED,
        number=_NUMBER.format(ordinal="一二三四五六七八"[number - 1]) if count > 1 else "",
        nature=ground.nature,
        more=ground.more,
        basis=f"根据{citation(articles)}的规定",
    )
    return renamed(written, lambda name: name_of(name, number, count))


def _of_part(own: Need, number: int, count: int) -> Need:
    groups = tuple(tuple(name_of(name, number, count) for name in group) for group in own.groups)
    return msgspec.structs.replace(own, groups=groups)
