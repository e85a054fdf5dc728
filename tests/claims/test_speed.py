"""Claims and groups of a text take no more than its share of time, whatever it is made of."""

from __future__ import annotations

import pytest

from tests.claims.hostile import claiming, grouping, grows_with_its_length, pieces


@pytest.mark.parametrize(
    "piece", pieces(slow=("申请1件", "未收到申请，", "无行政复议，信息公开", "规范性文件无废止，", "分别为1件"))
)
def test_claims_of_a_longer_text_take_its_share_of_time(piece: str) -> None:
    assert grows_with_its_length(claiming, piece)


@pytest.mark.parametrize(
    "piece",
    pieces(slow=("其中1件，", "1件（", "分别为1件", "公开信息1条、", "其中1件，占1%，", "共公开信息1条，占1%，")),
)
def test_groups_of_a_longer_text_take_its_share_of_time(piece: str) -> None:
    assert grows_with_its_length(grouping, piece)
