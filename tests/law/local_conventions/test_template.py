"""The file of conventions that an office fills in: complete, readable, and the same when read again."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from msgspec.inspect import BoolType, DateType, EnumType, IntType

from gongkai.law.convention_words import CONVENTIONS
from gongkai.law.conventions import DEFAULT, Conventions, PauseStart
from gongkai.law.local_conventions.reading import local_conventions
from gongkai.law.local_conventions.template import template
from gongkai.law.local_conventions.toml import FIELDS, toml_value
from gongkai.law.outcomes.rows import ROWS

COUNTED = [key for key in ROWS if key not in ("3.6", "4")]


def values_of(kind) -> st.SearchStrategy:
    match kind:
        case EnumType(cls=members):
            return st.sampled_from(members)
        case BoolType():
            return st.booleans()
        case IntType(ge=least, le=most):
            return st.integers(least, most)
        case DateType():
            return st.dates(dt.date(2000, 1, 1))
    return st.sampled_from(COUNTED)


CHOSEN = st.builds(Conventions, **{name: values_of(field.type) for name, field in FIELDS.items()})


@given(CHOSEN)
def test_what_was_chosen_is_read_again(conventions: Conventions) -> None:
    assert local_conventions(template(conventions).encode()) == conventions


def test_a_file_for_nobody_says_nothing() -> None:
    text = template()
    assert local_conventions(text.encode()) == DEFAULT
    assert [line for line in text.splitlines() if line and not line.startswith("#")] == []


def test_switching_every_line_on_changes_nothing() -> None:
    lines = template().splitlines()
    switched = [line.removeprefix("# ") for line in lines if line.removeprefix("# ").split(" = ")[0] in CONVENTIONS]
    assert len(switched) == len(CONVENTIONS)
    assert local_conventions("\n".join(switched).encode()) == DEFAULT


def test_a_question_stands_with_its_values_its_default_and_its_source() -> None:
    text = template(Conventions(pause_starts=PauseStart.DISPATCH_DAY, charge_fees=True))
    assert (
        """
# —— 征求意见 ——

# 征求意见所需时间不计入答复期限，从哪一天起（含当天）不计？
#   "day_after_dispatch"  征求意见书发出的次日（默认）
#   "dispatch_day"  征求意见书发出的当日
#   "day_after_delivery"  征求意见书送达的次日
# 依据：条例第三十三条第三款（起止日未见规定）
pause_starts = "dispatch_day"
"""
        in text
    )
    assert "\n#   true  收取\n#   false  不收取（默认）\n" in text
    assert "\ncharge_fees = true\n" in text
    assert "\n#   1 至 60 的整数，默认 15\n" in text
    assert "\n#   日期，默认 2024-01-01\n" in text
    assert '\n# enquiry_row = "3.6.3"\n' in text
    assert text.startswith("# 本机关的本地口径：")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_every_question_has_its_place_and_every_subject_stands_once() -> None:
    text = template()
    for words in CONVENTIONS.values():
        assert f"\n# {words.question}\n" in text
        assert f"\n# 依据：{words.source}\n" in text
        assert text.count(f"# —— {words.subject} ——") == 1
        for meaning in words.values.values():
            assert f"  {meaning}" in text
    assert text.count("（默认）") == sum(bool(words.values) for words in CONVENTIONS.values())


def test_values_are_written_as_toml_has_them() -> None:
    written = {
        "pause_starts": '"day_after_dispatch"',
        "charge_fees": "false",
        "longest_correction_days": "15",
        "reconsideration_first_from": "2024-01-01",
        "enquiry_row": '"3.6.3"',
    }
    assert {name: toml_value(FIELDS[name].type, FIELDS[name].default) for name in written} == written
    assert toml_value(FIELDS["charge_fees"].type, "true") == "true"
