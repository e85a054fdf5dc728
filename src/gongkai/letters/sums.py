"""Whether the sum of a notice of a fee is the one that it reckons (收费数额的核对), 109号 articles 4 to 6."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from decimal import Decimal

from gongkai.law.conventions import FeeBasis
from gongkai.law.fees import words
from gongkai.law.fees.fees import fee_by_pages
from gongkai.law.steps import Doubt
from gongkai.letters.values import Value, shown

_AMOUNT, _CALCULATION, _EXTENT, _BASIS = "收费金额", "收费计算", "收费情形", "收费方式"
_NUMBER = r"(\d{1,7}(?:\.\d{1,2})?)"
_TIMES = r"\s*[×xX*✕]\s*"
# So many pieces or pages at so many yuan each, in either order.
_PRODUCT = re.compile(
    rf"{_NUMBER}\s*[件页]?{_TIMES}{_NUMBER}\s*元|{_NUMBER}\s*元(?:[/／每]?[件页])?{_TIMES}{_NUMBER}\s*[件页]?"
)
_TOTAL = re.compile(rf"[＝=]\s*{_NUMBER}")
_PAGES = re.compile(r"共\s*(\d{1,6})\s*页")


def wrong_sums(values: Mapping[str, Value], printed: Container[str]) -> Iterator[Doubt]:
    """Yield that the amount is not what its own calculation comes to."""
    amount, calculation = values.get(_AMOUNT), values.get(_CALCULATION)
    if not isinstance(amount, Decimal) or not isinstance(calculation, str) or _AMOUNT not in printed:
        return
    wrong = next((total for total in _totals(calculation) if total != amount), None)
    if wrong is not None:
        told = f"“{_AMOUNT}”为{shown(amount)}，按“{_CALCULATION}”应为{shown(wrong)}，请核对。"
        yield Doubt("fee.sum", told, source=words.ARTICLES["6"])


def other_sums(values: Mapping[str, Value], printed: Container[str]) -> Iterator[Doubt]:
    """Yield that the amount is not what the pages it tells of cost; some may have been given for nothing."""
    amount, extent = values.get(_AMOUNT), values.get(_EXTENT)
    by_pages = values.get(_BASIS) == words.BASES[FeeBasis.PAGES]
    if not isinstance(amount, Decimal) or not isinstance(extent, str) or _AMOUNT not in printed or not by_pages:
        return
    told_pages = _PAGES.findall(extent)
    if len(told_pages) == 1 and (due := Decimal(fee_by_pages(int(told_pages[0])))) != amount:
        told = f"“{_AMOUNT}”为{shown(amount)}，“{_EXTENT}”中的{told_pages[0]}页按标准应为{shown(due)}，请核对。"
        yield Doubt("fee.pages", told, source=words.ARTICLES["5"])


def _totals(calculation: str) -> Iterator[Decimal]:
    """Yield what a calculation comes to: its products together, and its result where it has but one."""
    text = re.sub(r"(?<=\d),(?=\d{3})", "", calculation)
    products = [[Decimal(one) for one in found if one] for found in _PRODUCT.findall(text)]
    if products:
        yield sum((one * other for one, other in products), Decimal(0))
    results = _TOTAL.findall(text)
    if len(results) == 1:
        yield Decimal(results[0])
