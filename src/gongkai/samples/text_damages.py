"""What happens to the printed text (文字的损坏): lost and broken characters, mark-up left standing.

Each law of `gongkai.damage` says for every character that is left where it survives from; what it did to
cells is told from that alone.
"""

from __future__ import annotations

import random
from collections.abc import Iterable

from gongkai.damage import characters, codepage
from gongkai.report import CellKey
from gongkai.samples.content import Content, Paragraph, Role
from gongkai.samples.edits import paragraphs, replace, row_mates, show, texts
from gongkai.samples.evidence import Remains, broken_values, run_together, unnamed
from gongkai.samples.ink import Rendered, Span

Trace = tuple[str, tuple[int, ...]]

_WORDS = frozenset({Role.LABEL, Role.GROUP, Role.HEAD, Role.BANNER, Role.HEADING, Role.PROSE, Role.TITLE})


def codepage_loss(rendered: Rendered, _rng: random.Random) -> Rendered:
    """Read the whole text as code page 936 and write it back (编码误读致缺字)."""
    return _damaged(rendered, codepage.trace(rendered.text))


def codepage_source(content: Content, _rng: random.Random) -> Content:
    """Let the same happen to the page's source, where a line ended in each cell, before it was scraped."""
    content = texts(content, lambda spot: tuple(codepage.lose(part) for part in spot.parts))

    def of(block: Paragraph) -> Paragraph:
        return replace(block, text=codepage.lose(block.text))

    return paragraphs(content, of)


def replacement(rendered: Rendered, rng: random.Random) -> Rendered:
    """Break some characters to U+FFFD (无效字节), in some texts also digits."""
    often, digits = rng.choice((0.002, 0.01, 0.03)), rng.choice((0.0, 0.0, 0.02))
    positions = [
        at
        for span in rendered.spans
        for at in range(span.start, span.end)
        if rng.random() < (digits if span.role is Role.VALUE else often) and _breakable(rendered, span, at)
    ]
    return _damaged(rendered, characters.replace_some(rendered.text, positions))


def kunjinkao(rendered: Rendered, rng: random.Random) -> Rendered:
    """Turn some stretches of words into 锟斤拷 (两次误读)."""
    text, pieces, survivors, kept = rendered.text, [], [], 0
    for start, end in _stretches(rendered, rng):
        broken, own = characters.read_twice(text[start:end])
        pieces += [text[kept:start], broken]
        survivors += [*range(kept, start), *(start + at if at >= 0 else at for at in own)]
        kept = end
    pieces.append(text[kept:])
    survivors.extend(range(kept, len(text)))
    return _damaged(rendered, ("".join(pieces), tuple(survivors)))


def remnants(rendered: Rendered, rng: random.Random) -> Rendered:
    """Leave mark-up standing in words and beside values (残留标记)."""
    places: dict[int, str] = {}
    touched: set[CellKey] = set()
    for span in rendered.spans:
        often = 0.02 if span.role is Role.VALUE else 0.1
        chance, remnant, share = rng.random(), rng.choice(characters.REMNANTS), rng.random()
        if chance > often or (span.role is not Role.VALUE and span.role not in _WORDS):
            continue
        if span.key is not None:
            places[rng.choice((span.start, span.end))] = remnant
            touched.add(span.key)
        else:
            places[span.start + int(share * (span.end - span.start))] = remnant
    if rendered.glued:
        touched |= row_mates(rendered.content, touched)
    text, survivors = characters.insert_remnants(rendered.text, places)
    damaged = _damaged(rendered, (text, survivors))
    return replace(damaged, content=show(damaged.content, {}, touched))


def _breakable(rendered: Rendered, span: Span, at: int) -> bool:
    character = rendered.text[at]
    return character.isdigit() if span.role is Role.VALUE else not character.isascii()


def _stretches(rendered: Rendered, rng: random.Random) -> Iterable[tuple[int, int]]:
    """Yield places in words, in order; on a plain text some reach over the end of their piece."""
    after = 0
    for span in rendered.spans:
        chance, share, length = rng.random(), rng.random(), rng.randint(1, 8)
        if chance > 0.08 or span.role not in _WORDS or span.end == span.start:
            continue
        start = max(after, span.start + int(share * (span.end - span.start)))
        end = start + length
        if rendered.page or length > 2:
            end = min(end, span.end)
        if start < end <= len(rendered.text):
            yield start, end
            after = end


def _damaged(rendered: Rendered, trace: Trace) -> Rendered:
    """Return what is left of a printed report, with the cells that the damage touched."""
    remains = Remains(rendered.text, *trace)
    broken = broken_values(rendered, remains)
    touched = {*broken, *unnamed(rendered, remains), *run_together(rendered, remains)}
    if rendered.glued:
        touched |= row_mates(rendered.content, broken)
    content = show(rendered.content, broken, touched)
    return replace(rendered, content=content, text=remains.text, spans=())
