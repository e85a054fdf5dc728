"""One count that prose makes, and a whole with its parts (数据陈述)."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

import msgspec

from gongkai.report import CellKey, Quote, Value


class Period(StrEnum):
    """Which time a claim speaks of, seen from the report's year."""

    THIS_YEAR = "this"
    OTHER = "other"


class Basis(StrEnum):
    """How the wording ties a claim to its cells.

    firm: the words are those of the cells. likely: they usually mean the cells, but can mean something else.
    share: a percentage of `cells` in `of`.
    """

    FIRM = "firm"
    LIKELY = "likely"
    SHARE = "share"


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A count, a percentage or a stated zero in a report's prose.

    `quote` is the number with its measure word; `phrase` the quote of the words that say what is counted, number
    and all. `text` is the number as printed; `value` what it means, None where digits are lost (`candidates`
    says what they can have been). `unit` is the measure word, "%" for a percentage. `cells` are those whose sum
    it must equal, by `basis`; `others` are sums of other cells that the wording can mean as well; `of` are the
    cells that a percentage is a share of. `about` marks a rounded number (余, 约). `order` counts the claims of a
    report, `sentence` its sentences, both from 0; `depth` is that of the brackets around it.
    """

    quote: Quote
    phrase: Quote
    text: str
    value: Value | None
    unit: str
    counts: str
    order: int = 0
    sentence: int = 0
    depth: int = 0
    about: bool = False
    period: Period = Period.THIS_YEAR
    cells: tuple[CellKey, ...] = ()
    basis: Basis | None = None
    others: tuple[tuple[CellKey, ...], ...] = ()
    of: tuple[CellKey, ...] = ()
    candidates: tuple[str, ...] = ()

    @property
    def is_share(self) -> bool:
        return self.unit == "%"

    def admits_share(self, part: Value, whole: Value) -> bool:
        """Say whether a percentage, printed with so many digits, can be that of a part in a whole.

        The printed figure stands for an interval of half a unit of its last digit on either side, ends included.
        """
        if self.value is None or not whole:
            return True
        digits = len(self.text.partition(".")[2])
        half = Decimal(1 if self.about else "0.5").scaleb(-digits)
        return abs(Decimal(100) * part / whole - self.value) <= half


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """A whole and the parts that prose lists of it.

    `complete` says that the list leaves nothing out: it ends in 其他, or names all kinds there are. `stated`
    that words (其中, 分别, brackets) make it a list of parts.
    """

    whole: Claim
    parts: tuple[Claim, ...]
    complete: bool
    stated: bool
