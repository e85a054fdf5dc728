"""Files to be saved: their name, and what a browser is told about them."""

from __future__ import annotations

import pytest
from django.http import StreamingHttpResponse

from gongkai_office.pages.downloads import attachment


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("log-2026.csv", 'attachment; filename="log-2026.csv"'),
        ("名录.csv", "attachment; filename*=utf-8''%E5%90%8D%E5%BD%95.csv"),
        ('a"b.csv', 'attachment; filename="a\\"b.csv"'),
    ],
)
def test_a_file_is_saved_under_its_name_and_neither_kept_nor_guessed_at(name: str, said: str) -> None:
    answer = attachment(name, b"1", "text/csv")
    assert answer.content == b"1"
    assert answer.headers == {
        "Content-Type": "text/csv",
        "Content-Disposition": said,
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }


def test_parts_are_sent_as_they_come() -> None:
    asked = []

    def parts():
        for part in (b"1", b"2"):
            asked.append(part)
            yield part

    answer = attachment("名录.csv", parts(), "text/csv")
    assert isinstance(answer, StreamingHttpResponse)
    assert asked == []
    assert answer.getvalue() == b"12"
