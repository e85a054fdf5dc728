"""What the names in a letter's text stand for (填写): values that were read, and sentences that the law fixes."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from gongkai.law.documents import Element
from gongkai.law.steps import Doubt
from gongkai.letters.catalogue import FIELDS
from gongkai.letters.letter import Need, Sentence
from gongkai.letters.texts import Filled, Meaning, Slot, Text, filled, text_of
from gongkai.letters.values import Mistake, Value, read_value, shown

_TELLING = 20
# How like a known name an unknown one must be to be taken for it, of 1.
_LIKE = 0.5


class Missing(msgspec.Struct, frozen=True):
    """An element that a letter lacks: one Chinese sentence, the fields that would make it good, and the item.

    `item` is the number of the answer that lacks it, 0 where it is the letter.
    """

    element: Element
    text: str
    fields: tuple[str, ...] = ()
    item: int = 0


class Context(msgspec.Struct, frozen=True):
    """All that names can stand for: values by the names of their fields, and fixed sentences by theirs."""

    values: Mapping[str, Value]
    sentences: Mapping[str, Sentence]

    def chosen(self, name: str) -> str | None:
        """Return what a field holds as it is printed; what is usual where nothing is written."""
        if (value := self.values.get(name)) is not None:
            return shown(value)
        return (FIELDS[name].usual or None) if name in FIELDS else None

    def meaning(self, name: str) -> Meaning:
        """Return what a name stands for; a sentence that waits for a choice shows that choice's gap."""
        sentence = self.sentences.get(name)
        if sentence is None:
            return self.chosen(name)
        words = sentence.words(self.chosen(sentence.by) if sentence.by else None)
        return Text((Slot(sentence.by),)) if words is None else text_of(words)

    def fill(self, written: str) -> Filled:
        """Return a text with its names filled in."""
        return filled(text_of(written), self.meaning)

    def empty(self, name: str) -> tuple[str, ...]:
        """Return the fields for want of which a name stands for nothing yet."""
        sentence = self.sentences.get(name)
        if sentence is None:
            return () if self.chosen(name) is not None else (name,)
        waits = sentence.by and self.chosen(sentence.by) is None
        texts = sentence.texts.values() if waits else (str(sentence.words(self.chosen(sentence.by))),)
        inner = sorted(frozenset[str]().union(*(text_of(written).wanted for written in texts)))
        fields = (*([sentence.by] if waits else []), *(one for own in inner for one in self.empty(own)))
        return tuple(dict.fromkeys(fields))


def read_values(raw: Mapping[str, object], where: str = "") -> tuple[dict[str, Value], tuple[Doubt, ...]]:
    """Return what can be read of what is written into fields, and a sentence for each of the rest."""
    read: dict[str, Value] = {}
    doubts = []
    for name, written in raw.items():
        field = FIELDS.get(name)
        if field is None:
            doubts.append(Doubt("value.unknown", f"{where}没有“{str(name)[:_TELLING]}”这个字段{meant(name)}。"))
            continue
        value = read_value(field, written)
        if isinstance(value, Mistake):
            doubts.append(Doubt("value.wrong", f"{where}“{name}”{value.reason}。"))
        elif value is not None:
            read[name] = value
    return read, tuple(doubts)


def meant(name: object) -> str:
    """Return the question behind an unknown name: whether a known one was meant."""
    close = difflib.get_close_matches(str(name)[:_TELLING], FIELDS, n=1, cutoff=_LIKE)
    return f"，是否应为“{close[0]}”" if close else ""


def unmet(needs: Iterable[Need], printed: frozenset[str], context: Context, item: int = 0) -> Iterator[Missing]:
    """Yield the elements of which no group of names is printed whole."""
    where = f"第 {item} 项答复" if item else ""
    for one in needs:
        if any(printed.issuperset(group) for group in one.groups):
            continue
        open_groups = [_fields(group, context) for group in one.groups]
        fields = min(open_groups, key=len)
        if fields:
            told = "，或者".join("、".join(f"“{name}”" for name in group) for group in open_groups if group)
            advice = f"请填写{told}"
        else:
            lost = [name for name in min(one.groups, key=len) if name not in printed]
            advice = f"文书的文字里没有用到{'、'.join(f'“{{{name}}}”' for name in lost)}，请改正文字"
        yield Missing(one.element, f"{where}缺少“{one.element.label}”（{one.source}）：{advice}。", fields, item)


def _fields(group: Iterable[str], context: Context) -> tuple[str, ...]:
    return tuple(dict.fromkeys(field for name in group for field in context.empty(name)))
