"""What a letter is (文书): the elements that the law asks of it, its fixed sentences, and a text with fields."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from gongkai.law.documents import Document, Element
from gongkai.law.outcomes.outcome import Outcome
from gongkai.letters.values import Field


class Receiver(StrEnum):
    """To whom a document goes (受文者)."""

    APPLICANT = "applicant"
    THIRD_PARTY = "third_party"
    ORGAN = "organ"
    FILE = "file"

    @property
    def label(self) -> str:
        return _RECEIVERS[self]


_RECEIVERS = {
    Receiver.APPLICANT: "申请人",
    Receiver.THIRD_PARTY: "第三方",
    Receiver.ORGAN: "其他机关",
    Receiver.FILE: "存档",
}


class Need(msgspec.Struct, frozen=True):
    """An element that a document must have, and the article that asks for it (必备要素).

    It is there where all names of one of the `groups`, fields or fixed sentences, are printed with their values.
    """

    element: Element
    groups: tuple[tuple[str, ...], ...]
    source: str


def need(element: Element, source: str, *groups: str | tuple[str, ...]) -> Need:
    """Return a need; a group of one name may be written as that name."""
    return Need(element, tuple((one,) if isinstance(one, str) else one for one in groups), source)


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """Words of the law that an office may place but not change (固定语句), with fields of their own.

    Where they depend on a choice, `by` names its field, and `texts` has the words for each.
    """

    name: str
    text: str = ""
    by: str = ""
    texts: Mapping[str, str] = {}

    def words(self, chosen: object = None) -> str | None:
        """Return the words, given what was chosen; None where nothing was that decides."""
        return self.texts.get(str(chosen)) if self.by else self.text


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """A document with a letterhead, other than a reply: `addressee` names the field of whom it is to."""

    document: Document
    to: Receiver
    addressee: str
    text: str
    needs: tuple[Need, ...]
    sentences: tuple[Sentence, ...] = ()
    fields: tuple[Field, ...] = ()


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What a reply says of an item with some outcome (答复内容); the rest of the letter is the same for all.

    `decision` is the fixed sentence of what was decided, `decision_of_several` that in a letter of several items,
    where it is another. `examples` are this outcome's own for fields that others have, too.
    """

    outcome: Outcome
    decision: str
    decision_of_several: str = ""
    text: str
    needs: tuple[Need, ...]
    sentences: tuple[Sentence, ...] = ()
    fields: tuple[Field, ...] = ()
    examples: Mapping[str, str] = {}

    def decision_among(self, count: int) -> str:
        """Return the sentence of what was decided, in a letter of so many items."""
        return self.decision_of_several if count > 1 and self.decision_of_several else self.decision


class Blank(msgspec.Struct, frozen=True):
    """A place of a form to be written in by hand (空格): the words that stand in it."""

    text: str = ""


class Row(msgspec.Struct, frozen=True):
    """A row of a form: labels, each with a field's name or a place left blank; how many lines it is high."""

    cells: tuple[tuple[str, str | Blank], ...]
    lines: int = 1


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """A document that is a table (表格): rows, and words above and below it.

    What stands in `fixed` are elements that a blank place or a printed word of the form fulfils. `table` is the
    field whose rows are printed above the form's own; `widths` are its columns' units, those of a number first.
    """

    document: Document
    to: Receiver
    rows: tuple[Row, ...]
    needs: tuple[Need, ...]
    fixed: tuple[Element, ...] = ()
    above: str = ""
    below: str = ""
    table: str = ""
    widths: tuple[int, ...] = ()
    fields: tuple[Field, ...] = ()
