"""Charts of a comparison: as long as their figures, no word on another, and the unknown never drawn as nothing."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.writers.comparison.charts import clusters, rows
from gongkai.writers.comparison.geometry import (
    SIZE,
    WIDTH,
    Amount,
    Bar,
    Chart,
    Item,
    Label,
    Series,
    cut,
    text_width,
)

SERIES = [Series("本年新收", "#111111"), Series("办结", "#222222"), Series("结转下年度", "#333333")]
SIZES = st.integers(0, 10**7)
TEXTS = st.text("年度县局人民政府（）0123456789", min_size=1, max_size=40)


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    if draw(st.integers(0, 4)):
        size = draw(SIZES)
        return Amount(str(size), size)
    low, high = sorted((draw(SIZES), draw(SIZES)))
    return draw(
        st.sampled_from(
            [Amount("空", None), Amount(f"? {low}–{high}", None, low, high), Amount(f"≥{low}", None, low)]
        )
    )


@st.composite
def items(draw: st.DrawFn) -> Item:
    parts = tuple(draw(amounts()) for _ in SERIES)
    whole = sum(one.size or 0 for one in parts)
    total = draw(amounts()) if any(one.size is None for one in parts) else Amount(str(whole), whole)
    return Item(draw(TEXTS), parts, total)


def known(*sizes: float, name: str = "甲局") -> Item:
    parts = tuple(Amount(f"{size:g}", size) for size in sizes)
    return Item(name, parts, Amount(f"{sum(sizes):g}", sum(sizes)))


def box(label: Label) -> tuple[float, float, float, float]:
    width = text_width(label.text)
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    return left, label.y - SIZE * 0.85, left + width, label.y + SIZE * 0.2


def touching(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def edges(bar: Bar) -> tuple[float, float, float, float]:
    return bar.x, bar.y, bar.x + bar.width, bar.y + bar.height


def check_legible(chart: Chart) -> None:
    boxes = [box(label) for label in chart.labels]
    assert [pair for pair in combinations(boxes, 2) if touching(*pair)] == []
    for left, top, right, bottom in (*boxes, *map(edges, chart.bars)):
        assert -0.01 <= left <= right <= chart.width + 0.01
        assert -0.01 <= top <= bottom <= chart.height + 0.01
    outside = [label for label in chart.labels if label.anchor != "middle"]
    assert not any(touching(box(label), edges(bar)) for label in outside for bar in chart.bars)


@given(st.lists(items(), min_size=1, max_size=20))
def test_no_word_of_clusters_touches_another_and_all_is_inside(several: list[Item]) -> None:
    check_legible(clusters(several, SERIES))


@given(st.lists(items(), min_size=1, max_size=20), st.booleans(), st.sampled_from([1, 2]))
def test_no_word_of_rows_touches_another_and_all_is_inside(several: list[Item], share: bool, together: int) -> None:
    check_legible(rows(several, SERIES, unknown="未知", share=share, together=together))
    alone = [item._replace(amounts=item.amounts[:1], total=item.amounts[0]) for item in several]
    check_legible(rows(alone, SERIES[:1], unknown="未知"))


@given(st.lists(items(), min_size=1, max_size=8))
def test_every_figure_of_clusters_is_written_and_only_known_ones_are_solid(several: list[Item]) -> None:
    chart = clusters(several, SERIES)
    texts = [label.text for label in chart.labels]
    assert sorted(texts) == sorted(
        [
            *(kind.name for kind in SERIES),
            *(item.name for item in several),
            *(one.text for item in several for one in item.amounts),
        ]
    )
    solid = [bar for bar in chart.bars if not bar.unsure]
    assert len(solid) == len(SERIES) + sum(bool(one.size) for item in several for one in item.amounts)


@pytest.mark.parametrize("count", [2, 16])
def test_bars_are_as_long_as_their_figures(count: int) -> None:
    chart = clusters([known(1000, 500, 0), *[known(250, 750, 1000)] * (count - 1)], SERIES)
    bars = chart.bars[len(SERIES) :]
    lengths = [max(bar.height, bar.width) if count == 2 else bar.width for bar in bars]
    assert len(bars) == 2 + 3 * (count - 1)
    assert lengths[1] == pytest.approx(lengths[0] / 2)
    assert lengths[2:5] == pytest.approx([lengths[0] / 4, lengths[0] * 3 / 4, lengths[0]])


def test_few_short_figures_stand_and_many_long_ones_lie() -> None:
    standing = clusters([known(10, 20, 30, name="2022 年")] * 3, SERIES)
    assert len({bar.y + bar.height for bar in standing.bars[3:]}) == 1
    lying = clusters([known(123456, 234567, 345678, name="2022 年")] * 9, SERIES)
    assert len({bar.x for bar in lying.bars[3:]}) == 1


def test_a_legend_that_is_too_long_goes_on_below() -> None:
    series = [Series(f"{number}：申请人无正当理由逾期不补正", "#111111") for number in range(9)]
    several = [known(*range(9), name="2022 年")]
    check_legible(rows(several, series, unknown="未知"))
    check_legible(clusters(several, series))


def test_nothing_and_the_unknown_have_no_bar_but_a_word() -> None:
    item = Item("甲局", (Amount("0", 0), Amount("空", None), Amount("12", 12)), Amount("12", 12))
    chart = clusters([item], SERIES)
    assert len(chart.bars) == len(SERIES) + 1
    assert {"0", "空", "12"} <= {label.text for label in chart.labels}


def test_bounds_of_the_unknown_are_an_outline_from_one_to_the_other_and_no_longer_than_the_chart() -> None:
    bounded = Amount("?", None, 25, 50)
    far = Amount("?", None, 25, 9999)
    chart = clusters([Item("甲局", (Amount("100", 100), bounded, far), Amount("?", None))], SERIES)
    solid, near, cut_off = chart.bars[len(SERIES) :]
    assert (solid.unsure, near.unsure, cut_off.unsure) == (False, True, True)
    assert near.height == pytest.approx(solid.height / 4)
    assert near.y + near.height == pytest.approx(solid.y + solid.height * 3 / 4)
    assert cut_off.y == pytest.approx(solid.y)


def test_what_a_total_holds_besides_its_known_parts_is_an_outline() -> None:
    item = Item("甲局", (Amount("30", 30), Amount("空", None), Amount("20", 20)), Amount("100", 100))
    chart = rows([item], SERIES, unknown="未知")
    *_, first, second, rest = chart.bars
    assert "未知" in [label.text for label in chart.labels]
    assert (first.unsure, second.unsure, rest.unsure) == (False, False, True)
    assert rest.width == pytest.approx(first.width + second.width)


def test_parts_that_come_to_more_than_their_total_are_all_drawn() -> None:
    item = Item("甲局", (Amount("30", 30), Amount("30", 30), Amount("20", 20)), Amount("60", 60))
    check_legible(rows([item], SERIES, unknown="未知", share=True))
    assert [label.text for label in rows([item], SERIES, unknown="未知").labels].count("60") == 1


def test_rows_of_shares_are_all_as_long_as_each_other() -> None:
    chart = rows([known(1, 2, 1), known(1000, 0, 3000)], SERIES, unknown="未知", share=True)
    first, second = chart.bars[3:6], chart.bars[6:]
    assert sum(bar.width for bar in first) == pytest.approx(sum(bar.width for bar in second))


@given(TEXTS, st.floats(SIZE, WIDTH))
def test_a_name_that_is_too_long_loses_its_middle(text: str, width: float) -> None:
    found = cut(text, width)
    assert text_width(found) <= max(width, text_width("…"))
    if found != text:
        head, _, tail = found.partition("…")
        assert text.startswith(head)
        assert text.endswith(tail)
        assert len(head) - len(tail) in {-1, 0} or not head
