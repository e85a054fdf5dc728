"""The information-processing fee of a request (信息处理费), with its calculation line by line.

The fee is open to the organ (“可以收取”, article 42) and charged only where the convention `charge_fees` is on. A
request is charged by one scale, never by both (109号 article 3).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from gongkai.law.conventions import DEFAULT, Conventions, FeeBasis
from gongkai.law.fees import words
from gongkai.law.fees.scales import HOLDS_FROM, Part, parts_of, rate_of, scale_of
from gongkai.law.identifiers.dates import printed
from gongkai.law.steps import Step


class Extent(msgspec.Struct, frozen=True, kw_only=True):
    """How much a request asks for, as far as its fee depends on it.

    `received` is the day of receipt (article 31), whose calendar month counts. `earlier` are the pieces of the same
    applicant to the organ that came before in that month, `pieces` what this request counts (more than one where it
    was split). `pages` are single A4 sides that this request alone is given, None while nobody has counted them.
    `copies` tells that paper, e-mail or data is asked for, `already_public` that the information was public before.
    """

    received: dt.date
    earlier: int = 0
    pieces: int = 1
    pages: int | None = None
    already_public: bool = False
    copies: bool = True

    def __post_init__(self) -> None:
        if self.earlier < 0 or self.pieces < 1 or (self.pages or 0) < 0:
            raise ValueError(f"no extent of a request: {self}")


class Fee(msgspec.Struct, frozen=True, kw_only=True):
    """What a request pays, in whole yuan, and how that was reckoned.

    `refusal` says why nothing may be charged, whatever the extent; `amount` is 0 then, and there are no parts.
    """

    amount: int
    basis: FeeBasis
    steps: tuple[Step, ...]
    parts: tuple[Part, ...] = ()
    refusal: str = ""

    @property
    def is_due(self) -> bool:
        return self.amount > 0

    @property
    def lines(self) -> tuple[str, ...]:
        """The calculation as text: each line with its article in brackets."""
        return tuple(_line(step) for step in self.steps)


def fee_by_pieces(pieces: int, conventions: Conventions = DEFAULT) -> int:
    """Return what all pieces of an applicant in a month pay together, in yuan."""
    return sum(part.amount for part in parts_of(scale_of(FeeBasis.PIECES, conventions), 1, pieces))


def fee_by_pages(pages: int) -> int:
    """Return what the pages of one request pay together, in yuan."""
    return sum(part.amount for part in parts_of(scale_of(FeeBasis.PAGES), 1, pages))


def rate_of_piece(number: int, conventions: Conventions = DEFAULT) -> int:
    """Return what the piece with a number in its month pays, in yuan."""
    return rate_of(scale_of(FeeBasis.PIECES, conventions), number)


def rate_of_page(number: int) -> int:
    """Return what the page with a number in its request pays, in yuan."""
    return rate_of(scale_of(FeeBasis.PAGES), number)


def fee_of_request(extent: Extent, *, basis: FeeBasis | None = None, conventions: Conventions = DEFAULT) -> Fee:
    """Return what a request pays, by the basis chosen for it or else by the office's usual one.

    By pieces only this request's own are charged: the i-th of the month pays the i-th rate.
    """
    chosen = basis or conventions.fee_basis
    if refusal := _refusal(extent, chosen, conventions):
        return Fee(amount=0, basis=chosen, steps=(refusal,), refusal=refusal.text)
    first, last = _span(extent, chosen)
    parts = tuple(parts_of(scale_of(chosen, conventions), first, last))
    amount = sum(part.amount for part in parts)
    return Fee(
        amount=amount,
        basis=chosen,
        steps=(
            Step(
                words.CHOSEN.format(basis=words.BASES[chosen]),
                source=words.ARTICLES["3"],
                convention="" if basis else "fee_basis",
            ),
            *_extent_steps(extent, chosen),
            *(_part_step(part, chosen) for part in parts),
            Step(words.TOTAL.format(amount=amount) if amount else words.NOTHING, source=words.REGULATIONS),
        ),
        parts=parts,
    )


def _refusal(extent: Extent, basis: FeeBasis, conventions: Conventions) -> Step | None:
    """Say why a request cannot be charged at all, or not by this basis."""
    if not conventions.charge_fees:
        return Step(words.NOT_CHARGED, source=words.REGULATIONS, convention="charge_fees")
    if extent.received < HOLDS_FROM:
        text = words.NOT_YET.format(start=printed(HOLDS_FROM), received=printed(extent.received))
        return Step(text, extent.received, words.START_SOURCE)
    if basis is FeeBasis.PIECES:
        return None
    if extent.already_public:
        return Step(words.ALREADY_PUBLIC, source=words.ARTICLES["5"])
    if not extent.copies:
        return Step(words.NO_COPIES, source=words.ARTICLES["5"])
    return Step(words.NO_PAGES, source=words.PAGE_SOURCE) if extent.pages is None else None


def _span(extent: Extent, basis: FeeBasis) -> tuple[int, int]:
    if basis is FeeBasis.PAGES:
        return 1, extent.pages or 0
    return extent.earlier + 1, extent.earlier + extent.pieces


def _extent_steps(extent: Extent, basis: FeeBasis) -> Iterator[Step]:
    if basis is FeeBasis.PAGES:
        yield Step(words.PAGES.format(pages=extent.pages), source=words.PAGE_SOURCE)
        return
    if extent.pieces > 1:
        yield Step(words.SPLIT.format(pieces=extent.pieces), source=words.ARTICLES["4"])
    yield Step(
        words.MONTH.format(
            year=extent.received.year,
            month=extent.received.month,
            earlier=extent.earlier,
            pieces=extent.pieces,
            span=_told(*_span(extent, basis)),
        ),
        extent.received,
        words.MONTH_SOURCE,
    )


def _part_step(part: Part, basis: FeeBasis) -> Step:
    sentence = words.PART if part.rate else words.FREE
    text = sentence.format(
        span=_told(part.first, part.last),
        unit=words.UNITS[basis],
        count=part.count,
        rate=part.rate,
        amount=part.amount,
    )
    convention = "first_step_above_thirty" if part.article == "4.3" else ""
    return Step(text, source=words.ARTICLES[part.article], convention=convention)


def _told(first: int, last: int) -> str:
    return str(first) if first == last else words.SPAN.format(first=first, last=last)


def _line(step: Step) -> str:
    text, stop = step.text[:-1], step.text[-1]
    return words.LINE.format(text=text, source=step.source) + stop
