"""Values → a letter (成文): a draft that can be looked at any time, and a letter that may go out.

`compose` makes every document but replies, which `answering` makes; `issue` lets go out what is whole. A draft
shows 【待填：…】 where something is still to be written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from gongkai.errors import LetterIncomplete
from gongkai.law.calendar.days import NATIONAL, Calendar
from gongkai.law.conventions import DEFAULT, Conventions
from gongkai.law.documents import Document, Element, elements_of
from gongkai.law.outcomes.remedies import remedy_of_document
from gongkai.law.steps import Doubt
from gongkai.layout.blocks import Line, Manuscript
from gongkai.letters import consistency, deadlines, paper, remedies, sums
from gongkai.letters.catalogue import FIELDS, FORMS, LETTERS
from gongkai.letters.documents.correction import NOT_RESTARTED, RESTARTED
from gongkai.letters.documents.fee import after_payment
from gongkai.letters.documents.records import remedy_where_refused
from gongkai.letters.fields import APPLICANT, DATE, DUE, NEW_DUE, NUMBER, ORGAN, SERVED_ELECTRONICALLY, latest
from gongkai.letters.filling import Context, Missing, read_values, unmet
from gongkai.letters.letter import Blank, Form, Letter, Need, Receiver, Sentence, need
from gongkai.letters.texts import Filled, gap
from gongkai.letters.values import Value, shown
from gongkai.letters.wordings import STANDARD, Wordings

CONTACT = ("联系人", "联系电话")
_CONTACT = "（联系人：{联系人}，电话：{联系电话}）"
_SOURCE_OF_FORM = "GB/T 9704—2012"
_VARIANT = re.compile("（[^（）]*）$")


class Composed(msgspec.Struct, frozen=True, kw_only=True):
    """A document as far as it is written: what it lacks, what is wrong, what should be looked at again.

    `documents` are the codes of what it is: several where one letter answers items of different outcomes. It may go
    out where nothing is missing and there are no problems; remarks do not hold it up.
    """

    documents: tuple[Document, ...]
    manuscript: Manuscript
    missing: tuple[Missing, ...] = ()
    problems: tuple[Doubt, ...] = ()
    remarks: tuple[Doubt, ...] = ()

    @property
    def is_whole(self) -> bool:
        return not self.missing and not self.problems


def issue(composed: Composed) -> Manuscript:
    """Return a document that may go out; LetterIncomplete with all reasons where it may not."""
    if not composed.is_whole:
        told = (*(one.text for one in composed.missing), *(one.text for one in composed.problems))
        raise LetterIncomplete(told, tuple(dict.fromkeys(one.element.value for one in composed.missing)))
    return composed.manuscript


def compose(
    document: Document,
    values: Mapping[str, object],
    *,
    wordings: Wordings = STANDARD,
    conventions: Conventions = DEFAULT,
    calendar: Calendar = NATIONAL,
) -> Composed:
    """Return a document other than a reply, with what is written into its fields by their names.

    Dates, amounts and numbers may be of their types or words; days are held against the calendar. A reply raises
    ValueError: see `compose_reply`.
    """
    read, doubts = read_values(values)
    case = deadlines.Case(read, (), calendar, conventions)
    if document in FORMS:
        return _form(FORMS[document], case, doubts)
    if document not in LETTERS:
        raise ValueError(f"{document} is a reply: its items decide what it says")
    letter = LETTERS[document]
    context = _context(letter, case)
    body = context.fill(wordings.letters.get(document, letter.text))
    is_numbered = Element.NUMBER in elements_of(document)
    frame = frame_of(context, letter.addressee, is_numbered=is_numbered)
    printed = body.printed | frame.printed
    missing = tuple(unmet((*frame_needs(document, letter.addressee), *letter.needs), printed, context))
    gaps = (*body.gaps, *frame.gaps)
    lines = (*map(Line, body.paragraphs), *gap_lines(missing, gaps))
    problems = (
        *doubts,
        *empty_fields(gaps, missing),
        *_problems(letter, read, body, conventions),
    )
    return Composed(
        documents=(document,),
        manuscript=page_of(context, letter.addressee, lines, title=_title(document), is_numbered=is_numbered),
        missing=missing,
        **_judged(document, problems, case._replace(printed=printed)),
    )


def frame_needs(document: Document, addressee: str) -> tuple[Need, ...]:
    """Return what is asked of a document's frame: number, addressee, signature, date, contact."""
    frame = (
        need(Element.NUMBER, _SOURCE_OF_FORM, NUMBER),
        need(Element.ADDRESSEE, _SOURCE_OF_FORM, addressee),
        need(Element.SEAL, _SOURCE_OF_FORM, ORGAN),
        need(Element.DATE, _SOURCE_OF_FORM, DATE),
        need(Element.CONTACT, "条例第五条", CONTACT),
    )
    return tuple(one for one in frame if one.element in elements_of(document))


def frame_of(context: Context, addressee: str, *, is_numbered: bool) -> Filled:
    """Return the names that stand around a letter's text: those with a value, and those without."""
    always = (ORGAN, addressee, DATE, *CONTACT, *([NUMBER] if is_numbered else []))
    known = frozenset(name for name in (*always, NUMBER, "附件") if context.chosen(name) is not None)
    return Filled("", known, tuple(name for name in always if name not in known))


def gap_lines(missing: Iterable[Missing], shown_gaps: Iterable[str]) -> Iterator[Line]:
    """Yield a line for what is missing and left no gap in the text, so that a draft shows it."""
    seen = set(shown_gaps)
    for one in missing:
        names = [name for name in one.fields if name not in seen]
        seen |= set(names)
        if names:
            yield Line("".join(gap(name) for name in names))


def empty_fields(gaps: Iterable[str], missing: Iterable[Missing]) -> Iterator[Doubt]:
    """Yield a sentence for each gap that no missing element explains."""
    told = {name for one in missing for name in one.fields}
    for name in dict.fromkeys(gaps):
        if name not in told:
            yield Doubt("field.empty", f"“{name}”还没有填写。")


def page_of(
    context: Context, addressee: str, body: tuple[Line, ...], *, title: str, is_numbered: bool
) -> Manuscript:
    """Return a letter's page."""
    attachments = context.values.get("附件", ())
    return paper.letter_page(
        paper.Letterparts(
            title=title,
            organ=context.chosen(ORGAN) or gap(ORGAN),
            number=context.chosen(NUMBER) or (gap(NUMBER) if is_numbered else ""),
            addressee=context.chosen(addressee) or gap(addressee),
            body=body,
            attachments=tuple(str(one) for one in attachments) if isinstance(attachments, tuple) else (),
            date=context.chosen(DATE) or gap(DATE),
            contact=context.fill(_CONTACT).text,
        )
    )


def _judged(document: Document, problems: Iterable[Doubt], case: deadlines.Case) -> dict[str, tuple[Doubt, ...]]:
    """Return the problems and remarks of a document whose own problems are known."""
    values, printed, _, conventions = case
    held = deadlines.held_letter(document, case)
    found = (
        *problems,
        *consistency.contradictions(values, printed),
        *consistency.excluded(printed),
        *consistency.wrong_law(printed, values),
        *sums.wrong_sums(values, printed),
        *held.problems,
    )
    to_look_at = (
        # An extension is told before the period that it extends is over.
        *consistency.remarks(values, printed, conventions, due=DUE if NEW_DUE in printed else ""),
        *held.remarks,
        *sums.other_sums(values, printed),
        *consistency.old_law(printed, values),
        *consistency.loose_ends(values, printed),
    )
    return {"problems": tuple(dict.fromkeys(found)), "remarks": tuple(dict.fromkeys(to_look_at))}


def is_electronic(values: Mapping[str, Value]) -> bool:
    """Say whether a letter is served through the internet (电子送达)."""
    return values.get("送达方式") == SERVED_ELECTRONICALLY


def _title(document: Document) -> str:
    """Return a letter's title, without what tells it from others of the same title."""
    return _VARIANT.sub("", document.label)


def _may_name_applicant(to: Receiver, conventions: Conventions) -> bool:
    """Say whether a document may name the applicant: one to others may not, to a third party by convention."""
    if to is Receiver.THIRD_PARTY:
        return conventions.consultation_names_applicant
    return to is not Receiver.ORGAN


def _without_applicant(values: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if name != APPLICANT}


def _context(letter: Letter, case: deadlines.Case) -> Context:
    """Return what a letter's names stand for."""
    values, conventions = case.values, case.conventions
    own = values if _may_name_applicant(letter.to, conventions) else _without_applicant(values)
    restart = RESTARTED if deadlines.restarts(case, case.day(DATE)) else NOT_RESTARTED
    sentences = (
        *letter.sentences,
        *([restart] if letter.document is Document.L03 else []),
        after_payment(conventions),
        *_remedy(letter.document, values, conventions),
    )
    return Context(own, {one.name: one for one in sentences})


def _remedy(document: Document, values: Mapping[str, Value], conventions: Conventions) -> Iterator[Sentence]:
    if Element.REMEDY in elements_of(document):
        on = latest(values.get(DATE))
        told = remedies.remedy_sentence(
            remedy_of_document(document, (), on, conventions).remedy,
            on,
            values,
            paper="本告知书",
            thing="告知" if document is Document.L28 else "决定",
            electronic=is_electronic(values),
        )
        yield remedy_where_refused(told) if document is Document.L28 else told


def _problems(
    letter: Letter, values: Mapping[str, Value], body: Filled, conventions: Conventions
) -> Iterator[Doubt]:
    """Yield what is wrong with a letter to others: that it names the applicant, or that its text wants to."""
    if _may_name_applicant(letter.to, conventions):
        return
    attachments = values.get("附件")
    yield from consistency.names_applicant(values, (*body.paragraphs, shown(attachments) if attachments else ""))
    if APPLICANT in body.gaps:
        yield Doubt("applicant.asked", "按本地口径，给其他人的文书不写明申请人；请从文字中删去“{申请人}”。")


def _form(form: Form, case: deadlines.Case, doubts: Iterable[Doubt]) -> Composed:
    values = case.values
    may_name = _may_name_applicant(form.to, case.conventions)
    own = dict(values) if may_name else _without_applicant(values)
    context = Context(own, {})
    above = context.fill(form.above)
    fields = dict.fromkeys(what for row in form.rows for _, what in row.cells if not isinstance(what, Blank))
    items = own.get(form.table, ())
    printed = above.printed | {name for name in (*fields, form.table) if name and context.chosen(name) is not None}
    missing = tuple(unmet(form.needs, printed, context))
    wanted = {name for one in missing for name in one.fields}
    cells = {name: context.chosen(name) or (gap(name) if name in wanted else "") for name in fields}
    table = FIELDS[form.table] if form.table else None
    rows = [row for row in items if isinstance(row, tuple)] if isinstance(items, tuple) else []
    problems = [*doubts, *empty_fields(above.gaps, missing)]
    if not may_name:
        problems += consistency.names_applicant(values, [*above.paragraphs, *cells.values()])
    return Composed(
        documents=(form.document,),
        manuscript=paper.form_page(form, cells, above.paragraphs, rows, table),
        missing=missing,
        **_judged(form.document, problems, case._replace(values=own, printed=frozenset(printed))),
    )
