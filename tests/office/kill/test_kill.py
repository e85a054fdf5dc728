"""Server and workers are killed at random while clients write."""

from __future__ import annotations

from tests.office.kill.killing import kill_and_look

KILLS, SEED = 20, 7


def test_nothing_acknowledged_is_missing_or_doubled_after_kills() -> None:
    outcome = kill_and_look(KILLS, SEED)
    assert outcome.problems == [], outcome
    assert outcome.acknowledged.total() > KILLS
    assert outcome.acknowledged.keys() == {"change", "add", "upload", "send", "import"}
    assert outcome.errors.total() < KILLS, outcome
