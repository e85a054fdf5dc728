"""The cells of a report, and how their values are written."""

from __future__ import annotations

from decimal import Decimal

from gongkai.report import plain


def test_values_are_written_without_exponents_and_idle_noughts() -> None:
    assert [plain(v) for v in (0, 3119, Decimal("1E+3"), Decimal("4749.8740"), Decimal("-0.5"))] == [
        "0",
        "3119",
        "1000",
        "4749.874",
        "-0.5",
    ]
