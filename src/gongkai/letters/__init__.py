"""What each document of a request says (文书): its mandatory elements, and a text with fields.

`compose` and `compose_reply` make drafts that can be looked at any time; `issue` lets go out what is whole.
"""

from gongkai.letters.answering import Answer, compose_reply
from gongkai.letters.compose import Composed, compose, issue
from gongkai.letters.wordings import STANDARD, Wordings, wordings, wordings_toml

__all__ = [
    "STANDARD",
    "Answer",
    "Composed",
    "Wordings",
    "compose",
    "compose_reply",
    "issue",
    "wordings",
    "wordings_toml",
]
