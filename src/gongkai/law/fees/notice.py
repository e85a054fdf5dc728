"""What the notice of a fee must say (收费通知的内容), and what the office must heed: 109号 articles 6 to 8."""

from __future__ import annotations

import msgspec

from gongkai.errors import NoFeeDue
from gongkai.law.conventions import DEFAULT, Conventions
from gongkai.law.documents import Element
from gongkai.law.fees import words
from gongkai.law.fees.fees import Fee
from gongkai.law.steps import Step


class FeeNotice(msgspec.Struct, frozen=True, kw_only=True):
    """The contents of a notice (收费通知书), each a phrase without a full stop.

    `payment` says how to pay; only the office knows it, and a notice without it must not be sent. `for_office` is
    what the office must heed: how it is sent, what payment does to the period, where the money goes, no remedy.
    """

    basis: str
    standard: str
    amount: str
    calculation: str
    payment: str
    period: str
    consequence: str
    after_payment: str
    for_office: tuple[Step, ...]

    @property
    def elements(self) -> dict[Element, str]:
        """What each mandatory element says (必备要素); "" for one that is missing."""
        return {
            Element.FEE_BASIS: self.basis,
            Element.FEE_STANDARD: self.standard,
            Element.FEE_AMOUNT: words.WITH_CALCULATION.format(amount=self.amount, calculation=self.calculation),
            Element.FEE_PAYMENT: self.payment,
            Element.PERIOD: self.period,
            Element.CONSEQUENCE: self.consequence,
        }


def notice_of(fee: Fee, payment: str = "", conventions: Conventions = DEFAULT) -> FeeNotice:
    """Return what the notice of a fee says; NoFeeDue where the request pays nothing.

    `payment` is the office's own way: payee, account or website.
    """
    if not fee.is_due:
        raise NoFeeDue(fee.refusal or words.NOTHING)
    after_payment = words.AFTER_PAYMENT[conventions.after_payment]
    return FeeNotice(
        basis=words.BASIS.format(article=words.ARTICLE_NUMBERS[fee.basis]),
        standard=words.STANDARDS[fee.basis],
        amount=words.AMOUNT.format(amount=fee.amount),
        calculation=_calculation(fee),
        payment=payment.strip(),
        period=words.PERIOD,
        consequence=words.CONSEQUENCE,
        after_payment=after_payment,
        for_office=(
            Step(words.SENDING, source=words.ARTICLES["6"]),
            Step(after_payment + words.STOP, source=words.AFTER_PAYMENT_SOURCE, convention="after_payment"),
            Step(words.REVENUE, source=words.REVENUE_SOURCE),
            Step(words.NO_REMEDY, source=words.REMEDY_SOURCE),
        ),
    )


def _calculation(fee: Fee) -> str:
    charged = [part for part in fee.parts if part.rate]
    unit = words.UNITS[fee.basis]
    sums = "＋".join(words.SUM.format(count=part.count, unit=unit, rate=part.rate) for part in charged)
    return words.EQUALS.format(parts=sums, amount=fee.amount)
