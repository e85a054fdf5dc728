"""Control characters: blanks are blanks in every kind of file, and what cannot be held is seen as lost."""

from __future__ import annotations

import pytest

from gongkai.layout.characters import as_found, in_xml, on_page, on_paper


@pytest.mark.parametrize("blank", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x1f"])
def test_what_parts_words_is_a_blank(blank: str) -> None:
    for shown in (in_xml, on_page, on_paper):
        assert shown(f"甲{blank}{blank}乙") == "甲  乙"
    assert as_found(f"甲{blank}乙") == "甲\ufffd乙"


@pytest.mark.parametrize("sign", ["\x00", "\x08", "\x0e", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_what_cannot_be_held_is_shown_as_lost(sign: str) -> None:
    for shown in (in_xml, on_page, as_found):
        assert shown(f"甲{sign}乙") == "甲\ufffd乙"
    # A file that is printed names it, and is not made.
    assert on_paper(f"甲{sign}乙") == f"甲{sign}乙"


@pytest.mark.parametrize(
    ("sign", "xml", "page", "found", "paper"),
    [
        ("\r", "\r", " ", "\ufffd", "\r"),
        ("\x85", "\x85", " ", "\ufffd", " "),
        ("\x7f", "\x7f", "\ufffd", "\ufffd", "\x7f"),
        ("\x9f", "\x9f", "\ufffd", "\ufffd", "\x9f"),
        ("\u202e", "\u202e", "\u202e", "\u202e", ""),
        ("\ufeff", "\ufeff", "\ufeff", "\ufeff", ""),
    ],
)
def test_kinds_of_files_differ_in_what_they_hold(sign: str, xml: str, page: str, found: str, paper: str) -> None:
    assert (in_xml(sign), on_page(sign), as_found(sign), on_paper(sign)) == (xml, page, found, paper)


@pytest.mark.parametrize("sign", ["\t", "\n", " ", "\xa0", "㐂", "\ue000", "\ufffd", "𠮷", "\U0010ffff"])
def test_all_else_stays(sign: str) -> None:
    assert {shown(sign) for shown in (in_xml, on_page, as_found, on_paper)} == {sign}
