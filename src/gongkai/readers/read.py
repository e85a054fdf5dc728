"""Bytes → AnnualReport: the one door of this package (读取)."""

from __future__ import annotations

from gongkai.errors import EmptyInput, NotAReport, SeveralReports
from gongkai.readers.damage_notes import damage_notes
from gongkai.readers.documents import reasons
from gongkai.readers.documents.document import Document, is_written_here
from gongkai.readers.documents.paper import PageProgress
from gongkai.readers.documents.read_document import read_document
from gongkai.readers.headings import first_report_end
from gongkai.readers.naming import is_another, name_and_year, scope, unit
from gongkai.readers.outline import headings_of, outline
from gongkai.readers.recognition import recognised
from gongkai.readers.records import reasons as data_reasons
from gongkai.readers.records.long_rows import Named
from gongkai.readers.records.read_records import read_records
from gongkai.readers.sections import read_sections
from gongkai.readers.tables.read_tables import read_tables
from gongkai.readers.tape import tape_of
from gongkai.report import AnnualReport, Leftover

# A readable file with fewer headings and no table is something else.
_LEAST_HEADINGS = 2
_EXCERPT = 60


def read(data: bytes, progress: PageProgress | None = None) -> AnnualReport:
    """Read a published annual report, whatever kind of file, into the cells of its edition of the form.

    Also reads back what this program wrote as data. Raises UnreadableInput (with one Chinese sentence) where the
    bytes are empty, too large, of a kind that is not read, or not an annual report; SeveralReports where they are
    data of more than one. A damaged report is never an error: its cells are marked. `progress` is called with a
    number and a count before each page whose picture is recognised, which takes seconds.
    """
    found = read_all(data, progress)
    if len(found) > 1:
        raise SeveralReports(data_reasons.SEVERAL.format(count=len(found)))
    return found[0][1]


def read_all(data: bytes, progress: PageProgress | None = None) -> tuple[Named, ...]:
    """Read a file that may hold the data of many reports: each with the file it was once read from, if it is told.

    A published report is one, of which nothing is told. Raises what `read` raises, but for SeveralReports.
    """
    return read_records(data) or ((None, report_of(read_document(data, progress))),)


def report_of(document: Document) -> AnnualReport:
    """Turn a document of any kind into a report."""
    tape = tape_of(document)
    if not tape.text.strip():
        raise EmptyInput(reasons.NO_TEXT)
    told = outline(tape, document.keywords)
    organ, year = name_and_year(tape, document, titled=told.titled)
    more: tuple[Leftover, ...] = ()
    end = first_report_end(tape)
    if end is not None and is_another(tape, end, organ, year):
        more = (Leftover(tape.raw[end : end + _EXCERPT].strip(), "another report", tape.place(end, end + 1)),)
        tape = tape.until(end)
    headings = headings_of(tape, told)
    tables = read_tables(tape, year, headings, sound=is_written_here(document), edition=told.edition)
    if not tables.spans and len(headings) < _LEAST_HEADINGS:
        raise NotAReport(reasons.NOT_A_REPORT)
    prose = read_sections(tape, headings, tables, organ, told)
    aside = (Leftover(one.text, one.reason, one.place) for one in document.aside)
    return AnnualReport(
        organ=organ,
        unit=unit(tape),
        year=year,
        edition=tables.edition,
        scope=scope(tape, (organ, year), document, headings[0].start if headings else 0),
        preface=prose.preface,
        sections=prose.sections,
        closing=prose.closing,
        cells=recognised(tables.cells, tables.edition, document.scanned),
        leftovers=(*tables.leftovers, *more, *aside),
        damage=damage_notes(tape),
    )
