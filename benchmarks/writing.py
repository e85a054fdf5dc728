"""How fast reports are written and regions consolidated, against what the libraries take for less (写出与汇总)."""

from __future__ import annotations

import io

import docx
import openpyxl
import typst

from benchmarks.timing import paired, seconds
from gongkai.errors import CannotPrint
from gongkai.layout.blocks import Line, Manuscript
from gongkai.report.consolidation.children import children_of_text
from gongkai.report.consolidation.consolidate import consolidate
from gongkai.samples import lawful_report
from gongkai.samples.regions import region
from gongkai.writers.report.manuscript import manuscript
from gongkai.writers.write import FORMS, write

TIMES = 15
CHILDREN = 10_000


def show_writing() -> None:
    """Print what each form takes after start-up, and what its library takes for the same words without a layout."""
    report = lawful_report(7, edition="2021", size="large")
    plain = manuscript(report)
    peers = {
        "docx": ("python-docx, bare", lambda: _bare_document(plain)),
        "pdf": ("typst, words alone", lambda: _bare_pages(plain)),
        "xlsx": ("openpyxl, bare", lambda: _bare_book(plain)),
    }
    print(f"{'a report written':44}{'first ms':>11}{'ms':>11}{'peer ms':>11}{'ours/peer':>11}")
    for form in FORMS:
        try:
            first = seconds(lambda form=form: write(report, form))
        except CannotPrint as error:
            print(f"  {form:42}{error.reason}")
            continue
        name, peer = peers.get(form, ("", None))
        ways = [lambda form=form: write(report, form), *([peer] if peer else [])]
        ours, *theirs = paired(ways, TIMES)
        beside = "".join(f"{1000 * one:11.1f}{ours / one:11.2f}  {name}" for one in theirs)
        print(f"  {form:42}{1000 * first:11.1f}{1000 * ours:11.1f}{beside}")
    print()


def show_consolidation() -> None:
    """Print what the sums of a large region take, against bare sums of the same numbers."""
    made = region(1, children=CHILDREN, edition="2021")
    children = children_of_text(made.listed)
    columns = [[float(cell.value or 0) for cell in report.cells] for _, report in made.reports]
    ours = seconds(lambda: consolidate(made.reports, organ=made.organ, year=made.year, children=children))
    bare = seconds(lambda: [sum(column) for column in zip(*columns, strict=True)])
    print(f"{'a region consolidated':44}{'children':>11}{'s':>11}{'bare s':>11}{'ours/bare':>11}")
    told = f"{'with a list, every sum with its addends':42}{CHILDREN:11}"
    print(f"  {told}{ours:11.2f}{bare:11.2f}{ours / bare:11.1f}\n")


def _bare_document(plain: Manuscript) -> bytes:
    document = docx.Document()
    for block in plain.blocks:
        if isinstance(block, Line):
            document.add_paragraph(block.text)
        else:
            table = document.add_table(rows=0, cols=len(block.widths))
            for row in block.rows:
                cells = table.add_row().cells
                for cell, box in zip(cells, row, strict=False):
                    cell.text = box.text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _bare_pages(plain: Manuscript) -> bytes:
    words = [block.text for block in plain.blocks if isinstance(block, Line)]
    return typst.compile("\n\n".join(f"#{text!r}".replace("'", '"') for text in words).encode())


def _bare_book(plain: Manuscript) -> bytes:
    book = openpyxl.Workbook()
    for block in plain.blocks:
        rows = [[block.text]] if isinstance(block, Line) else [[box.text for box in row] for row in block.rows]
        for row in rows:
            book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
