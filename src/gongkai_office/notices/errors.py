"""What can go wrong with a reminder.

NoticeError
├── NobodyToNotify  there is nobody to send it to
├── NotOurPage      a link that leads out of the site
├── NothingFailed   a sending has no failed delivery to try again
└── Undelivered     a channel did not take a message
    ├── Temporary       try again later
    └── Permanent       trying again would not help
"""

from __future__ import annotations


class NoticeError(Exception):
    """The root. `reason` is a Chinese sentence: what, where, what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NobodyToNotify(NoticeError):
    """There is nobody to send a reminder to."""


class NotOurPage(NoticeError):
    """A link does not lead to a page of this site; `link` is it."""

    def __init__(self, reason: str, link: str) -> None:
        super().__init__(reason)
        self.link = link


class NothingFailed(NoticeError):
    """No delivery of a sending has failed."""


class Undelivered(NoticeError):
    """A channel did not take a message."""


class Temporary(Undelivered):
    """A channel could not take a message now: try again later."""


class Permanent(Undelivered):
    """A channel will never take this message."""
