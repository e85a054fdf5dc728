"""AnnualReport → bytes in any form (写出): the one door of the writers."""

from __future__ import annotations

import msgspec

from gongkai.errors import CannotPrint
from gongkai.report import AnnualReport
from gongkai.report.json_form import encode
from gongkai.writers import words
from gongkai.writers.report.manuscript import manuscript

FORMS = ("html", "docx", "pdf", "xlsx", "json", "csv", "parquet")


def write(report: AnnualReport, form: str, *, source: str = "") -> bytes:
    """Return a report in one of `FORMS`; the same report gives the same bytes.

    `source` is the name of the file that the report was read from, for the forms that tell it. Raises CannotPrint
    where a PDF file wants a font that this machine lacks, or a text holds what is no character; ValueError for any
    other form.
    """
    try:
        return _bytes(report, form, source)
    except UnicodeEncodeError as error:
        raise CannotPrint(words.NO_CHARACTER.format(code=f"U+{ord(error.object[error.start]):04X}")) from error


def _bytes(report: AnnualReport, form: str, source: str) -> bytes:
    # The library of each form takes longer to load than a report to write: only what is needed is loaded.
    match form:
        case "html":
            from gongkai.writers.report.hypertext import hypertext

            return hypertext(manuscript(report))
        case "docx":
            from gongkai.layout.word import word_document

            return word_document(manuscript(report))
        case "pdf":
            from gongkai.layout.pdf import pdf

            return pdf(manuscript(report))
        case "xlsx":
            from gongkai.writers.report.form_book import form_book

            return form_book(manuscript(report), [(source, report)])
        case "json":
            return msgspec.json.format(encode(report, source=source or None)) + b"\n"
        case "csv":
            from gongkai.writers.report.long_form import csv_text

            return csv_text([(source, report)]).encode("utf-8-sig")
        case "parquet":
            from gongkai.writers.report.parquet import parquet

            return parquet([(source, report)])
        case _:
            raise ValueError(f"{form!r} is none of {FORMS}")
