"""Every finding in the real reports has been read by a person, and none has come or gone since."""

from __future__ import annotations

from tests.real_findings import UNREAD, found, golden


def test_what_is_found_in_the_real_reports_is_what_was_read(shared_reports):
    kept = {
        name: [{key: value for key, value in one.items() if key != "verdict"} for one in own]
        for name, own in golden().items()
    }
    assert found(shared_reports) == kept, "run: python tests/real_findings.py, and read the diff"


def test_no_finding_is_unread_and_none_was_found_wrong():
    assert {one["verdict"] for own in golden().values() for one in own} <= {"right", "fair"}
    assert UNREAD not in {"right", "fair"}
