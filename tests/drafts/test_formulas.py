"""What stands in a field: sums, shares, changes and decimals, in full-width signs too."""

from __future__ import annotations

import pytest

from gongkai.drafts import words
from gongkai.drafts.formulas import Formula, Mistake, Term, formula_of

UNDERSTOOD = {
    "本年新收": Formula((Term("本年新收"),)),
    "本年新收 + 上年结转": Formula((Term("本年新收"), Term("上年结转"))),
    "本年新收＋上年结转－办结": Formula((Term("本年新收"), Term("上年结转"), Term("办结", negative=True))),
    "本年新收 — 办结": Formula((Term("本年新收"), Term("办结", negative=True))),
    "予以公开 / 办理结果": Formula((Term("予以公开"),), (Term("办理结果"),)),
    "予以公开 ÷ 办理结果 : 2": Formula((Term("予以公开"),), (Term("办理结果"),), decimals=2),
    "（予以公开＋部分公开）／办理结果：0": Formula(
        (Term("予以公开"), Term("部分公开")), (Term("办理结果"),), decimals=0
    ),
    "本年新收 同比": Formula((Term("本年新收"),), change=True),
    "予以公开/办理结果同比:2": Formula((Term("予以公开"),), (Term("办理结果"),), change=True, decimals=2),
    "上年.本年新收": Formula((Term("本年新收", last_year=True),)),
    "本年新收 - 上一年度．本年新收": Formula((Term("本年新收"), Term("本年新收", negative=True, last_year=True))),
    "上年结转": Formula((Term("上年结转"),)),
    "(一)予以公开 + (二)部分公开（区分处理的，只计这一情形，不计其他情形）": Formula(
        (Term("予以公开"), Term("部分公开"))
    ),
    "本年增/减": Formula((Term("本年增减"),)),
}
MISTAKEN = {
    "": words.EMPTY,
    " ": words.EMPTY,
    ":2": words.EMPTY,
    "本年新收 +": words.NOT_UNDERSTOOD,
    "本年新收 + + 办结": words.NOT_UNDERSTOOD,
    "甲 / 乙 / 丙": words.NOT_UNDERSTOOD,
    "/ 办结": words.NOT_UNDERSTOOD,
    "(本年新收": words.NOT_UNDERSTOOD,
    "予以公开 + 部分公开 / 办结": words.BRACKETS,
    "予以公开 / 办结 - 1": words.BRACKETS,
    "本年新收:": words.DECIMALS,
    "本年新收:两": words.DECIMALS,
    "本年新收:7": words.DECIMALS,
    "上年.本年新收 同比": words.LAST_YEAR_TWICE,
}


@pytest.mark.parametrize("inside", UNDERSTOOD)
def test_a_formula_is_understood(inside: str) -> None:
    assert formula_of(inside) == UNDERSTOOD[inside]


@pytest.mark.parametrize("inside", MISTAKEN)
def test_what_is_no_formula_says_why(inside: str) -> None:
    assert formula_of(inside) == Mistake(MISTAKEN[inside])
