"""Which charts a group is shown by, and the figures that they draw (比较图)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from gongkai.report import Value
from gongkai.report.compare import Group
from gongkai.report.editions import DISPUTE_COLUMNS
from gongkai.report.figure import Figure
from gongkai.report.lineup import Kind
from gongkai.report.measures import CARRIED_OUT, CLOSED, DISPUTES, RECEIVED, REQUESTS, RESULTS
from gongkai.terms import form
from gongkai.writers.comparison import words
from gongkai.writers.comparison.charts import clusters, rows
from gongkai.writers.comparison.geometry import INK, Amount, Chart, Item, Series, cut
from gongkai.writers.comparison.svg import svg
from gongkai.writers.comparison.text import label, shown

# More rows than this are a wall; the table has them all.
MOST_ROWS = 40
_BLUE, _GREEN, _AMBER = "#1f5c99", "#2f7f73", "#c17d11"
_RESULTS = [
    Series(words.MEASURES["granted"], "#1f6f54"),
    Series(words.MEASURES["partly_granted"], "#6fae96", INK),
    Series(words.MEASURES["denied"], "#b3402e"),
    Series(words.MEASURES["unavailable"], "#e3a857", INK),
    Series(words.MEASURES["not_handled"], "#6c5b9e"),
    Series(words.MEASURES["otherwise"], "#8f99a5", INK),
]
_DISPUTE_RESULTS = [
    Series(form.UPHELD, "#2d6296"),
    Series(form.CORRECTED, "#b3402e"),
    Series(form.OTHER_RESULT, "#8f99a5", INK),
    Series(form.PENDING, "#dba93a", INK),
]
_DISPUTE_KINDS = {"reconsideration": (_BLUE,), "litigation": (_AMBER, INK)}
# A figure beyond all reason is drawn as long as a chart can bear, and written as wide.
_LARGEST, _WIDEST_FIGURE = 10**15, 120.0
Draw = Callable[[Sequence[Item], Sequence[Series]], Chart]


class Picture(msgspec.Struct, frozen=True):
    """A chart in the section it stands in: its title, itself as SVG, and what must be said of it."""

    section: str
    title: str
    svg: str
    remark: str = ""


def pictures(group: Group, key: str) -> tuple[Picture, ...]:
    """Return the charts of a group; `key` is a word that begins the names of none other on the page."""
    return tuple(_of_years(group, key) if group.kind is Kind.YEARS else _of_organs(group, key))


def _of_years(group: Group, key: str) -> Iterator[Picture]:
    everybody = range(len(group.entries))
    names = (words.MEASURES[RECEIVED], words.CLOSED, words.MEASURES[CARRIED_OUT])
    flow = [Series(name, colour) for name, colour in zip(names, (_BLUE, _GREEN, _AMBER), strict=True)]
    items = [_item(group, number, (RECEIVED, CLOSED, CARRIED_OUT), RECEIVED) for number in everybody]
    yield _picture(REQUESTS, f"{key}-flow", words.REQUESTS_CHART, items, flow, clusters)
    items = [_parts(group, number, tuple(RESULTS), CLOSED) for number in everybody]
    yield _picture(REQUESTS, f"{key}-results", words.RESULTS_CHART, items, _RESULTS, _stacked)
    items = [_disputes(group, number, kind) for number in everybody for kind in _DISPUTE_KINDS]
    if any(item.total.size != 0 for item in items):
        yield _picture(DISPUTES, f"{key}-disputes", words.DISPUTES_CHART, items, _DISPUTE_RESULTS, _paired)


def _of_organs(group: Group, key: str) -> Iterator[Picture]:
    everybody = range(len(group.entries))
    items = [_item(group, number, (RECEIVED,), RECEIVED) for number in everybody]
    yield _picture(REQUESTS, f"{key}-received", words.RECEIVED_CHART, items, [Series("", _BLUE)], _stacked)
    items = [_as_shares(_parts(group, number, tuple(RESULTS), CLOSED)) for number in everybody]
    yield _picture(REQUESTS, f"{key}-shares", words.SHARES_CHART, items, _RESULTS, _shared)
    items = [_both_disputes(group, number) for number in everybody]
    if items := [item for item in items if any(amount.size != 0 for amount in item.amounts)]:
        kinds = [Series(words.DISPUTE_ROWS[kind], *colours) for kind, colours in _DISPUTE_KINDS.items()]
        yield _picture(DISPUTES, f"{key}-disputes", words.DISPUTE_COUNTS_CHART, items, kinds, _stacked)


def _item(group: Group, number: int, keys: Sequence[str], total: str) -> Item:
    figures = [group.line(key).figures[number] for key in keys]
    whole = _amount(group.line(total).figures[number])
    return Item(label(group, group.entries[number]), tuple(map(_amount, figures)), whole)


def _parts(group: Group, number: int, keys: Sequence[str], total: str) -> Item:
    """Return an item whose parts make up its total; where what is printed does not, the words say so."""
    item = _item(group, number, keys, total)
    sizes = [amount.size for amount in item.amounts if amount.size is not None]
    whole = item.total.size
    if whole is None or len(sizes) < len(keys) or sum(sizes) == whole:
        return item
    text = words.UNEQUAL.format(total=item.total.text, parts=sum(sizes))
    return item._replace(total=item.total._replace(text=text))


def _disputes(group: Group, number: int, kind: str) -> Item:
    keys = tuple(f"{kind}.{column.key}" for column in DISPUTE_COLUMNS)
    item = _parts(group, number, keys[:-1], keys[-1])
    return item._replace(name=f"{item.name} {words.DISPUTE_ROWS[kind]}")


def _both_disputes(group: Group, number: int) -> Item:
    keys = tuple(f"{kind}.total" for kind in _DISPUTE_KINDS)
    item = _item(group, number, keys, keys[0])
    names = (words.DISPUTE_ROWS[kind] for kind in _DISPUTE_KINDS)
    return item._replace(total=Amount(_told(names, item.amounts), sum(one.size or 0 for one in item.amounts)))


def _as_shares(item: Item) -> Item:
    """Return an item with its parts in percent of its total; without parts where that is unknown."""
    whole = item.total.size
    if whole is None:
        unknown = tuple(Amount(one.text, None) for one in item.amounts)
        return item._replace(amounts=unknown, total=Amount(item.total.text, None))
    parts = (one._replace(text=_percent(one.size, whole)) for one in item.amounts)
    total = item.total._replace(text=words.OUT_OF.format(total=item.total.text))
    return item._replace(amounts=tuple(parts), total=total)


def _percent(part: float | None, whole: float) -> str:
    if not part or not whole:
        return ""
    return words.PERCENT.format(value=int(part / whole * 100 + 0.5) or words.LESS_THAN_ONE)


def _amount(figure: Figure | None) -> Amount:
    text = cut(shown(figure), _WIDEST_FIGURE)
    if figure is None:
        return Amount(text, None)
    return Amount(text, *map(_as_float, (figure.value, figure.low, figure.high)))


def _picture(
    section: str, key: str, title: str, items: Sequence[Item], series: Sequence[Series], draw: Draw
) -> Picture:
    drawn = items[:MOST_ROWS]
    remark = words.ONLY_FIRST.format(count=MOST_ROWS) if len(items) > MOST_ROWS else ""
    names = [kind.name for kind in series]
    said = (words.DESCRIPTION.format(name=item.name, parts=_told(names, item.amounts)) for item in drawn)
    description = words.BETWEEN_ROWS.join(said)
    return Picture(section, title, svg(draw(drawn, series), key=key, title=title, description=description), remark)


def _told(names: Iterable[str], amounts: Iterable[Amount]) -> str:
    pairs = zip(names, amounts, strict=True)
    return words.BETWEEN_VALUES.join(
        words.NAMED_VALUE.format(name=name, value=amount.text or 0).strip() for name, amount in pairs
    )


def _stacked(items: Sequence[Item], series: Sequence[Series]) -> Chart:
    return rows(items, series, unknown=words.UNKNOWN_PART)


def _paired(items: Sequence[Item], series: Sequence[Series]) -> Chart:
    return rows(items, series, unknown=words.UNKNOWN_PART, together=len(_DISPUTE_KINDS))


def _shared(items: Sequence[Item], series: Sequence[Series]) -> Chart:
    return rows(items, series, unknown=words.UNKNOWN_PART, share=True)


def _as_float(value: Value | None) -> float | None:
    return None if value is None else float(min(value, _LARGEST))
