"""What looking through a file gathers: signs of what is in it, and whether a classified marking is."""

from __future__ import annotations

from collections import Counter

from gongkai_office.files.markings import is_internal, is_marking

_PLACES, _LONGEST_PLACE = 5, 40
# Lines at the beginning of a document or of a page, where a bare word is a marking.
TOP = 5


class Refused(Exception):
    """The file must not be taken in; `code` is a key of the sentences, `where` of the places."""

    def __init__(self, code: str, where: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.where = where


class Looked:
    """What was seen so far in one file."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.places: dict[str, list[str]] = {}

    def sign(self, code: str, count: int = 1, place: str = "") -> None:
        """Note something that a person should know, and where it is."""
        if count:
            self.counts[code] += count
            places = self.places.setdefault(code, [])
            if place and len(places) < _PLACES:
                places.append(place[:_LONGEST_PLACE])

    def text(self, line: str, where: str = "body") -> None:
        """Look at one line of the file; Refused where it is a classified marking."""
        if not line or line.isspace():
            return
        if is_marking(line, alone=where in ("header", "box", "top", "cell")):
            raise Refused("classified", where)
        if is_internal(line):
            self.sign("internal")

    def lines(self, lines: list[str]) -> None:
        """Look at the lines of a page or a document: the first and last few stand where markings do."""
        filled = [line for line in lines if line.strip()]
        for number, line in enumerate(filled):
            edge = number < TOP or number >= len(filled) - 2
            self.text(line, "top" if edge else "body")
