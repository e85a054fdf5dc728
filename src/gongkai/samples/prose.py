"""Real-looking prose around the tables (年报正文), with counts that agree with the figures."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Any

from gongkai.report import CellKey, Edition, Value
from gongkai.samples import words
from gongkai.samples.content import Paragraph, Role
from gongkai.samples.organs import Organ
from gongkai.samples.style import Style
from gongkai.terms import form

_COUNTS: dict[str, tuple[CellKey, ...]] = {
    "received": (("3", "1", "total"),),
    "carried_in": (("3", "2", "total"),),
    "closed": (("3", "3.7", "total"),),
    "carried_out": (("3", "4", "total"),),
    "granted": (("3", "3.1", "total"),),
    "secret": (("3", "3.3.1", "total"),),
    "not_held": (("3", "3.4.1", "total"),),
    "petitions": (("3", "3.5.1", "total"),),
    "repeated": (("3", "3.5.2", "total"),),
    "natural": (("3", "1", "natural"),),
    "legal": tuple(("3", "1", column) for column in ("business", "research", "welfare", "legal", "other")),
    "normative": (("2", "20.1.normative_documents", "made"),),
    "reviews": (("4", "reconsideration", "total"),),
    "suits": (("4", "litigation_direct", "total"), ("4", "litigation_after", "total")),
}
_FEE_MEASURES = 2020
_SUBSECTIONS = (words.ACTIVE, words.ON_REQUEST, words.MANAGEMENT, words.PLATFORMS, words.SUPERVISION)


class Writer:
    """Fills templates for one report; every paragraph draws its own numbers."""

    def __init__(
        self, rng: random.Random, organ: Organ, year: int, edition: Edition, figures: Mapping[CellKey, Value]
    ) -> None:
        self._rng = rng
        self._fixed: dict[str, object] = {
            name: sum((figures[key] for key in keys), start=0) for name, keys in _COUNTS.items()
        }
        self.year = year
        digits = rng.randrange(10**6)
        self._fixed |= {
            "organ": organ.name,
            "self": organ.self_name,
            "place": organ.name[:3],
            "year": year,
            "next": year + 1,
            "day": rng.randint(4, 31),
            "notice": f"《{edition.notice}》",
            "number": edition.notice,
            "phone": f"0000-{5_550_000 + digits % 10_000}",
            "postcode": f"{digits:06d}",
            "site": f"www.{'abcdefgh'[digits % 8]}{digits % 97}.example",
        }
        self.title = rng.choice(words.TITLES).format(title=form.TITLE, **self._fixed)

    def fill(self, template: str) -> str:
        """Return a template with its numbers and names."""
        rng = self._rng
        own: dict[str, Any] = {
            "title": self.title,
            "n": rng.randint(2, 9),
            "n1": rng.randint(3, 3000),
            "n2": rng.randint(2, 400),
            "n3": rng.randint(1, 60),
            "n4": rng.randint(1, 59),
            "p": rng.randint(1, 999) / 10,
        }
        own["whole"] = sum(own[part] for part in ("n1", "n2", "n3", "n4"))
        return template.format(**self._fixed | own)

    def some(self, templates: tuple[str, ...], most: int = 4) -> str:
        """Return one or more sentences, in the order of the templates."""
        count = self._rng.randint(1, min(most, len(templates)))
        chosen = sorted(self._rng.sample(range(len(templates)), count))
        return "".join(self.fill(templates[number]) for number in chosen)

    def tosses(self) -> bool:
        """Return the side of a coin."""
        return self._rng.random() < 0.5

    def one(self, templates: tuple[str, ...]) -> str:
        """Return one sentence."""
        return self.fill(self._rng.choice(templates))


def overview(writer: Writer, style: Style) -> Iterator[Paragraph]:
    """Yield what stands under the first heading (总体情况): an opening and five parts with sub-headings."""
    yield _prose(style, writer.one(words.OPENINGS), 1)
    for numeral, name, templates in zip(words.NUMERALS, form.SUBHEADINGS, _SUBSECTIONS, strict=False):
        heading, text = f"({numeral}){name}", writer.some(templates)
        if style.heading_gap:
            yield _prose(style, f"{heading}。{text}", 1)
        else:
            yield _prose(style, heading, 1)
            yield _prose(style, text, 1)


def problems(writer: Writer, style: Style) -> Iterator[Paragraph]:
    """Yield what stands under the fifth heading (存在的主要问题及改进情况)."""
    yield _prose(style, writer.one(words.PROBLEMS), 5)
    yield _prose(style, writer.one(words.REMEDIES), 5)


def other_matters(writer: Writer, style: Style) -> Iterator[Paragraph]:
    """Yield what stands under the sixth heading (其他需要报告的事项)."""
    more = words.NOTHING_ELSE if writer.tosses() else ""
    yield _prose(style, writer.one(words.FEE_STATEMENTS[: 1 + (writer.year > _FEE_MEASURES)]) + more, 6)


def heading(number: int, edition: Edition, style: Style) -> Paragraph:
    """Return one of the six headings."""
    text = style.typeset(edition.headings[number - 1])
    gap = " " if style.heading_gap else ""
    return Paragraph(Role.HEADING, f"{words.NUMERALS[number - 1]}、{gap}{text}", number)


def _prose(style: Style, text: str, section: int) -> Paragraph:
    return Paragraph(Role.PROSE, style.typeset(text), section)
