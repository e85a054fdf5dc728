"""The table of notices holds what document numbers look like, each once."""

from __future__ import annotations

import re

from gongkai.terms import form, notices


def test_every_number_has_the_form_of_one_and_stands_once() -> None:
    numbers = [notice.number for notice in notices.NOTICES]
    assert [
        number for number in numbers if not re.fullmatch(r"国办[\u4e00-\u9fff]{1,5}〔20\d\d〕[1-9]\d*号", number)
    ] == []
    assert len(set(numbers)) == len(numbers)


def test_no_title_is_part_of_another() -> None:
    titles = [notice.title for notice in (notices.REGULATIONS, *notices.NOTICES)]
    assert [(a, b) for a in titles for b in titles if a is not b and a in b] == []


def test_the_notices_of_both_editions_are_among_them() -> None:
    assert {form.NOTICE_2019, form.NOTICE_2021} <= {notice.number for notice in notices.NOTICES}
