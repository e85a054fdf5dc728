"""Every form of output shows the same findings in the same order, with the same numbers."""

from __future__ import annotations

from gongkai.checks.catalogue import Kind
from gongkai.checks.check import all_kinds
from gongkai.report import Finding, Severity
from gongkai.writers.findings.checked import checked
from tests.writers.made import dismissal, example, findings, report


def codes(several) -> list[str]:
    return [one.finding.code for one in several]


def test_the_gravest_come_first_and_otherwise_the_order_is_kept() -> None:
    one = example()
    assert codes(one.findings) == [
        *("made.row_sum", "made.heading", "made.claim", "made.whole", "made.words", "made.lost"),
    ]
    assert [found.number for found in one.findings] == [1, 2, 3, 4, 5, 6]


def test_what_was_dismissed_is_counted_apart_and_no_number_changes() -> None:
    one = example(dismissed="made.heading")
    assert [found.number for found in one.findings] == [1, 3, 4, 5, 6]
    assert [(found.number, found.finding.code) for found in one.dismissed] == [(2, "made.heading")]
    assert one.counts == {Severity.ERROR: 1, Severity.WARNING: 2, Severity.NOTE: 1, Severity.DAMAGE: 1}
    assert one.dismissed[0].verdict is not None


def test_a_confirmed_finding_stands_with_its_verdict() -> None:
    made = report()
    dismissed = dismissal(example(), "made.whole")
    confirmed = type(dismissed)(
        fingerprint=dismissed.fingerprint, code=dismissed.code, decision="confirmed", reason="属实"
    )
    one = checked("甲", made, findings(made), [confirmed])
    assert [found.verdict for found in one.findings if found.verdict] == [confirmed]
    assert one.dismissed == ()


def test_a_verdict_on_what_is_no_longer_found_is_stale() -> None:
    made = report()
    verdict = dismissal(example(), "made.whole")
    assert checked("甲", made, findings(made)[:2], [verdict]).stale == (verdict,)


def test_a_finding_knows_its_kind_where_the_catalogue_does() -> None:
    kind = all_kinds()[0]
    made = report()
    known = Finding(code=kind.code, severity=Severity.ERROR, message="有误。")
    one = checked("甲", made, [known, *findings(made)])
    kinds: list[Kind | None] = [found.kind for found in one.findings if found.finding.code == kind.code]
    assert kinds == [kind]
    assert one.findings[1].kind is None
