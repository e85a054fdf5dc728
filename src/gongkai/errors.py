"""Every exception the library raises.

GongkaiError
├── UnreadableInput     a file that cannot become a report; says which and why
│   ├── EmptyInput          nothing in it
│   ├── InputTooLarge       over a bound of size, tags, cells or depth
│   ├── UnknownKind         nothing that is read (program, damaged file, noise …)
│   │   └── NeedsConversion     an older format, which another program can turn into one that is read
│   ├── NotAReport          readable, but no annual report in it
│   └── SeveralReports      data of more than one report, where one is asked for
├── BrokenReportData    JSON that is not a report of a known version
├── BrokenVerdicts      JSON that is not a list of verdicts of a known version
├── BrokenRules         a file of local rules that says something unknown; says what and where
├── BrokenChildren      a list of the organs below another that cannot be used; says what and where
├── BrokenDraft         prose with fields that cannot be filled in; says which, where and why
└── CannotPrint         a text cannot be set on this machine; says what to do
    ├── NoFont              no Chinese font is installed
    └── MissingGlyph        no font that is installed has a character

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


class SeveralReports(UnreadableInput):
    """The input holds the data of more than one report."""


class BrokenReportData(GongkaiError):
    """JSON does not follow the published schema, or is of an unknown version."""


class BrokenVerdicts(GongkaiError):
    """JSON does not follow the published schema of verdicts, or is of an unknown version."""


class BrokenRules(GongkaiError):
    """A file of local rules cannot be followed. `reason` is one Chinese sentence for the person who wrote it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BrokenChildren(GongkaiError):
    """A list of the organs below another cannot be used. `reason` is one Chinese sentence for its author."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BrokenDraft(GongkaiError):
    """Fields of a draft's prose cannot be filled in. `problems` are one Chinese sentence each, with its place."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class CannotPrint(GongkaiError):
    """A text cannot be set on this machine. `reason` is one Chinese sentence that says what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NoFont(CannotPrint):
    """No Chinese font is installed."""


class MissingGlyph(CannotPrint):
    """No font that is installed has some character of the text; `character` is the first of them."""

    def __init__(self, reason: str, character: str) -> None:
        super().__init__(reason)
        self.character = character
