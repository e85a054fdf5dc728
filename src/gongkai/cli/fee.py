"""`gongkai fee`: pieces of a month, or pages of a request → the information-processing fee and its notice."""

from __future__ import annotations

import datetime as dt
from typing import Any

import click
import msgspec
from rich.console import Console
from rich.text import Text

from gongkai.cli import law_messages as messages
from gongkai.cli.clock_terminal import show_lines, show_steps
from gongkai.cli.failures import WrongUse
from gongkai.cli.local_law import a_day, calendar_options, conventions_option
from gongkai.cli.output import show
from gongkai.errors import NoCalendar
from gongkai.law.calendar.days import Calendar
from gongkai.law.conventions import DEFAULT, Conventions, FeeBasis
from gongkai.law.fees.fees import Extent, Fee, fee_of_request
from gongkai.law.fees.notice import notice_of
from gongkai.law.fees.payment import pay_by
from gongkai.law.steps import Step

DONE = 0
# More are a slip of the hand.
_MOST = 100_000


@click.command("fee", help=messages.FEE_HELP)
@click.option("--pieces", type=int, metavar="N", help=messages.PIECES_HELP)
@click.option("--split", type=int, metavar="N", help=messages.SPLIT_HELP)
@click.option("--pages", type=int, metavar="N", help=messages.PAGES_HELP)
@click.option("--received", metavar=messages.DAY, help=messages.RECEIVED_HELP)
@click.option("--served", metavar=messages.DAY, help=messages.SERVED_HELP)
@click.option("--payment", default="", metavar=messages.TEXT, help=messages.PAYMENT_HELP)
@calendar_options
@conventions_option
def fee_command(
    pieces: int | None,
    split: int | None,
    pages: int | None,
    received: str | None,
    served: str | None,
    payment: str,
    **where: Any,
) -> int:
    """Reckon what a request pays, and what its notice must say; `where` is what holds in a place, and today."""
    extent = _extent(pieces, split, pages, a_day(received, "--received") if received else where["today"])
    conventions: Conventions = where["conventions"] or _charging(DEFAULT)
    basis = FeeBasis.PIECES if pieces is not None else FeeBasis.PAGES
    fee = fee_of_request(extent, basis=basis, conventions=conventions)
    if served and a_day(served, "--served") < extent.received:
        raise WrongUse(messages.SERVED_BEFORE)
    paid_by = _paid_by(a_day(served, "--served"), where["calendar"]) if served and fee.is_due else ()

    def print_on(console: Console) -> None:
        _show(console, fee, payment, conventions, paid_by)
        if where["conventions"] is None:
            console.print(Text(messages.IF_CHARGED, style="dim"))

    show(print_on, None)
    return DONE


def _extent(pieces: int | None, split: int | None, pages: int | None, received: dt.date) -> Extent:
    """Return how much is asked for; WrongUse where the options are off."""
    if (pieces is None) == (pages is None):
        raise WrongUse(messages.ONE_SCALE)
    if pieces is None and split is not None:
        raise WrongUse(messages.NO_SPLIT)
    for option, number, least in (("--pieces", pieces, 1), ("--split", split, 1), ("--pages", pages, 0)):
        if number is not None and number < least:
            raise WrongUse(messages.TOO_FEW.format(option=option, least=least))
        if number is not None and number > _MOST:
            raise WrongUse(messages.TOO_MANY.format(option=option, most=_MOST))
    return Extent(received=received, earlier=(pieces or 1) - 1, pieces=split or 1, pages=pages)


def _charging(conventions: Conventions) -> Conventions:
    """Return conventions by which fees are charged: who asks what one is wants to see it."""
    return msgspec.structs.replace(conventions, charge_fees=True)


def _paid_by(served: dt.date, calendar: Calendar) -> tuple[Step, ...]:
    try:
        return (pay_by(served, calendar).step,)
    except NoCalendar as error:
        raise WrongUse(error.reason) from error


def _show(console: Console, fee: Fee, payment: str, conventions: Conventions, paid_by: tuple[Step, ...]) -> None:
    told = messages.AMOUNT.format(amount=fee.amount) if fee.is_due else messages.NO_FEE
    console.print(Text(told, style="bold"))
    console.print()
    show_steps(console, messages.STEPS_TITLE, fee.steps)
    if not fee.is_due:
        return
    notice = notice_of(fee, payment, conventions)
    lines = [
        (messages.NOTICE_LINES[one], Text(text or messages.TO_FILL_IN)) for one, text in notice.elements.items()
    ]
    show_lines(console, messages.NOTICE_TITLE, lines)
    show_steps(console, messages.OFFICE_TITLE, (*paid_by, *notice.for_office))
