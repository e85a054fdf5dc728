"""What people type in place of a code."""

from __future__ import annotations

from gongkai.law.identifiers.slips import as_code, likely, plain, shown


def test_signs_become_half_width_and_blanks_go() -> None:
    assert plain(" １２ Ａ（３）\t\u200b\n") == "12A(3)"


def test_a_code_is_in_capitals_and_has_no_strokes() -> None:
    assert as_code("1a-2b—3c_4·5") == "1A2B3C45"


def test_only_a_reading_that_is_right_and_other_is_likely() -> None:
    assert likely("1O", "10".__eq__) == "10"
    assert likely("10", "10".__eq__) == ""
    assert likely("1B", "10".__eq__) == ""
    assert likely("il oszv", "1L052V".__eq__) == "1L052V"


def test_in_a_code_of_digits_more_letters_are_taken_for_digits() -> None:
    assert likely("oisz lbq×*x", "0152180XXX".__eq__, digits=True) == "0152180XXX"


def test_what_is_right_in_capitals_keeps_its_letters() -> None:
    assert likely("so", lambda code: code in ("SO", "50")) == "SO"


def test_a_message_quotes_thirty_signs_at_most() -> None:
    assert shown("号" * 30) == "号" * 30
    assert shown("号" * 31) == "号" * 30 + "…"
