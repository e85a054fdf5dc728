"""Fields in a text: found in braces of either width, and nothing of the text is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.drafts.fields import Field, Half, Text, open_fields, pieces
from gongkai.samples import lawful_report
from tests.drafts.filling import with_text

WORDS = st.text(alphabet="{}｛｝本年：填写 1", max_size=30)


@given(WORDS)
def test_the_pieces_of_a_text_are_all_of_it(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text)) == text


@given(WORDS)
def test_a_piece_knows_where_it_stands(text: str) -> None:
    placed = [piece for piece in pieces(text) if not isinstance(piece, Text)]
    assert [text[piece.start : piece.end] for piece in placed] == [piece.text for piece in placed]


@pytest.mark.parametrize("written", ["{本年新收}", "｛本年新收｝", "{本年新收｝"])
def test_braces_may_be_of_either_width(written: str) -> None:
    (field,) = [piece for piece in pieces(f"收到{written}件") if isinstance(piece, Field)]
    assert (field.text, field.inside, field.start) == (written, "本年新收", 2)


@pytest.mark.parametrize(
    ("written", "shown"), [("{{甲}}", "{甲}"), ("｛｛甲｝｝", "｛甲｝"), ("}}{{", "}{"), ("{{{{", "{{")]
)
def test_two_braces_are_one_sign(written: str, shown: str) -> None:
    found = list(pieces(written))
    assert all(isinstance(piece, Text) for piece in found)
    assert "".join(piece.shown for piece in found if isinstance(piece, Text)) == shown


@pytest.mark.parametrize(
    ("written", "halves"),
    [("{甲", ["{"]), ("甲}", ["}"]), ("{甲{乙}", ["{"]), ("{甲}}", ["}"]), ("}{", ["}", "{"])],
)
def test_a_brace_without_its_other_half_is_no_field(written: str, halves: list[str]) -> None:
    assert [piece.text for piece in pieces(written) if isinstance(piece, Half)] == halves


def test_a_field_between_signs_is_a_field() -> None:
    kinds = [type(piece) for piece in pieces("{{{本年新收}}}")]
    assert kinds == [Text, Field, Text]


@pytest.mark.parametrize(
    "written", ["{填写：数字}", "{填写: 情况}", "{填写}", "{ 请填写：甲}", "｛填写，没有的写无｝"]
)
def test_what_a_person_is_to_write_is_a_hole(written: str) -> None:
    (field,) = pieces(written)
    assert isinstance(field, Field)
    assert field.is_hole


def test_fields_are_found_wherever_a_report_has_prose() -> None:
    report = with_text(lawful_report(1), "收到{本年新收}件", "{填写：甲}和{{")
    assert [(one.part, one.number, field.text) for one, field in open_fields(report)] == [
        ("1", 1, "{本年新收}"),
        ("1", 2, "{填写：甲}"),
    ]
