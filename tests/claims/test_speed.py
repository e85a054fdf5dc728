"""Claims and groups of a text take no more than its share of time, whatever it is made of."""

from __future__ import annotations

import pytest

from tests.claims.hostile import PIECES, claiming, grouping, grows_with_its_length


@pytest.mark.parametrize("piece", PIECES)
def test_claims_of_a_longer_text_take_its_share_of_time(piece: str) -> None:
    assert grows_with_its_length(claiming, piece)


@pytest.mark.parametrize(
    "piece",
    PIECES,
)
def test_groups_of_a_longer_text_take_its_share_of_time(piece: str) -> None:
    assert grows_with_its_length(grouping, piece)
