"""What cannot be done to an organ, and what is wrong with a list of organs.

Each OrganError has its data as attributes and says one Chinese sentence.

OrganError
├── BadName             no name, or signs that no name has
├── NameTaken           a living organ of that name stands at the same place already
├── CreditCodeTaken     a living organ has that credit code already
├── BrokenCode          a code is not one; says which place is wrong
├── BadPhone            a telephone or fax number is none
├── UnderAbolished      what was abolished can have nothing new below it
├── TooDeep             the tree would have more levels than its paths hold
├── Cycle               an organ would come to stand below itself
├── BadReference        a superior or a competent authority cannot be one
├── AlreadyAbolished    it was abolished before
├── NothingToUndo       no abolition or renaming is there to be undone
├── BadDay              a day before the beginning, before the last change, or in the future
├── BadSuccessor        who is to follow cannot
├── LivingChildren      living organs are below it
├── Unguarded           nobody would be left who may look after the installation
└── BadReviewer         a reviewer without name, with an end before its beginning, or beside another one
NoRows                  a file has no rows that could be read
├── NoTable             neither a workbook nor a text
├── BrokenBook          a workbook that cannot be opened
└── BrokenText          a text whose quotation marks do not close
UnreadableList          a file is no list of organs
Unfit                   a cell's text cannot become its field's value
Unclear                 a cell does not say which organ it means
└── Circle              lines hang on each other
ImportStopped           a line could not be written; those before it are
"""

from __future__ import annotations

from typing import Any


class OrganError(Exception):
    """Something cannot be done to an organ. `field` names the form's field that it is about, "" for none."""

    def __init__(self, sentence: str, /, *, field: str = "", **data: Any) -> None:
        self.reason = sentence.format(**data)
        self.field = field
        self.data = data
        super().__init__(self.reason)


class BadName(OrganError):
    """A name is missing, the same as before, or has signs that no name has."""


class NameTaken(OrganError):
    """A living organ of that name stands at the same place already; `name`, `under`."""


class CreditCodeTaken(OrganError):
    """A living organ has that credit code already; `code`, `holder`."""


class BrokenCode(OrganError):
    """A credit, site or division code is not one; `reason`, `suggestion`."""


class BadPhone(OrganError):
    """A telephone or fax number is none; `number`."""


class UnderAbolished(OrganError):
    """What was abolished can have nothing new below it; `organ`, `on`."""


class TooDeep(OrganError):
    """The tree would have more levels than its paths hold; `organ`, `limit`."""


class Cycle(OrganError):
    """An organ would come to stand below itself, in the tree or in its system; `organ`."""


class BadReference(OrganError):
    """A superior, successor or competent authority cannot be one; `organ`."""


class AlreadyAbolished(OrganError):
    """It was abolished before; `organ`, `on`."""


class NothingToUndo(OrganError):
    """No abolition or renaming is there to be undone; `organ`."""


class BadDay(OrganError):
    """A day is before the beginning, before the last change, or in the future; `on`."""


class BadSuccessor(OrganError):
    """Who is to follow cannot; `organ`."""


class LivingChildren(OrganError):
    """Living organs are below one that is to be abolished; `organ`, `count`, `names`."""


class Unguarded(OrganError):
    """Nobody would be left who may look after the installation; `roles`."""


class BadReviewer(OrganError):
    """A reviewer has no name, ends before it begins, or stands beside another one; `organ`, `role`."""


class NoRows(Exception):
    """A file has no rows that could be read."""


class NoTable(NoRows):
    """It is neither a workbook nor a text."""


class BrokenBook(NoRows):
    """It is a workbook that cannot be opened, or would fill the memory."""


class BrokenText(NoRows):
    """It is a text whose quotation marks do not close; `line` is where."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class UnreadableList(Exception):
    """A file is no list of organs at all; `reason` is a Chinese sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Unfit(Exception):
    """A cell's text cannot become its field's value; says why in Chinese."""


class Unclear(Exception):
    """A cell does not say which organ it means; says why in Chinese."""


class Circle(Unclear):
    """Lines that hang on each other: no answer for the one that asks, but maybe for another one that asks."""


class ImportStopped(Exception):
    """A line could not be written; those before it are. `reason` is a Chinese sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
