"""Every exception the library raises.

GongkaiError
├── UnreadableInput     a file that cannot become a report; says which and why
│   ├── EmptyInput          nothing in it
│   ├── InputTooLarge       over a bound of size, tags, cells or depth
│   ├── UnknownKind         nothing that is read (program, damaged file, noise …)
│   │   └── NeedsConversion     an older format, which another program can turn into one that is read
│   └── NotAReport          readable, but no annual report in it
├── BrokenReportData    JSON that is not a report of a known version
├── BrokenVerdicts      JSON that is not a list of verdicts of a known version
└── BrokenRules         a file of local rules that says something unknown; says what and where

A mistake in a report is never an exception: reading marks the cell, checking yields a finding.
"""

from __future__ import annotations


class GongkaiError(Exception):
    """The root of all errors of this library."""


class UnreadableInput(GongkaiError):
    """An input cannot become a report. `reason` is one Chinese sentence for the person who sent it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class EmptyInput(UnreadableInput):
    """The input has no bytes, or nothing but white space."""


class InputTooLarge(UnreadableInput):
    """The input passes one of the bounds in `readers/documents/limits.py`."""


class UnknownKind(UnreadableInput):
    """The input's content is of a kind that is not read."""


class NeedsConversion(UnknownKind):
    """The input is a document of a format that only the programs it comes from understand."""


class NotAReport(UnreadableInput):
    """The input is readable but holds neither a table nor two headings of the statutory form."""


class BrokenReportData(GongkaiError):
    """JSON does not follow the published schema, or is of an unknown version."""


class BrokenVerdicts(GongkaiError):
    """JSON does not follow the published schema of verdicts, or is of an unknown version."""


class BrokenRules(GongkaiError):
    """A file of local rules cannot be followed. `reason` is one Chinese sentence for the person who wrote it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
