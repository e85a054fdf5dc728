"""The form that a letter is filled in on (文书填写表): a TOML file with a line for each field, and what it asks."""

from __future__ import annotations

import datetime as dt
import difflib
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from gongkai.cli import law_messages as messages
from gongkai.cli.failures import WrongUse
from gongkai.law.documents import Document
from gongkai.law.outcomes.outcome import GROUNDS, Item, Outcome
from gongkai.law.outcomes.rules import documents_of
from gongkai.letters import Answer
from gongkai.letters.catalogue import ANSWERS, FORMS, LETTERS
from gongkai.letters.examples import example_reply, example_values
from gongkai.letters.questions import Asked, asked_by, asked_by_answer, asked_by_reply
from gongkai.letters.values import Kind as FieldKind

Kind = Document | Outcome
_DOCUMENT, _ANSWERS, _OUTCOME, _GROUNDS, _WITHHELD = "document", "answers", "outcome", "grounds", "withheld"
_REPLY = "reply"
_LONGEST = 1_000_000
_NOTHING = '""'
_EMPTY = {FieldKind.LIST: "[]", FieldKind.ROWS: "[]", FieldKind.LONG_TEXT: '"""\n"""'}


class Written(NamedTuple):
    """What was filled in: of a document, or of a reply with its answers."""

    document: Document | None
    values: Mapping[str, object]
    answers: tuple[Answer, ...] = ()


def kind_called(name: str) -> Kind | None:
    """Return the document or outcome of a code or an official name; None for any other word."""
    kinds: tuple[Kind, ...] = (*LETTERS, *FORMS, *ANSWERS)
    known = {word: one for one in kinds for word in (one.value, one.label)}
    return known.get(name) or known.get(name.upper())


def unknown_letter(name: str) -> str:
    """Return what is told of a word that is no document and no outcome."""
    code = name.upper()
    if code in Document.__members__:
        kinds = [one for one in ANSWERS if Document(code) in documents_of((Item(one),), dt.date.max)]
        told = messages.SEPARATOR.join(f"{one}（{one.label}）" for one in kinds)
        return messages.IS_REPLY.format(code=code, kinds=told)
    known: tuple[Kind, ...] = (*LETTERS, *FORMS, *ANSWERS)
    words = [word for one in known for word in (one.value, one.label)]
    near = [word for word in words if name in word] or difflib.get_close_matches(name, words, 1)
    meant = messages.MEANT_LETTER.format(name=near[0]) if near and name else ""
    return messages.UNKNOWN_LETTER.format(name=name, meant=meant)


def form_of(kinds: Sequence[Kind]) -> str:
    """Return the empty form of a document, or of a reply with items of some outcomes."""
    return "\n".join(_lines(kinds)) + "\n"


def example(kinds: Sequence[Kind]) -> Written:
    """Return a document as a made-up office would fill it in, or a reply with items of some outcomes."""
    if isinstance(kinds[0], Document):
        return Written(kinds[0], example_values(kinds[0]))
    made = [example_reply(kind) for kind in kinds if isinstance(kind, Outcome)]
    values = {name: value for _, shared in reversed(made) for name, value in shared.items()}
    return Written(None, values, tuple(answer for answers, _ in made for answer in answers))


def written(data: bytes, name: str) -> Written:
    """Return what a form says; WrongUse where it is none, or says what no form asks."""
    table = _table(data, name)
    document = table.pop(_DOCUMENT, None)
    answers = table.pop(_ANSWERS, [])
    if document == _REPLY:
        if not isinstance(answers, list) or not answers:
            raise WrongUse(messages.NO_ANSWERS.format(file=name))
        return Written(None, table, tuple(_answer(one, number, name) for number, one in enumerate(answers, 1)))
    kind = kind_called(str(document))
    if not isinstance(kind, Document):
        raise WrongUse(messages.NO_DOCUMENT.format(file=name))
    return Written(kind, {**table, **({_ANSWERS: answers} if answers else {})})


def _table(data: bytes, name: str) -> dict[str, Any]:
    if len(data) > _LONGEST:
        raise WrongUse(messages.FORM_TOO_LARGE.format(file=name))
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise WrongUse(f"{name}{messages.COLON}{messages.NOT_UTF8}") from error
    except (ValueError, RecursionError) as error:
        line = re.search(r"at line (\d{1,9})", str(error))
        where = messages.AT_LINE.format(line=line[1]) if line else ""
        raise WrongUse(messages.NOT_TOML.format(file=name, where=where)) from error


def _answer(told: object, number: int, name: str) -> Answer:
    """Return the answer to an item, as the form has it."""
    if not isinstance(told, dict):
        raise WrongUse(messages.NO_ANSWERS.format(file=name))
    values = dict(told)
    outcome = _outcome(values.pop(_OUTCOME, ""), number, ANSWERS)
    grounds = values.pop(_GROUNDS, [])
    parts = values.pop(_WITHHELD, [])
    if not isinstance(grounds, list) or not isinstance(parts, list) or not all(map(_is_table, parts)):
        raise WrongUse(messages.NO_GROUNDS.format(number=number))
    allowed = (*GROUNDS, Outcome.NOT_GOVERNMENT_INFORMATION)
    item = Item(outcome, tuple(_outcome(ground, number, allowed) for ground in grounds))
    return Answer(item, values, tuple(parts))


def _is_table(told: object) -> bool:
    return isinstance(told, dict)


def _outcome(told: object, number: int, allowed: Iterable[Outcome]) -> Outcome:
    known = {word: one for one in allowed for word in (one.value, one.label)}
    if not told:
        raise WrongUse(messages.NO_OUTCOME.format(number=number))
    if str(told) in known:
        return known[str(told)]
    near = difflib.get_close_matches(str(told), known, 1)
    more = messages.MEANT.format(word=near[0]) if near else messages.SEPARATOR.join(one.value for one in allowed)
    raise WrongUse(messages.UNKNOWN_OUTCOME.format(number=number, word=told, more=more))


def _lines(kinds: Sequence[Kind]) -> Iterator[str]:
    first = kinds[0]
    if isinstance(first, Document):
        yield from _head(first.label, first.value)
        yield from _fields(asked_by(first))
        return
    outcomes = [kind for kind in kinds if isinstance(kind, Outcome)]
    items = [Item(one, GROUNDS[5:6] if one is Outcome.PARTLY_GRANTED else ()) for one in outcomes]
    yield from _head(messages.REPLY_TITLE, _REPLY)
    yield from _fields(asked_by_reply(items))
    for item in items:
        yield f"\n[[{_ANSWERS}]]"
        yield f'{_OUTCOME} = "{item.outcome}"  # {item.outcome.label}'
        if item.grounds:
            known = messages.SEPARATOR.join(f"{one} {one.label}" for one in GROUNDS)
            yield "# " + messages.GROUNDS_HINT.format(grounds=known)
            yield f"{_GROUNDS} = {json.dumps(list(item.grounds))}"
        yield from _fields(asked_by_answer(item))


def _head(title: str, document: str) -> Iterator[str]:
    yield f"# {title}"
    yield f"# {messages.FORM_HEAD}"
    yield f'{_DOCUMENT} = "{document}"'


def _fields(asked: Iterable[Asked]) -> Iterator[str]:
    for one in asked:
        field = one.field
        told = [field.hint, messages.MUST if one.must else messages.MAY]
        if field.choices:
            told.append(messages.ONE_OF.format(choices=messages.CHOICES_BETWEEN.join(field.choices)))
        if field.columns:
            told.append(messages.COLUMNS.format(columns=messages.SEPARATOR.join(field.columns)))
        if field.example:
            told.append(messages.SUCH_AS.format(example=field.example))
        yield ""
        yield "# " + messages.STOP.join(told).replace("\n", " ")
        yield f"{json.dumps(one.name, ensure_ascii=False)} = {_EMPTY.get(field.kind, _NOTHING)}"
