"""`gongkai conventions`: the file of local conventions."""

from __future__ import annotations

from pathlib import Path

from gongkai.law.convention_words import CONVENTIONS
from gongkai.law.conventions import DEFAULT
from gongkai.law.local_conventions.reading import local_conventions
from tests.cli.conftest import Run


def test_the_file_asks_every_question_and_chooses_nothing(gongkai: Run) -> None:
    found = gongkai("conventions")
    assert found.code == 0
    assert all(one.question in found.text for one in CONVENTIONS.values())
    assert local_conventions(found.out) == DEFAULT


def test_choices_of_a_file_are_kept(gongkai: Run, here: Path) -> None:
    (here / "口径.toml").write_text("charge_fees = true\n", encoding="utf-8")
    assert gongkai("conventions", "口径.toml", "--output", "新.toml").code == 0
    kept = local_conventions((here / "新.toml").read_bytes())
    assert kept.charge_fees
    assert "\ncharge_fees = true\n" in (here / "新.toml").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_followed_is_refused(gongkai: Run, here: Path) -> None:
    (here / "口径.toml").write_text('charge_fee = "yes"\n', encoding="utf-8")
    found = gongkai("conventions", "口径.toml")
    assert (found.code, found.text) == (2, "")
    assert "charge_fees" in found.err
