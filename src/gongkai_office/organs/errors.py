"""What cannot be done to an organ: each error has its data as attributes and says one Chinese sentence.

OrganError
├── BadName             no name, or signs that no name has
├── NameTaken           a living organ of that name stands at the same place already
├── CreditCodeTaken     a living organ has that credit code already
├── BrokenCode          a code is not one; says which place is wrong
├── UnderAbolished      what was abolished can have nothing new below it
├── Cycle               an organ would come to stand below itself
├── BadReference        a superior or a competent authority cannot be one
├── AlreadyAbolished    it was abolished before
├── NothingToUndo       no abolition or renaming is there to be undone
├── BadDay              a day before the beginning, before the last change, or in the future
├── BadSuccessor        who is to follow cannot
├── LivingChildren      living organs are below it
└── BadReviewer         a reviewer without name, with an end before its beginning, or beside another one
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


class UnderAbolished(OrganError):
    """What was abolished can have nothing new below it; `organ`, `on`."""


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


class BadReviewer(OrganError):
    """A reviewer has no name, ends before it begins, or stands beside another one; `organ`, `role`."""
