"""What a file says of itself in its properties."""

from __future__ import annotations

import pytest

from gongkai.readers.documents.document import keywords_of
from gongkai.terms import form, marks

MORE = f"{marks.WRITTEN_HERE}.t0123abcd.10123abcd"


@pytest.mark.parametrize(
    "organ", ["萤台县民政局", "萤台县 民政局", "萤台县 2024 民政局", "Firefly Bureau of Records"]
)
@pytest.mark.parametrize("scope", form.SCOPES.values())
@pytest.mark.parametrize("more", [(), (MORE,)])
@pytest.mark.parametrize("between", [", ", "; ", " "])
def test_our_keywords_are_found_again_whatever_parts_them(
    organ: str, scope: str, more: tuple[str, ...], between: str
) -> None:
    written = (form.TITLE, organ, "2025", scope, marks.WRITTEN_HERE, *more)
    assert keywords_of(between.join(written)) == written


@pytest.mark.parametrize("known", [(), ("萤台县民政局",), ("2025",)])
def test_what_is_not_known_is_no_keyword(known: tuple[str, ...]) -> None:
    written = (form.TITLE, *known, form.SCOPES["own"], marks.WRITTEN_HERE)
    assert keywords_of(" ".join(written)) == written


def test_blanks_part_no_other_keywords() -> None:
    assert keywords_of("萤台县 民政局 gongkai") == ("萤台县 民政局 gongkai",)
    assert keywords_of("政务公开 年报、萤台县") == ("政务公开 年报", "萤台县")
