"""How one author sets the form (排版习惯): brackets, ordinals, quotes, what is around tables."""

from __future__ import annotations

import random

import msgspec

_WIDE = str.maketrans({"(": "（", ")": "）", ",": "，", ":": "：", ";": "；"})
_QUOTES = str.maketrans("", "", "“”")


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """The habits of one author, drawn once for a report."""

    wide: bool = True
    ordinal: str = "."
    quotes: bool = True
    split_heads: float = 0.0
    split_groups: bool = False
    title: bool = True
    meta: bool = False
    preface: bool = True
    sentence_before_table: bool = False
    prose_after_table: bool = False
    signature: bool = False
    furniture: bool = False
    heading_gap: bool = False

    def typeset(self, text: str) -> str:
        """Return the text with this author's brackets and commas."""
        return text.translate(_WIDE) if self.wide else text

    def label(self, text: str) -> str:
        """Return a row's label with this author's ordinals, quotes and brackets."""
        if text[1:2] == "." and text[0].isdigit():
            text = text[0] + self.ordinal + text[2:]
        if not self.quotes:
            text = text.translate(_QUOTES)
        return self.typeset(text)


def draw_style(rng: random.Random) -> Style:
    """Return the habits of some author."""
    return Style(
        wide=rng.random() < 0.7,
        ordinal=rng.choice((".", ".", ".", ". ", "\uff0e")),
        quotes=rng.random() < 0.7,
        split_heads=rng.choice((0.0, 0.0, 0.5, 1.0)),
        split_groups=rng.random() < 0.15,
        title=rng.random() < 0.85,
        meta=rng.random() < 0.35,
        preface=rng.random() < 0.8,
        sentence_before_table=rng.random() < 0.25,
        prose_after_table=rng.random() < 0.2,
        signature=rng.random() < 0.4,
        furniture=rng.random() < 0.4,
        heading_gap=rng.random() < 0.1,
    )
