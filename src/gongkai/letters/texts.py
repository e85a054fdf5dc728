"""The text of a letter (文书的文字): words, fields `{字段}`, and clauses `[（编号：{编号}）]` that may be left out.

A clause is printed only if all its fields have a value. Two signs of a kind mean the sign: `{{`, `}}`, `[[`, `]]`.
Braces may be of either width. What is filled in is never read as a text again. A new line is a new paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

_DOUBLE = r"\{\{|\}\}|｛｛|｝｝|\[\[|\]\]"
_TOKEN = re.compile(rf"(?P<double>{_DOUBLE})|(?P<field>[{{｛][^{{}}｛｝\[\]\n]*[}}｝])|(?P<single>[{{}}｛｝\[\]])")
_SHOWN = 12
_NAME = re.compile(r"\s+")
# What a value may end with that the text says behind it.
_STOPS, _STOPPED = "。；，、;,. ", ("。", "；", "，", "、", "”")
# What ends a sentence by itself: the text says no stop behind it.
_ENDED = re.compile("[！？!?][”’]?$")
_STOP_AFTER = re.compile("(”?)。")
# Quotation marks within quotation marks (GB/T 15834—2011).
_INNER = str.maketrans("“”‘’", "‘’“”")
# Around a list of several things, and between them; no value has such characters.
LIST_BEGINS, LIST_PARTS, LIST_ENDS = "\x02", "\x03", "\x04"
_LIST = re.compile(f"{LIST_BEGINS}(.*?){LIST_ENDS}", re.DOTALL)
_GAP = "【待填：{name}】"


class Words(NamedTuple):
    """Words that stay as they are."""

    text: str


class Slot(NamedTuple):
    """The place of a field or of a fixed sentence, by its name."""

    name: str


class Clause(NamedTuple):
    """Words and fields that are left out together where one of the fields has no value."""

    pieces: tuple[Words | Slot, ...]


class Text(NamedTuple):
    """A text that was read, and what is wrong with its signs: one Chinese sentence each."""

    pieces: tuple[Words | Slot | Clause, ...]
    problems: tuple[str, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """All names that stand in it."""
        return frozenset(slot.name for slot in _slots(self.pieces))

    @property
    def wanted(self) -> frozenset[str]:
        """The names that stand outside clauses."""
        return frozenset(piece.name for piece in self.pieces if isinstance(piece, Slot))

    @property
    def words(self) -> str:
        """Its words alone, with a blank for every field."""
        inner = (one for piece in self.pieces for one in (piece.pieces if isinstance(piece, Clause) else (piece,)))
        return "".join(one.text if isinstance(one, Words) else " " for one in inner)


class Filled(NamedTuple):
    """A text with its fields filled in: what was really printed, and the names that have no value yet."""

    text: str
    printed: frozenset[str] = frozenset()
    gaps: tuple[str, ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Its paragraphs; those that say nothing are left out, and a list of its own is one paragraph a thing."""
        lines = (line for part in self.text.split("\n") for line in _unlisted(part.strip()))
        return tuple(line for line in lines if says_something(line))


# What a name stands for: a value, a fixed sentence with fields of its own, or nothing yet.
Meaning = str | Text | None


class _Part(NamedTuple):
    text: str
    is_value: bool = False


@lru_cache(maxsize=512)
def text_of(written: str) -> Text:
    """Return a text as it is meant; what cannot be meant is told in its problems."""
    pieces: list[Words | Slot | Clause] = []
    clause: list[Words | Slot] | None = None
    problems: list[str] = []
    opened = position = 0
    for match in _TOKEN.finditer(written):
        here: list[Words | Slot] | list[Words | Slot | Clause] = pieces if clause is None else clause
        here += _words(written[position : match.start()])
        position = match.end()
        if match["double"]:
            here.append(Words(match[0][0]))
        elif match["field"]:
            here.append(Slot(_NAME.sub("", match[0][1:-1])))
        elif match[0] == "[" and clause is None:
            clause, opened = [], match.start()
        elif match[0] == "]" and clause is not None:
            problems += _problems_of(clause, written[opened:position])
            pieces.append(Clause(tuple(clause)))
            clause = None
        else:
            problems.append(_lone(written, match))
    if clause is not None:
        problems.append(f"“{_cut(written[opened:])}”的方括号没有右半边；确实要写方括号的，请写两个")
        pieces += clause
    pieces += _words(written[position:])
    return Text(tuple(pieces), tuple(problems))


def filled(text: Text, meaning: Callable[[str], Meaning]) -> Filled:
    """Return a text with every name replaced by what it stands for; what has no value shows a gap."""
    parts, printed, gaps = _fill(text.pieces, meaning)
    return Filled(_joined(parts), frozenset(printed), tuple(dict.fromkeys(gaps)))


def renamed(written: str, name: Callable[[str], str]) -> str:
    """Return a text whose fields are called something else."""
    return _TOKEN.sub(lambda match: f"{{{name(match[0][1:-1])}}}" if match["field"] else match[0], written)


def gap(name: str) -> str:
    """Return what a draft shows where a value is still to be written (待填)."""
    return _GAP.format(name=name)


def has_gap(text: str) -> bool:
    """Say whether words hold the mark of a gap."""
    return _GAP.partition("：")[0] in text


def says_something(text: str) -> bool:
    """Say whether words are more than blanks and punctuation."""
    return any(character.isalnum() for character in text)


def quoted(text: str) -> str:
    """Return words as they stand within quotation marks: their own marks are the inner ones, no stop at the end."""
    return text.rstrip(_STOPS).translate(_INNER)


def as_list(things: Iterable[str]) -> str:
    """Return things as one value: numbered, and on lines of their own where the text leaves them alone."""
    return LIST_BEGINS + LIST_PARTS.join(things) + LIST_ENDS


def _words(text: str) -> list[Words]:
    return [Words(text)] if text else []


def _slots(pieces: Iterable[Words | Slot | Clause]) -> Iterator[Slot]:
    for piece in pieces:
        if isinstance(piece, Clause):
            yield from _slots(piece.pieces)
        elif isinstance(piece, Slot):
            yield piece


def _problems_of(clause: list[Words | Slot], written: str) -> Iterator[str]:
    if not any(isinstance(piece, Slot) for piece in clause):
        yield f"“{_cut(written)}”的方括号里没有字段；确实要写方括号的，请写两个"


def _lone(written: str, match: re.Match[str]) -> str:
    """Return what is told of a sign without its other half, or of a clause within a clause."""
    where = _cut(written[match.start() :] if match[0] in "{｛[" else written[: match.end()][-_SHOWN:])
    if match[0] == "[":
        return f"“{where}”的方括号套在另一对方括号里，可以省略的文字不能再套一层"
    kind = "方括号" if match[0] == "]" else "花括号"
    half = "右" if match[0] in "{｛" else "左"
    return f"“{where}”的{kind}没有{half}半边；确实要写{kind}的，请写两个"


def _cut(text: str) -> str:
    line = text.partition("\n")[0]
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"


def _fill(
    pieces: Iterable[Words | Slot | Clause], meaning: Callable[[str], Meaning]
) -> tuple[list[_Part], set[str], list[str]]:
    parts: list[_Part] = []
    printed: set[str] = set()
    gaps: list[str] = []
    for piece in pieces:
        if isinstance(piece, Words):
            parts.append(_Part(piece.text))
            continue
        inner = _fill(piece.pieces, meaning) if isinstance(piece, Clause) else _named(piece.name, meaning)
        if isinstance(piece, Clause) and inner[2]:
            continue
        parts += inner[0]
        printed |= inner[1]
        gaps += inner[2]
    return parts, printed, gaps


def _named(name: str, meaning: Callable[[str], Meaning]) -> tuple[list[_Part], set[str], list[str]]:
    """Return what a name stands for; a sentence counts as printed only if nothing in it is left open."""
    found = meaning(name)
    if found is None:
        return [_Part(gap(name))], set(), [name]
    if isinstance(found, str):
        return [_Part(found, is_value=True)], {name}, []
    parts, printed, gaps = _fill(found.pieces, meaning)
    return parts, printed if gaps else printed | {name}, gaps


def _joined(parts: list[_Part]) -> str:
    """Return parts as one text, with one stop where a value and the text behind it both have one.

    It is that of the text, unless the value ends with ！ or ？. Values within quotation marks are quoted.
    """
    told = [part.text for part in parts if part.text]
    values = [part.is_value for part in parts if part.text]
    for at, text in enumerate(told):
        after = told[at + 1] if at + 1 < len(told) else ""
        if not values[at] or not after.startswith(_STOPPED):
            continue
        is_quoted = after.startswith("”") and at > 0 and told[at - 1].endswith("“")
        told[at] = quoted(text) if is_quoted else text.rstrip(_STOPS)
        if _ENDED.search(told[at]):
            told[at + 1] = _STOP_AFTER.sub(r"\1", after, count=1) if _STOP_AFTER.match(after) else after
    return "".join(told)


def _unlisted(line: str) -> Iterator[str]:
    """Yield a paragraph with its lists as they are printed."""
    alone = _LIST.fullmatch(line)
    if alone is None:
        yield _LIST.sub(lambda found: "；".join(_numbered(found[1])), line)
        return
    *before, last = _numbered(alone[1])
    yield from (f"{thing}；" for thing in before)
    yield last if _ENDED.search(last) else f"{last}。"


def _numbered(things: str) -> list[str]:
    """Return the things of a list, numbered where there are several."""
    own = [thing.rstrip(_STOPS) for thing in things.split(LIST_PARTS)]
    return own if len(own) == 1 else [f"{number}.{thing}" for number, thing in enumerate(own, 1)]
