"""The fields behind the names of a letter, for tests that take them away one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.letters import remedies
from gongkai.letters.letter import Sentence
from gongkai.letters.texts import text_of


def leaves(name: str, sentences: Iterable[Sentence]) -> Iterator[str]:
    """Yield the fields that a name cannot be printed without."""
    own = {one.name: one for one in sentences}
    if name == remedies.NAME:
        yield from (remedies.AUTHORITY, remedies.COURT)
        return
    if name not in own:
        yield name
        return
    sentence = own[name]
    if sentence.by:
        yield sentence.by
    texts = [text_of(text) for text in (sentence.texts.values() or [sentence.text])]
    for inner in frozenset.intersection(*(text.wanted for text in texts)):
        yield from leaves(inner, own.values())
