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
├── NoCalendar          a day of a year whose holidays nobody knows
├── BrokenNotice        a notice of holidays that does not prove itself; says every problem
├── BrokenIdentifier    a code, number or date that is not one; says which place is wrong, and what may be meant
├── NoRule              an outcome, row or reviewing organ for a day or year that the rules do not reach; says which
├── NoFeeDue            a notice of a fee where none is charged; says why
├── NotAllowed          a step of a request that its procedure does not have, or not now, or not for this role
├── BrokenConventions   a file of local conventions that says something unknown; says every problem, with its line
├── LetterIncomplete    a letter that may not go out; says each element it lacks, and what is wrong
├── BrokenWording       an office's texts of letters that cannot be used; says every problem, with its place
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


class NoCalendar(GongkaiError):
    """A day lies in a year without a calendar of working days. `reason` is one Chinese sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BrokenNotice(GongkaiError):
    """A notice of holidays, or local holidays, cannot be taken in. `problems` are one Chinese sentence each."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class BrokenIdentifier(GongkaiError):
    """A code, a number or a printed date is not one. `reason` is a Chinese sentence that says which place is wrong.

    `suggestion` is what was probably meant, where one slip of writing explains it; it is for a person to accept.
    """

    def __init__(self, reason: str, suggestion: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.suggestion = suggestion


class NoRule(GongkaiError):
    """No rule of the law that is known here holds on a day or for a year. `reason` is one Chinese sentence."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NoFeeDue(GongkaiError):
    """A notice of a fee is asked for where none is charged. `reason` is one Chinese sentence that says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NotAllowed(GongkaiError):
    """A step of a request's procedure cannot be done. `reason` is one Chinese sentence that says what can be."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class BrokenConventions(GongkaiError):
    """A file of local conventions cannot be followed. `problems` are one Chinese sentence each, with its line."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class LetterIncomplete(GongkaiError):
    """A letter may not go out. `reasons` are one Chinese sentence each, `elements` the codes of what it lacks."""

    def __init__(self, reasons: tuple[str, ...], elements: tuple[str, ...]) -> None:
        super().__init__("\n".join(reasons))
        self.reasons = reasons
        self.elements = elements


class BrokenWording(GongkaiError):
    """An office's texts of letters cannot be used. `problems` are one Chinese sentence each, with its place."""

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
