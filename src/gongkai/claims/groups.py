"""Wholes and their parts among the claims of a report (总数与分项)."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.claims import words
from gongkai.claims.claim import Claim, Group
from gongkai.claims.sentences import Sentence, sentences_of
from gongkai.report import AnnualReport

_FEWEST_PARTS = 2
# Nobody lists more in one sentence.
_MOST = 150


def groups_of(report: AnnualReport, claims: tuple[Claim, ...]) -> tuple[Group, ...]:
    """Return the wholes that prose lists parts of, in reading order; a part may be a whole itself."""
    counted = [claim for claim in claims if not claim.is_share and claim.quote.text != claim.counts]
    by_sentence: dict[int, list[Claim]] = {}
    for claim in counted:
        by_sentence.setdefault(claim.sentence, []).append(claim)
    found: list[Group] = []
    before: list[Claim] = []
    for sentence in sentences_of(report):
        own = by_sentence.get(sentence.number, [])
        found += _groups(sentence, own, before)
        before = own
    return tuple(found)


def _groups(sentence: Sentence, claims: list[Claim], before: list[Claim]) -> Iterator[Group]:
    if len(claims) > _MOST:
        return
    stated = list(_stated(sentence, claims, before))
    yield from stated
    taken = {claim.order for group in stated for claim in (group.whole, *group.parts)}
    for at, whole in enumerate(claims):
        if whole.order not in taken and (group := _bare(whole, claims[at + 1 :])):
            yield group
    yield from _bracketed(sentence, claims)


def _stated(sentence: Sentence, claims: list[Claim], before: list[Claim]) -> Iterator[Group]:
    """Yield the groups whose parts are announced by 其中, at the depth of brackets where it stands."""
    marks = [match.end() for match in words.OF_WHICH.finditer(sentence.text)]
    for number, mark in enumerate(marks):
        depth = sentence.depth(mark)
        until = marks[number + 1] if number + 1 < len(marks) else len(sentence.text)
        level = [claim for claim in claims if claim.depth == depth]
        parts = _listed([claim for claim in level if mark <= _start(sentence, claim) < until])
        if not parts:
            continue
        outer = [claim for claim in claims if claim.depth < depth]
        ahead = _before(sentence, level, mark) or _before(sentence, outer, mark) or before
        whole = next((one for one in reversed(ahead) if one.unit == parts[0].unit), None)
        whole = whole or next((one for one in reversed(ahead) if _alike(one, parts[0])), None)
        if whole and not _is_one_of_several(sentence, whole, ahead):
            listed = tuple(part for part in parts if _alike(part, whole))
            complete = len(listed) == len(parts) and _is_complete(list(listed))
            yield Group(whole=whole, parts=listed, complete=complete, stated=True)


def _is_one_of_several(sentence: Sentence, whole: Claim, ahead: list[Claim]) -> bool:
    """Say whether a count is joined to the one before it, so that both together may be the whole."""
    at = ahead.index(whole)
    if not at or ahead[at - 1].sentence != sentence.number or not _alike(ahead[at - 1], whole):
        return False
    end = ahead[at - 1].quote.end - sentence.start
    return sentence.text[end : end + 1] in words.JOINS


def _alike(one: Claim, other: Claim) -> bool:
    """Say whether two counts can be a whole and its part by their measure words."""
    return one.unit == other.unit or {one.unit, other.unit} <= words.UNITS_OF_INFORMATION


def _bare(whole: Claim, following: list[Claim]) -> Group | None:
    """Return the group of a total and the list right behind it, where the list shows that it is the whole of it."""
    if not words.TOTAL_WORDS.search(whole.counts) and not words.PUBLISHED.search(whole.counts):
        return None
    parts: list[Claim] = []
    for claim in following:
        if claim.unit != whole.unit or claim.depth != whole.depth or words.BREAKS_LIST.search(claim.counts):
            break
        parts.append(claim)
    if not _is_complete(parts):
        return None
    return Group(whole=whole, parts=tuple(parts), complete=True, stated=False)


def _bracketed(sentence: Sentence, claims: list[Claim]) -> Iterator[Group]:
    """Yield the groups of a count and a list in the brackets right behind it."""
    for whole in claims:
        end = whole.quote.end - sentence.start
        if sentence.text[end : end + 1] != "(":
            continue
        close = sentence.text.find(")", end)
        inside = [
            claim
            for claim in claims
            if claim.depth == whole.depth + 1 and end < _start(sentence, claim) < close and claim.unit == whole.unit
        ]
        if len(inside) >= _FEWEST_PARTS and not words.OF_WHICH.search(sentence.text, end, close):
            yield Group(whole=whole, parts=tuple(inside), complete=_is_complete(inside), stated=True)


def _listed(parts: list[Claim]) -> list[Claim]:
    """Return a list of parts to its last one, before the subject changes."""
    ends = (at for at, part in enumerate(parts) if at and words.BREAKS_LIST.search(part.counts))
    return [part for part in parts[: next(ends, len(parts))] if not words.COMPARED.search(part.counts)]


def _is_complete(parts: list[Claim]) -> bool:
    """Say whether a list leaves nothing out: it ends with the rest, or names all kinds there are."""
    if len(parts) < _FEWEST_PARTS:
        return False
    if words.RESIDUAL.match(parts[-1].counts):
        return True
    return any(
        all(any(kind in part.counts for part in parts) for kind in kinds) and len(parts) == len(kinds)
        for kinds in words.COMPLETE_KINDS
    )


def _before(sentence: Sentence, claims: list[Claim], mark: int) -> list[Claim]:
    return [claim for claim in claims if _start(sentence, claim) < mark]


def _start(sentence: Sentence, claim: Claim) -> int:
    return claim.quote.start - sentence.start
