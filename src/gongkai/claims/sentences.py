"""A report's prose as sentences, each under its sub-heading (分句)."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from gongkai.claims import words
from gongkai.damage import fold
from gongkai.report import CLOSING, AnnualReport, Passage


class Sentence(msgspec.Struct, frozen=True):
    """A sentence: `text` is folded, `start` its offset in the passage, `topic` the sub-heading it stands under."""

    passage: Passage
    text: str
    start: int
    number: int
    topic: str

    @property
    def about_requests(self) -> bool:
        """Say whether counts of the sentence are of requests, unless their own words say otherwise."""
        if self.topic and self.topic != words.ON_REQUEST:
            return words.ABOUT_REQUESTS.search(self.text) is not None
        return bool(self.topic) or words.MENTIONS_REQUESTS.search(self.text) is not None

    def about_disclosure(self, end: int) -> bool:
        """Say whether the disputes that are counted before an offset are about disclosure."""
        return self.topic == words.ON_REQUEST or words.ABOUT_DISCLOSURE.search(self.text, 0, end) is not None

    def depth(self, at: int) -> int:
        """Return how many brackets are open at an offset."""
        return max(0, self.text.count("(", 0, at) - self.text.count(")", 0, at))


def sentences_of(report: AnnualReport) -> Iterator[Sentence]:
    """Yield the sentences of all prose but headings and what follows the report."""
    number, topic = 0, ""
    for passage in report.passages():
        if passage.number == 0:
            topic = ""
        elif passage.part != CLOSING:
            folded = fold(passage.text)
            for start, end in _spans(folded):
                if heading := words.SUBHEADING.search(folded, start, min(end, start + 40)):
                    topic = heading[1]
                yield Sentence(passage, folded[start:end], start, number, topic)
                number += 1


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in words.SENTENCE_END.finditer(text):
        if match.end() > start + 1:
            yield start, match.end()
            start = match.end()
    if start < len(text):
        yield start, len(text)
