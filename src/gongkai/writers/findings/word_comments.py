"""A Word document with a comment at every finding (批注): the document is otherwise as it was."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from itertools import count
from typing import NamedTuple, cast

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.oxml.text.run import CT_R
from docx.text.run import Run
from lxml import etree

from gongkai.errors import UnknownKind
from gongkai.layout.characters import in_xml
from gongkai.layout.packages import without_time
from gongkai.readers.documents.kind import is_package
from gongkai.readers.documents.limits import MAX_SCAN_BYTES
from gongkai.readers.documents.word_markup import BOX, name_of
from gongkai.report import CellKey, Quote
from gongkai.writers import words
from gongkai.writers.findings.checked import Checked, Numbered
from gongkai.writers.findings.spots import cell_words, excerpt, quote_words, spots_of, verdict_words
from gongkai.writers.findings.word_places import Letter, Stretch, WordPlaces

_FOLDER = "word/"
_CONTENT_TYPES = "[Content_Types].xml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
# How many other places a comment tells.
_MOST_SPOTS = 5


class _Part(NamedTuple):
    """A part of a text element, with the offset it begins at in the whole."""

    offset: int
    element: etree._Element


def with_comments(data: bytes, checked: Checked) -> bytes:
    """Return a Word document with a comment at each finding that stands.

    UnknownKind where the bytes are no Word document, or one that the library cannot open.
    """
    originals = _parts_of(data)
    try:
        document = docx.Document(io.BytesIO(data))
        places = WordPlaces(document.element.body)
    except (OpcError, KeyError, ValueError, AttributeError, TypeError, etree.XMLSyntaxError) as error:
        raise UnknownKind(words.STRANGE_WORD_DOCUMENT) from error
    if not checked.findings:
        return data
    stretches = [_stretch(one, checked, places) for one in checked.findings]
    parts, numbers = _cut_all(stretches), count(_first_number(document))
    for one, stretch in zip(checked.findings, stretches, strict=True):
        if stretch is not None:
            _comment(document, next(numbers), _runs(stretch, parts), _text(one, checked))
    buffer = io.BytesIO()
    document.save(buffer)
    changed = set(_changed(document))
    return without_time(buffer.getvalue(), {name: part for name, part in originals.items() if name not in changed})


def _parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word document as they are; UnknownKind where it is none."""
    if not is_package(data):
        raise UnknownKind(words.NOT_A_WORD_DOCUMENT)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            # The library unpacks all of them into memory.
            if sum(part.file_size for part in package.infolist()) > MAX_SCAN_BYTES:
                raise UnknownKind(words.STRANGE_WORD_DOCUMENT)
            parts = {part.filename: package.read(part) for part in package.infolist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnknownKind(words.STRANGE_WORD_DOCUMENT) from error
    if not any(name.startswith(_FOLDER) for name in parts):
        raise UnknownKind(words.NOT_A_WORD_DOCUMENT)
    return parts


def _changed(document: Document) -> Iterator[str]:
    """Yield the names of the parts that comments change."""
    main = document.part.partname
    yield _CONTENT_TYPES
    yield from (name.lstrip("/") for name in (main, main.rels_uri))
    yield document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS).partname.lstrip("/")


def _stretch(one: Numbered, checked: Checked, places: WordPlaces) -> Stretch | None:
    """Return where a finding is commented on: its first spot that is found, or the first line of the document."""
    texts = {(passage.part, passage.number): passage.text for passage in checked.report.passages()}
    for spot in spots_of(one.finding):
        if isinstance(spot, Quote):
            found = places.of_quote(spot, texts.get((spot.part, spot.number), ""))
        else:
            known = spot in checked.report.form.positions
            found = places.of_cell(checked.report.cell(*spot).place) if known else None
        if found:
            return found
    return places.first()


def _text(one: Numbered, checked: Checked) -> Iterator[str]:
    """Yield the paragraphs of a comment."""
    finding = one.finding
    severity = words.SEVERITIES[finding.severity]
    yield words.COMMENT_HEAD.format(severity=severity, number=one.number, message=finding.message)
    if finding.calculation is not None:
        yield words.CALCULATION.format(text=finding.calculation)
    if finding.correction is not None:
        yield words.CORRECTION.format(text=finding.correction)
    also = spots_of(finding)[1:]
    if also:
        text = words.BETWEEN_SPOTS.join(_told(spot, checked) for spot in also[:_MOST_SPOTS])
        more = words.AND_MORE.format(spot=text, count=len(also)) if len(also) > _MOST_SPOTS else text
        yield words.SEE_ALSO.format(text=more)
    if one.verdict:
        yield words.REVIEWED.format(text=verdict_words(one.verdict))
    if one.kind:
        yield words.SOURCE.format(text=one.kind.source)


def _told(spot: Quote | CellKey, checked: Checked) -> str:
    if isinstance(spot, Quote):
        return quote_words(spot) + str(excerpt(spot, checked.report))
    return cell_words(spot, checked.report)


def _first_number(document: Document) -> int:
    """Return a number above those of all comments, also of those that only their marks are left of."""
    marks = document.element.body.iter(*(qn(f"w:{name}") for name in _MARKS))
    marked = (str(mark.get(qn("w:id"))) for mark in marks)
    numbers = [int(number) for number in marked if number.isascii() and number.isdecimal()]
    return 1 + max([-1, *numbers, *(comment.comment_id for comment in document.comments)])


def _comment(document: Document, number: int, runs: tuple[CT_R, CT_R], paragraphs: Iterable[str]) -> None:
    comment = document.comments.add_comment(author=words.AUTHOR, initials=words.AUTHOR)
    element = comment._comment_elm  # noqa: SLF001  # no other way
    # The library dates a comment by the clock, and nothing here depends on that.
    element.date = None
    element.id = number
    first, *rest = map(in_xml, paragraphs)
    comment.paragraphs[0].add_run(first)
    for text in rest:
        comment.add_paragraph(text)
    begin, end = (Run(run, document) for run in runs)
    begin.mark_comment_range(end, number)


def _cut_all(stretches: Iterable[Stretch | None]) -> dict[etree._Element, list[_Part]]:
    """Part runs where commented words begin and end."""
    cuts: dict[etree._Element, set[int]] = defaultdict(set)
    for stretch in stretches:
        letters = _letters(stretch) if stretch else ()
        if letters:
            cuts[letters[0].element].add(letters[0].offset)
            cuts[letters[-1].element].add(letters[-1].offset + 1)
    parts: dict[etree._Element, list[_Part]] = {}
    for element, indices in cuts.items():
        # From the last to the first: what stands before a cut keeps its place.
        made = [_Part(index, _cut(element, index)) for index in sorted(indices, reverse=True)]
        parts[element] = [_Part(0, element), *reversed(made)]
    return parts


def _cut(element: etree._Element, index: int) -> etree._Element:
    """Begin a new run at a character of a text; return the element that holds the character."""
    text = element.text or ""
    run, behind = element.getparent(), list(element.itersiblings())
    if 0 < index < len(text):
        part = deepcopy(element)
        element.text, part.text = text[:index], text[index:]
        for one in (element, part):
            one.set(_SPACE, "preserve")
        _part_run(run, [part, *behind])
        return part
    if index >= len(text):
        _part_run(run, behind)
    elif any(name_of(one) != "rPr" for one in element.itersiblings(preceding=True)):
        _part_run(run, [element, *behind])
    return element


def _part_run(run: etree._Element, contents: list[etree._Element]) -> None:
    """Move contents to a run of their own behind another, with the same properties."""
    if not contents:
        return
    new = run.makeelement(run.tag, dict(run.attrib), run.nsmap)
    new.extend([deepcopy(one) for one in run if name_of(one) == "rPr"])
    new.extend(contents)
    run.addnext(new)


def _runs(stretch: Stretch, parts: Mapping[etree._Element, list[_Part]]) -> tuple[CT_R, CT_R]:
    """Return the first and the last run that a comment spans."""
    letters = _letters(stretch)
    if letters:
        return _run_of(letters[0], parts), _run_of(letters[-1], parts)
    # Word takes no comment inside a text box: it stands at the run that the box is anchored in.
    boxes = [one for one in stretch.paragraph.iterancestors() if name_of(one) == BOX]
    inner = boxes[-1] if boxes else stretch.paragraph
    run = next((one for one in inner.iterancestors() if isinstance(one, CT_R)), None) if boxes else None
    run = run if run is not None else next(inner.iter(qn("w:r")), None)
    if run is None:
        run = inner.makeelement(qn("w:r"))
        inner.append(run)
    return run, run


def _run_of(letter: Letter, parts: Mapping[etree._Element, list[_Part]]) -> CT_R:
    found = [part.element for part in parts[letter.element] if part.offset <= letter.offset]
    return cast("CT_R", found[-1].getparent())


def _letters(stretch: Stretch) -> list[Letter]:
    """Return the letters of a stretch that a comment may span: those of ordinary runs."""
    if any(name_of(one) == BOX for one in stretch.paragraph.iterancestors()):
        return []
    return [letter for letter in stretch.letters if isinstance(letter.element.getparent(), CT_R)]
