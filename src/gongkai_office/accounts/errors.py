"""What is refused when people, roles and reviews are changed; each error carries a Chinese sentence.

AccountError
├── Refused          a rule speaks against it: `field` names the form's field where there is one
└── OutOfReach       who acts has no such right over all that it touches
"""

from __future__ import annotations


class AccountError(Exception):
    """Something about people was refused: `sentence` says what, where and what to do."""

    def __init__(self, sentence: str, *, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class Refused(AccountError):
    """A rule speaks against it."""


class OutOfReach(AccountError):
    """Who acts may not do this to all that it touches."""
