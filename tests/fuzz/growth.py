"""Inputs that grow: a pattern repeated n, 2n and 4n times, to find work that grows faster than its input."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from gongkai.samples import sample
from tests.fuzz.hostile import REPEATED, TAGS

STEPS = 3
# Work that doubles with its input gives 2; below a second nobody is held up.
WORST_RATIO = 3.0
LEAST_SECONDS = 1.0

PATTERNS = (
    *REPEATED,
    *(f"<{tag}>" for tag in TAGS),
    *(
        "| | | 1\n",
        "0 0 0 0 0 0 0 ",
        "一、二、",
        "1.属于国家秘密\n0\n0\n",
        "（一）予以公开|0|0|0|0|0|0|0|\n",
        "a='b' ",
    ),
)


class Setting(NamedTuple):
    """Where in a report the repeated pattern stands."""

    name: str
    before: str
    after: str


class Growing(NamedTuple):
    """One series of inputs, told by its name."""

    pattern: str
    setting: Setting

    def __str__(self) -> str:
        return f"{self.pattern!r} repeated {self.setting.name}"

    def input(self, length: int) -> bytes:
        """Return the input in which the repeats take about `length` bytes."""
        times = max(1, length // len(self.pattern.encode()))
        return (self.setting.before + self.pattern * times + self.setting.after).encode("utf-8")


@cache
def series() -> tuple[Growing, ...]:
    """Return every pattern in every setting."""
    settings = tuple(_settings())
    return tuple(Growing(pattern, setting) for pattern in PATTERNS for setting in settings)


def lengths(largest: int) -> tuple[int, ...]:
    """Return n, 2n, 4n … up to the largest."""
    return tuple(largest >> step for step in reversed(range(STEPS)))


def grown(number: int, largest: int) -> bytes:
    """Return the input of a number; `STEPS` numbers make a series."""
    return series()[number // STEPS].input(lengths(largest)[number % STEPS])


def name_of(number: int, largest: int) -> str:
    """Return what the input of a number is."""
    return f"{series()[number // STEPS]}, {lengths(largest)[number % STEPS] >> 10} kB"


def superlinear(seconds: Mapping[int, float]) -> Iterator[tuple[int, str]]:
    """Yield the last number of every series whose work grows too fast, and words about it."""
    for number, after in seconds.items():
        before = seconds.get(number - 1)
        if number % STEPS and before and after > LEAST_SECONDS and after > WORST_RATIO * before:
            yield number, f"half of it took {before:.2f} s, this {after:.2f} s"


def _settings() -> Iterator[Setting]:
    yield Setting("alone", "", "")
    for layout, seams in (
        ("lines", ("\n",)),
        ("bars_between", ("|",)),
        ("one_line_glued", ("0",)),
        ("html_spans", (">", "</td>")),
    ):
        text = sample(11, layout=layout, edition="2021", size="small").data.decode("utf-8")
        for seam in seams:
            at = text.find(seam, len(text) * 2 // 3)
            yield Setting(f"in a report ({layout}, at {seam!r})", text[:at], text[at:])
    yield Setting("between headings", _HEADINGS[0], _HEADINGS[1])
    yield Setting("in a page", f"<html><body><p>{_HEADINGS[0]}</p><p>", f"</p><p>{_HEADINGS[1]}</p></body></html>")


_HEADINGS = ("二、主动公开政府信息情况\n", "\n三、收到和处理政府信息公开申请情况\n四、结转下年度\n")
