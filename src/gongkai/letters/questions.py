"""What a letter asks of whoever writes it (需要填写的字段): its fields in their order, and what needs them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import msgspec

from gongkai.law.conventions import DEFAULT, Conventions
from gongkai.law.documents import Document, Element, elements_of
from gongkai.law.outcomes.outcome import Item, Outcome
from gongkai.law.outcomes.remedies import Remedy, mandatory_elements, remedy_of
from gongkai.law.outcomes.rules import articles_of
from gongkai.letters import remedies
from gongkai.letters.catalogue import ANSWERS, FIELDS, FORMS, LETTERS
from gongkai.letters.compose import CONTACT, frame_needs
from gongkai.letters.documents import replies
from gongkai.letters.documents.receipt import DAY_OF_RECEIPT, WAY_OF_SUBMISSION
from gongkai.letters.documents.records import remedy_where_refused
from gongkai.letters.documents.severance import field_name, partly_granted
from gongkai.letters.fields import ADDRESS_OF_APPLICANT, APPLICANT, DATE, NUMBER, ORGAN
from gongkai.letters.letter import Blank, Form, Need, Sentence
from gongkai.letters.texts import Text, text_of
from gongkai.letters.values import Field

_ATTACHMENTS, _SERVICE = "附件", "送达方式"
_REQUEST = tuple(one for one in replies.NEEDS if one.element is Element.REQUEST)
# Where to apply for reconsideration: the channel is needed only where the letter is served through the internet.
_PLACES = (remedies.ADDRESS, remedies.CHANNEL)


class Asked(msgspec.Struct, frozen=True):
    """A field that a letter has, by the name it has there, and the elements that may need it.

    It `must` be filled in where no other field can take its place; else it may, or one of several has to be.
    """

    name: str
    field: Field
    elements: tuple[Element, ...] = ()
    must: bool = False


def asked_by(document: Document) -> tuple[Asked, ...]:
    """Return the fields of a document that is no reply."""
    if document in FORMS:
        form = FORMS[document]
        return tuple(_asked(_names_of_form(form), form.needs, {}, text_of(form.above).wanted))
    letter = LETTERS[document]
    frame = frame_needs(document, letter.addressee)
    told = _remedy(Remedy.EITHER)
    either = remedy_where_refused(told) if document is Document.L28 else told
    remedy = (either,) if Element.REMEDY in elements_of(document) else ()
    names = (ORGAN, NUMBER, letter.addressee, *_ordered(letter.text), _ATTACHMENTS, DATE, *CONTACT)
    always = {ORGAN, DATE, *text_of(letter.text).wanted}
    return tuple(_asked(names, (*frame, *letter.needs), _by_name((*letter.sentences, *remedy)), always))


def asked_by_reply(
    items: Sequence[Item], on: dt.date = dt.date.max, conventions: Conventions = DEFAULT
) -> tuple[Asked, ...]:
    """Return the fields of a reply around its answers; its remedy is that of its items on a day.

    What was asked is a field of each answer.
    """
    written = f"{replies.OPENING}\n{replies.CLOSING}"
    around = [name for name in _ordered(written) if name != replies.WHOLE_REQUEST]
    names = (ORGAN, NUMBER, APPLICANT, *around, _ATTACHMENTS, DATE, *CONTACT, _SERVICE)
    wanted = mandatory_elements(items, on, conventions)
    needs = (*frame_needs(replies.CLOSED, APPLICANT), *(one for one in replies.NEEDS if one.element in wanted))
    sentences = _by_name((DAY_OF_RECEIPT, WAY_OF_SUBMISSION, _remedy(remedy_of(items, on, conventions))))
    return tuple(_asked(names, needs, sentences, text_of(written).wanted))


def asked_by_answer(item: Item, on: dt.date = dt.date.max) -> tuple[Asked, ...]:
    """Return the fields of the answer to an item, by the law of a day; NoRule where there was none yet.

    Where several parts are withheld, each has fields of its own, with the part's number behind their names. How the
    applicant is addressed is the same in the whole letter.
    """
    reply = partly_granted(item, on) if item.outcome is Outcome.PARTLY_GRANTED else ANSWERS[item.outcome]
    basis = "" if articles_of(item, on) else replies.OWN_BASIS
    fixed = ((replies.BASIS, basis), (replies.DECISION, reply.decision), (replies.ASKED_FOR, replies.OF_ONE))
    sentences = (*reply.sentences, *(Sentence(name=name, text=text) for name, text in fixed))
    needs = (*_REQUEST, *reply.needs, *(replies.NEEDS_OF_ITEM if basis else ()))
    names = (replies.WHOLE_REQUEST, *_ordered(reply.text))
    asked = _asked(names, needs, _by_name(sentences), text_of(reply.text).wanted)
    return tuple(_with_example(one, reply.examples) for one in asked if one.name != ADDRESS_OF_APPLICANT)


def _with_example(asked: Asked, examples: Mapping[str, str]) -> Asked:
    """Return a field with the example that fits the answer, where it has one of its own."""
    if asked.name not in examples:
        return asked
    field = msgspec.structs.replace(asked.field, example=examples[asked.name])
    return msgspec.structs.replace(asked, field=field)


def _remedy(remedy: Remedy) -> Sentence:
    return remedies.remedy_sentence(remedy, dt.date.max, _PLACES, paper="", thing="", electronic=False)


def _by_name(sentences: Iterable[Sentence]) -> dict[str, Sentence]:
    return {sentence.name: sentence for sentence in sentences}


def _asked(
    names: Iterable[str], needs: Sequence[Need], sentences: Mapping[str, Sentence], wanted: Iterable[str]
) -> Iterator[Asked]:
    """Yield each field once, with what needs it; `wanted` are the names that the text has outside clauses."""
    always = _of_group(wanted, sentences, _always)
    for name in dict.fromkeys(field for one in names for field in _fields(one, sentences, _ever)):
        field = FIELDS.get(field_name(name))
        if field is None:
            continue
        wanting = [one for one in needs if any(name in _of_group(g, sentences, _sometimes) for g in one.groups)]
        must = name in always or any(_is_in_all(name, one, sentences) for one in wanting)
        may_stay_empty = field.usual or name in _PLACES
        elements = tuple(dict.fromkeys(one.element for one in wanting))
        yield Asked(name, field, elements, must and not may_stay_empty)


def _is_in_all(name: str, asked: Need, sentences: Mapping[str, Sentence]) -> bool:
    return all(name in _of_group(group, sentences, _always) for group in asked.groups)


# Which names of a sentence's words count: all, those outside clauses in some of its words, or in all of them.
_Counts = Callable[[str, Sequence[Text]], bool]


def _ever(_name: str, _texts: Sequence[Text]) -> bool:
    return True


def _sometimes(name: str, texts: Sequence[Text]) -> bool:
    return any(name in text.wanted for text in texts)


def _always(name: str, texts: Sequence[Text]) -> bool:
    return all(name in text.wanted for text in texts)


def _of_group(group: Iterable[str], sentences: Mapping[str, Sentence], counts: _Counts) -> set[str]:
    return {field for name in group for field in _fields(name, sentences, counts)}


def _fields(name: str, sentences: Mapping[str, Sentence], counts: _Counts) -> Iterator[str]:
    """Yield the fields behind a name: itself, or those of the sentence that it is."""
    sentence = sentences.get(name)
    if sentence is None:
        yield name
        return
    if sentence.by:
        yield sentence.by
    written = tuple(sentence.texts.values()) or (sentence.text,)
    texts = [text_of(one) for one in written]
    for inner in dict.fromkeys(found for one in written for found in _ordered(one)):
        if counts(inner, texts):
            yield from _fields(inner, sentences, counts)


def _ordered(written: str) -> list[str]:
    """Return the names of a text in its order."""
    return sorted(text_of(written).names, key=lambda name: written.find(f"{{{name}}}"))


def _names_of_form(form: Form) -> tuple[str, ...]:
    cells = (what for row in form.rows for _, what in row.cells if not isinstance(what, Blank))
    return (*_ordered(form.above), *([form.table] if form.table else ()), *cells)
