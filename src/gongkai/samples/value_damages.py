"""What happens to values (数值的损坏): blanks, units, signs, other digits, wrong sums, stray blanks."""

from __future__ import annotations

import random

from gongkai.report import EDITIONS, CellKey, State, identities
from gongkai.samples import label_words
from gongkai.samples.content import Content, Form, Paragraph, Role, Shown
from gongkai.samples.edits import paragraphs, replace, row_mates, show, texts
from gongkai.samples.layouts import GLUED_LAYOUTS, ONE_LINE_LAYOUTS

_MONEY = frozenset({"amount"})
# Only blanks part the cells of these for the eye.
_UNSEEN_EDGES = ONE_LINE_LAYOUTS | {"spaces", "html_divs"}


def blanks(content: Content, rng: random.Random) -> Content:
    """Leave cells empty that the author left empty for zero (空白代零); what parts cells still stands."""
    keys = _some_zeros(content, rng)
    touched = row_mates(content, keys) if content.layout in _UNSEEN_EDGES else keys
    return show(content, {key: Shown(state=State.BLANK) for key in keys}, touched)


def blanks_dropped(content: Content, rng: random.Random) -> Content:
    """Leave cells empty and lose what parted them (空白格丢失), so that their row has fewer cells."""
    keys = _some_zeros(content, rng)
    gone = {key: Shown(state=State.BLANK, dropped=True) for key in keys}
    return show(content, gone, row_mates(content, keys))


def units(content: Content, rng: random.Random) -> Content:
    """Write a unit after some values (数字带单位), such as 201件."""
    changes = {}
    for key, shown in _printed(content):
        if rng.random() < 0.15:
            changes[key] = replace(shown, unit=rng.choice(_units(key)))
    return show(content, changes)


def signs(content: Content, rng: random.Random) -> Content:
    """Write some zeros as a sign that says there is nothing (以符号代零), and growth with a plus."""
    mark = rng.choice(label_words.MARKS)
    changes = {key: Shown(state=State.NOT_APPLICABLE, mark=mark) for key in _some_zeros(content, rng)}
    for key, shown in _printed(content):
        if key[2] == "change" and key not in changes:
            changes[key] = replace(shown, form=Form.PLUS)
    return show(content, changes)


def fullwidth(content: Content, rng: random.Random) -> Content:
    """Write some values, or all, in full-width digits (全角数字)."""
    often = rng.choice((0.1, 0.5, 1.0))
    return _reform(content, rng, Form.FULL_WIDTH, often)


def thousands(content: Content, rng: random.Random) -> Content:
    """Write values with commas between thousands (千分位)."""
    return _reform(content, rng, Form.THOUSANDS, rng.choice((0.5, 1.0)))


def wrong_total(content: Content, rng: random.Random) -> Content:
    """Let the author add up wrongly (作者合计有误): what is printed is what the report says."""
    edition = EDITIONS[content.edition]
    laws = identities(edition.key)
    changes: dict[CellKey, Shown] = {}
    for law in rng.sample(laws, rng.randint(1, 2)):
        key = rng.choice(law.right)
        value = content.shown[key].value or 0
        changes[key] = Shown(value=abs(int(value) + rng.choice((1, -1)) * rng.randint(1, 9)))
    touched: set[CellKey] = set()
    if content.layout in GLUED_LAYOUTS:
        broken = [law.left + law.right for law in laws if changes.keys() & {*law.left, *law.right}]
        touched = {key for keys in broken for key in keys}
    return show(content, changes, touched)


def stray_blanks(content: Content, rng: random.Random) -> Content:
    """Let blanks stray into labels and headings, and into numbers where bars or lines part cells (空格)."""

    def of(block: Paragraph) -> Paragraph:
        is_heading = block.role is Role.HEADING
        return replace(block, text=_with_blank(block.text, rng)) if is_heading else block

    content = texts(content, lambda spot: tuple(_with_blank(part, rng) for part in spot.parts))
    content = paragraphs(content, of)
    if content.layout in _UNSEEN_EDGES:
        return content
    long = [key for key, shown in _printed(content) if len(shown.text) > 1]
    parted = [key for key in long if rng.random() < 0.2]
    return show(content, {key: replace(content.shown[key], form=Form.PARTED) for key in parted}, parted)


def _printed(content: Content) -> list[tuple[CellKey, Shown]]:
    return [(key, shown) for key, shown in content.shown.items() if shown.state is State.PRINTED]


def _some_zeros(content: Content, rng: random.Random) -> list[CellKey]:
    """Return some of the cells that hold zero: here and there, all of them, or whole rows."""
    zeros = [key for key, shown in _printed(content) if shown.value == 0]
    how, often = rng.choice(("some", "some", "all", "rows")), rng.choice((0.02, 0.1, 0.5))
    full = {key[:2] for key, shown in _printed(content) if shown.value}
    chosen = {
        "some": [key for key in zeros if rng.random() < often],
        "all": zeros,
        "rows": [key for key in zeros if key[:2] not in full],
    }[how]
    return chosen or zeros[:1]


def _units(key: CellKey) -> tuple[str, ...]:
    if key[2] in _MONEY:
        return label_words.AMOUNT_UNITS if key[1] == "20.9.procurement" else label_words.MONEY_UNITS
    return label_words.UNITS


def _reform(content: Content, rng: random.Random, form: Form, often: float) -> Content:
    chosen = [(key, shown) for key, shown in _printed(content) if rng.random() < often]
    return show(content, {key: replace(shown, form=form) for key, shown in chosen})


def _with_blank(text: str, rng: random.Random) -> str:
    if len(text) < 2 or rng.random() > 0.2:
        return text
    at = rng.randrange(1, len(text))
    return text[:at] + rng.choice((" ", " ", "  ", "\u3000")) + text[at:]
