"""The calendar month of an applicant's requests: which pieces came before."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.fees.months import Counted, earlier_in_month

FIRST, LAST = dt.date(2026, 3, 1), dt.date(2026, 3, 31)
DAYS = st.dates(dt.date(2026, 2, 20), dt.date(2026, 4, 10))
REQUESTS = st.lists(
    st.builds(Counted, st.integers(1, 999).map("2026-XXGK-{:04}".format), DAYS, st.integers(1, 4)),
    unique_by=lambda request: request.number,
    max_size=12,
)


def test_pieces_before_it_in_its_own_month_count_and_no_others() -> None:
    request = Counted("2026-XXGK-0030", LAST)
    others = [
        Counted("2026-XXGK-0010", FIRST, pieces=3),
        Counted("2026-XXGK-0029", LAST, pieces=2),
        Counted("2026-XXGK-0031", LAST),
        Counted("2026-XXGK-0001", dt.date(2026, 2, 28)),
        Counted("2026-XXGK-0002", dt.date(2025, 3, 15)),
        Counted("2026-XXGK-0099", dt.date(2026, 4, 1)),
        request,
    ]
    assert earlier_in_month(request, others) == 3 + 2


def test_the_first_request_of_a_month_has_none_before_it() -> None:
    request = Counted("2026-XXGK-0030", FIRST)
    assert earlier_in_month(request, [request]) == earlier_in_month(request, []) == 0


@given(REQUESTS, st.randoms())
def test_the_order_of_recording_does_not_matter(requests: list[Counted], random) -> None:
    shuffled = random.sample(requests, len(requests))
    assert [earlier_in_month(one, requests) for one in requests] == [
        earlier_in_month(one, shuffled) for one in requests
    ]


@given(REQUESTS)
def test_every_piece_of_a_month_has_a_place_of_its_own(requests: list[Counted]) -> None:
    march = [one for one in requests if (one.received.year, one.received.month) == (2026, 3)]
    places = [earlier_in_month(one, requests) + piece for one in march for piece in range(1, one.pieces + 1)]
    assert sorted(places) == list(range(1, sum(one.pieces for one in march) + 1))
