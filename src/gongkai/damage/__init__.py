"""What scraping does to text (文本损坏), as laws that run forward, and repairs proved by running them.

`codepage`      UTF-8 read as code page 936: `lose`, `trace`, and `prove`, which repairs by running the law
`open_digits`   numbers that lost their first digit, told as open
`characters`    U+FFFD, 锟斤拷 and stray mark-up as laws, and `find`, which finds the traces of all of them

A law maps an original to what is seen. None is turned round: a repair proposes originals, runs the law on
each, and holds only if one alone comes out as the text seen.
"""

from __future__ import annotations

from gongkai.damage.characters import Kind, Remnant, find, insert_remnants, read_twice, replace_some
from gongkai.damage.codepage import MADE, Proof, fold, looks_lost, lose, prove, trace, widen
from gongkai.damage.open_digits import OpenDigit, fillings, open_digits

__all__ = [
    "MADE",
    "Kind",
    "OpenDigit",
    "Proof",
    "Remnant",
    "fillings",
    "find",
    "fold",
    "insert_remnants",
    "looks_lost",
    "lose",
    "open_digits",
    "prove",
    "read_twice",
    "replace_some",
    "trace",
    "widen",
]
