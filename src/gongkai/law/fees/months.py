"""Which pieces of a month came before a request (自然月累计): 国办函〔2020〕109号 article 4."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec


class Counted(msgspec.Struct, frozen=True):
    """A request as the month counts it: its number, the day of receipt, and how many pieces it is."""

    number: str
    received: dt.date
    pieces: int = 1


def earlier_in_month(request: Counted, others: Iterable[Counted]) -> int:
    """Return how many pieces of the same applicant came before a request in its calendar month (自然月).

    `others` are requests of that applicant to the organ, of any time and in any order; the request itself may be
    among them. Of those received on one day the number decides.
    """
    place = (request.received, request.number)
    month = (request.received.year, request.received.month)
    return sum(
        other.pieces
        for other in others
        if (other.received.year, other.received.month) == month and (other.received, other.number) < place
    )
