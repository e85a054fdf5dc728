"""A draft → the report: every field of its prose filled in from its cells (生成正文)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from gongkai.drafts import words
from gongkai.drafts.fields import Field, Half, Piece, Text, pieces
from gongkai.drafts.formulas import Mistake
from gongkai.drafts.values import Sources, value_of
from gongkai.errors import BrokenDraft
from gongkai.report import (
    AnnualReport,
    PagePlace,
    Paragraph,
    Passage,
    Place,
    Section,
    SheetPlace,
    TextPlace,
)

# Enough to find a field by.
_LONGEST_SHOWN = 30


class Rendered(msgspec.Struct, frozen=True):
    """A report with as many fields filled in as can be, and a sentence for each of the others."""

    report: AnnualReport
    problems: tuple[str, ...] = ()


def render(report: AnnualReport, *, last_year: AnnualReport | None = None) -> AnnualReport:
    """Return a report with every field filled in; BrokenDraft with all problems where one cannot be."""
    rendered = preview(report, last_year=last_year)
    if rendered.problems:
        raise BrokenDraft(rendered.problems)
    return rendered.report


def preview(report: AnnualReport, *, last_year: AnnualReport | None = None) -> Rendered:
    """Return a report with what can be filled in; the rest stays as it stands, so that it is still a draft."""
    sources = Sources(report, last_year)
    problems = tuple(problem for one in report.passages() for problem in _problems(one, sources))
    filled = _Filled(sources, draft=bool(problems))
    return Rendered(
        msgspec.structs.replace(
            report,
            preface=filled.paragraphs(report.preface),
            sections=tuple(filled.section(one) for one in report.sections),
            closing=filled.paragraphs(report.closing),
        ),
        problems,
    )


def _problems(passage: Passage, sources: Sources) -> Iterator[str]:
    """Yield a sentence for each field of a passage that cannot be filled in."""
    for piece in pieces(passage.text):
        found: str | Mistake = ""
        if isinstance(piece, Half):
            found = Mistake(words.HALF)
        elif isinstance(piece, Field):
            found = Mistake(words.NOT_FILLED) if piece.is_hole else value_of(piece.inside, sources)
        if isinstance(found, Mistake) and not isinstance(piece, Text):
            shown = piece.shown if isinstance(piece, Half) else piece.text
            where = _where(passage) + _place_words(passage.quote(piece.start, piece.end).place)
            yield words.PROBLEM.format(where=where, field=_shortened(shown), reason=found.reason)


class _Filled:
    """Fills in texts. In what is still a draft, two braces that mean one stay two."""

    def __init__(self, sources: Sources, *, draft: bool) -> None:
        self._sources = sources
        self._draft = draft

    def section(self, section: Section) -> Section:
        """Return a section with its heading and its paragraphs filled in."""
        heading = section.heading
        return msgspec.structs.replace(
            section,
            heading=heading if heading is None else self._text(heading),
            paragraphs=self.paragraphs(section.paragraphs),
        )

    def paragraphs(self, paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
        """Return paragraphs filled in."""
        return tuple(map(self._paragraph, paragraphs))

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        """Return a paragraph filled in; the columns of a text are no place of words that changed."""
        text = self._text(paragraph.text)
        if text == paragraph.text:
            return paragraph
        return Paragraph(text, None if isinstance(paragraph.place, TextPlace) else paragraph.place)

    def _text(self, text: str) -> str:
        return "".join(self._piece(piece) for piece in pieces(text))

    def _piece(self, piece: Piece) -> str:
        if isinstance(piece, Field) and not piece.is_hole:
            found = value_of(piece.inside, self._sources)
            return piece.text if isinstance(found, Mistake) else found
        return piece.shown if isinstance(piece, Text) and not self._draft else piece.text


def _shortened(field: str) -> str:
    """Return a field as it is written, without the middle of a long hint."""
    return field if len(field) <= _LONGEST_SHOWN else field[: _LONGEST_SHOWN - 2] + words.CUT_SHORT + field[-1]


def _where(passage: Passage) -> str:
    part = words.PARTS[passage.part]
    if passage.number == 0:
        return words.HEADING.format(part=part)
    return words.PARAGRAPH.format(part=part, number=passage.number)


def _place_words(place: Place | None) -> str:
    """Return where a field stands in its file, as far as that helps to find it."""
    match place:
        case TextPlace():
            return words.ON_LINE.format(line=place.line, column=place.start + 1)
        case SheetPlace():
            return words.ON_SHEET.format(place=place)
        case PagePlace():
            return words.ON_PAGE.format(page=place.page)
        case _:
            return ""
