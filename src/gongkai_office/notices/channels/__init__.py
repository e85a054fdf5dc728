"""Ways a reminder leaves the house (提醒渠道): what a channel is, and which ones are set up.

A channel is a class without arguments, named by its dotted path in the settings (`NOTICES["CHANNELS"]`):

    class Pager:
        title = "寻呼"

        def address(self, person: Person) -> str:
            return person.phone            # "" where the person cannot be reached this way

        def send(self, message: Message) -> None:
            ...                            # returns once the message was taken; raises Temporary or Permanent

`message.key` is the same each time one message is tried: a worker may die between sending and writing that down,
and then the message is sent again. A gateway that remembers keys delivers it once; without one it may come twice,
which is better than not at all.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, Protocol

from django.conf import settings
from django.utils.module_loading import import_string


class Person(Protocol):
    """Whom a reminder is for, as far as channels know."""

    name: str
    email: str
    phone: str


class Message(NamedTuple):
    """What is sent: to which address, with what heading and text; it holds no personal data but the address."""

    key: str
    address: str
    subject: str
    text: str
    link: str


class Channel(Protocol):
    """A way out of the house."""

    title: str

    def address(self, person: Person) -> str:
        """Return where somebody is reached, nothing where they are not."""

    def send(self, message: Message) -> None:
        """Send a message; Temporary or Permanent where it was not taken."""


@cache
def _made(path: str) -> Channel:
    return import_string(path)()  # type: ignore[no-any-return]  # what the settings name


def channels() -> dict[str, Channel]:
    """Return the channels that are set up, by name."""
    return {name: _made(path) for name, path in settings.NOTICES["CHANNELS"].items()}
