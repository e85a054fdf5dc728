"""Numbers of official letters (发文字号) and of requests (申请编号); GB/T 9704—2012."""

from __future__ import annotations

from gongkai.law.identifiers.patterns import APPLICATIONS, LETTERS, Number, Pattern

__all__ = [
    "Number",
    "is_application_number",
    "is_document_number",
    "parse_application_number",
    "parse_document_number",
    "write_application_number",
    "write_document_number",
]


def parse_document_number(text: str) -> Number:
    """Return what the number of a letter says (国办函〔2020〕109号).

    The organ's own characters, the year in 〔〕, the serial. Raises BrokenIdentifier: other brackets, a lost one
    (国办函〔2020109号), blanks, zeros or 第 before the serial are told, and the right number is suggested.
    """
    return LETTERS.read(text)


def is_document_number(text: str) -> bool:
    """Tell whether a text is the number of a letter."""
    return LETTERS.holds(text)


def write_document_number(number: Number) -> str:
    """Return the number of a letter as it is printed."""
    return LETTERS.write(number)


def parse_application_number(text: str, pattern: Pattern = APPLICATIONS) -> Number:
    """Return what the number of a request says (2026-XXGK-0001) by the office's pattern; raise BrokenIdentifier."""
    return pattern.read(text)


def is_application_number(text: str, pattern: Pattern = APPLICATIONS) -> bool:
    """Tell whether a text is the number of a request."""
    return pattern.holds(text)


def write_application_number(number: Number, pattern: Pattern = APPLICATIONS) -> str:
    """Return the number of a request as the office writes it."""
    return pattern.write(number)
