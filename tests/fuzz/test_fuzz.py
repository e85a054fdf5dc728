"""The fuzzer itself: it makes the same inputs again, it sees what is broken, and nothing can hold it up."""

from __future__ import annotations

import os
import time
from itertools import pairwise
from pathlib import Path
from random import Random

import msgspec
import pytest

from gongkai.report import Cell, State, TextPlace
from gongkai.samples import lawful_report
from tests.fuzz import growth, hostile
from tests.fuzz.mutate import CHANGES
from tests.fuzz.run import BATCH, GROWTH, LARGEST_IN_SHORT, MUTANTS, jobs, make
from tests.fuzz.starts import Starts
from tests.fuzz.wellformed import Problem, attempt, complaints
from tests.fuzz.workers import Failed, Job, Read, Task, run

HANGS, DIES, FAILS = 3, 5, 7


def numbered(kind: str, number: int) -> bytes:
    return str(number).encode()


def misbehave(data: bytes) -> tuple[bool, Problem | None]:
    if int(data) == HANGS:
        time.sleep(60)
    if int(data) == DIES:
        os._exit(9)
    return True, Problem("sign", "words") if int(data) == FAILS else None


def stand_still_once(data: bytes) -> tuple[bool, Problem | None]:
    once = Path(os.environ["STOOD_STILL"])
    if int(data) == HANGS and not once.exists():
        once.touch()
        time.sleep(60)
    return True, None


def printed_report():
    """Return a report every cell of which has a place."""
    report = lawful_report(1)
    cells = [msgspec.structs.replace(cell, place=TextPlace(1, 0, 1)) for cell in report.cells]
    return msgspec.structs.replace(report, cells=tuple(cells))


def with_first_cell(**fields):
    report = printed_report()
    return msgspec.structs.replace(
        report, cells=(msgspec.structs.replace(report.cells[0], **fields), *report.cells[1:])
    )


@pytest.mark.parametrize("kind", MUTANTS)
def test_a_mutant_is_a_pure_function_of_seed_kind_and_number(kind):
    once = [make(1, 1 << 15, kind, number) for number in range(30)]
    assert once == [make(1, 1 << 15, kind, number) for number in range(30)]
    assert once != [make(2, 1 << 15, kind, number) for number in range(30)]


@pytest.mark.parametrize("change", set(CHANGES), ids=lambda change: change.__name__)
def test_a_change_takes_any_input(change):
    own = Starts((b"<p>1|2</p>\n" * 9,), ())
    inputs = (b"", b"\n", b"0", b"\xff\xfe\x00", "规章000".encode() * 50, own.made[0])
    changed = [change(Random(seed), data, own) != data for data in inputs for seed in range(30)]
    assert any(changed)


def test_every_hostile_piece_can_be_made():
    for piece in set(hostile.PIECES):
        assert all(isinstance(piece(Random(seed)), bytes) for seed in range(40))


@pytest.mark.parametrize("kind", MUTANTS)
def test_a_few_mutants_of_each_kind_are_read_or_refused(kind):
    amount = {"picture": 1, "pdf": 10}.get(kind, 25)
    problems = {number: attempt(make(4, 1 << 15, kind, number))[1] for number in range(amount)}
    assert {number: problem for number, problem in problems.items() if problem} == {}


def test_a_growing_input_doubles():
    steps = [len(make(1, 1 << 16, GROWTH, number)) for number in range(growth.STEPS)]
    for before, after in pairwise(steps):
        assert after == pytest.approx(2 * before, rel=0.2)
    assert "kB" in growth.name_of(0, 1 << 16)


def test_work_that_grows_faster_than_its_input_is_seen():
    assert [number for number, _ in growth.superlinear({0: 0.1, 1: 0.4, 2: 1.6})] == [2]
    assert list(growth.superlinear({0: 1.0, 1: 2.1, 2: 4.3})) == []
    assert list(growth.superlinear({2: 0.1, 3: 4.0})) == [], "3 begins another series"


def test_a_share_is_a_part_of_the_same_mutants():
    amounts = {
        share: {kind: sum(job.last - job.first for job in jobs(share) if job.kind == kind) for kind in MUTANTS}
        for share in (1, 100)
    }
    assert amounts == {1: {kind: amount // 100 for kind, amount in MUTANTS.items()}, 100: MUTANTS}
    assert all(job.last - job.first <= BATCH for job in jobs(1))
    assert LARGEST_IN_SHORT >= 1 << 15


def test_a_hang_and_a_death_cost_one_input_each():
    found = list(run([Job("text", 0, 6), Job("text", 6, 9)], Task(numbered, misbehave, limit=0.5), 2))
    failed = {one.number: one.problem.sign for one in found if isinstance(one, Failed)}
    assert failed == {HANGS: "over 0.5 s", DIES: "exit code 9", FAILS: "sign"}
    seconds = [number for one in found if isinstance(one, Read) for number in one.seconds]
    assert sorted(seconds) == list(range(9))


def test_a_machine_that_stood_still_once_is_no_failure(tmp_path, monkeypatch):
    monkeypatch.setenv("STOOD_STILL", str(tmp_path / "stood-still"))
    found = list(run([Job("text", 0, 6)], Task(numbered, stand_still_once, limit=0.5), 2))
    assert not [one for one in found if isinstance(one, Failed)]
    assert sorted(number for one in found for number in one.seconds) == list(range(6))
    assert (tmp_path / "stood-still").exists()


def test_a_series_ends_with_the_input_that_hangs():
    found = list(run([Job("text", 2, 9, chained=True)], Task(numbered, misbehave, limit=0.5), 2))
    assert [one.number for one in found if isinstance(one, Failed)] == [HANGS]


def test_a_whole_report_has_nothing_to_complain_of():
    assert complaints(printed_report()) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"value": None},
        {"place": None},
        {"row": "9"},
        {"state": State.BLANK},
        {"state": State.AMBIGUOUS, "value": 1},
    ],
    ids=str,
)
def test_a_broken_report_is_complained_of(fields):
    assert complaints(with_first_cell(**fields))


def test_an_exception_that_is_not_ours_is_a_problem(monkeypatch):
    def fail(_data: bytes) -> Cell:
        raise KeyError("lost")

    monkeypatch.setattr("tests.fuzz.wellformed.read", fail)
    became, problem = attempt(b"")
    assert not became
    assert problem
    assert problem.sign.startswith("KeyError at test_fuzz.py")
    monkeypatch.undo()
    assert attempt(b"") == (False, None)
