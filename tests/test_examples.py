"""The examples that the project ships are what the generator makes, and read as their truth says."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pytest

from gongkai.checks.check import check
from gongkai.readers import read
from gongkai.report import Severity, State
from tools.examples import EXAMPLES, FAULTY, FAULTY_CELL, FOLDER, faulty


class Reading(NamedTuple):
    """At least so many cells are read without a mark, and at least so many are right, marked or not."""

    unmarked: int
    right: int


READINGS = {
    "1-网页.html": Reading(200, 200),
    "2-一格一行.txt": Reading(200, 200),
    "3-竖线分隔.txt": Reading(200, 200),
    "4-全文一行数字相连.txt": Reading(4, 197),
    "5-编码误读丢字.txt": Reading(191, 191),
    "6-网页锟斤拷.html": Reading(200, 200),
    "7-网页2019版空白.html": Reading(87, 198),
    "8-Word修订稿.docx": Reading(200, 200),
    "9-PDF跨页断表.pdf": Reading(200, 200),
}


def test_the_folder_holds_the_examples_and_nothing_else():
    assert {file.name for file in FOLDER.iterdir()} == {*EXAMPLES, FAULTY} == {*READINGS, FAULTY}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_what_the_generator_makes(name):
    shipped, made = (FOLDER / name).read_bytes(), EXAMPLES[name].data
    # Another library of compression packs the same content otherwise.
    packed = name.endswith((".docx", ".pdf"))
    assert (read(shipped) == read(made)) if packed else (shipped == made), "run: python -m tools.examples"


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_reads_as_its_truth_says(name):
    truth, found = EXAMPLES[name].report, read((FOLDER / name).read_bytes())
    assert (found.organ, found.year, found.edition) == (truth.organ, truth.year, truth.edition)
    pairs = list(zip(found.cells, truth.cells, strict=True))
    assert [cell for cell, own in pairs if not cell.marked and cell.value != own.value] == []
    assert sum(not cell.marked for cell in found.cells) >= READINGS[name].unmarked
    right = sum((cell.state, cell.value) == (own.state, own.value) for cell, own in pairs)
    assert right >= READINGS[name].right


def test_the_examples_show_every_kind_of_reading():
    cells = [cell for name in EXAMPLES for cell in read((FOLDER / name).read_bytes()).cells]
    assert {State.PRINTED, State.BLANK, State.AMBIGUOUS, State.UNREADABLE} <= {cell.state for cell in cells}
    assert Counter(cell.marked for cell in cells).keys() == {True, False}
    assert any(cell.repair for cell in cells)
    assert any(cell.candidates for cell in cells)
    assert {EXAMPLES[name].report.edition for name in EXAMPLES} == {"2019", "2021"}


def test_the_faulty_example_is_what_the_generator_makes():
    assert read((FOLDER / FAULTY).read_bytes()) == read(faulty()), "run: python -m tools.examples"


def test_every_fault_of_the_faulty_example_is_found_and_nothing_else():
    findings = check(read((FOLDER / FAULTY).read_bytes()))
    grave = [finding for finding in findings if finding.severity in {Severity.ERROR, Severity.WARNING}]
    assert {finding.code for finding in grave} == {
        "areas.word",
        "document_numbers.unbalanced",
        "headings.wording",
        "publication_dates.late",
        "requests.wrong_cell",
        "statements.cell",
        "statements.parts",
    }
    cell = next(finding for finding in grave if finding.code == "requests.wrong_cell")
    assert cell.cells[0] == FAULTY_CELL
    assert cell.correction is not None


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_is_held_against_the_authors_of_the_others(name):
    findings = check(read((FOLDER / name).read_bytes()))
    grave = {finding.code for finding in findings if finding.severity in {Severity.ERROR, Severity.WARNING}}
    assert grave <= {"tables.blank"}
