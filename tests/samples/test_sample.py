"""Samples are rendered in every layout and damage, always the same, and their truth says what is left."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from html import unescape

import msgspec
import pytest
from hypothesis import given, settings

from gongkai.report import EDITIONS, State
from gongkai.samples import DAMAGES, LAYOUTS, SIZES, applies, broken_identities, render, sample, samples, twin
from gongkai.samples.layouts import WRITTEN_LAYOUTS
from tests.strategies import samples as any_sample

# What the writers write, their own tests read again.
DRAWN = tuple(layout for layout in LAYOUTS if layout not in WRITTEN_LAYOUTS)
PAIRS = [(layout, damage) for damage in (None, *DAMAGES) for layout in LAYOUTS if applies(layout, damage)]


def visible(found):
    """Return the text of a sample as a person sees it."""
    if found.name.endswith(".docx"):
        return visible_in_word(found.data)
    if found.name.endswith(".pdf"):
        return visible_in_pdf(found.data)
    if found.name.endswith(".xlsx"):
        return visible_in_workbook(found.data)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = found.data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise AssertionError(found.name)
    if not found.name.endswith(".html"):
        return text
    text = re.sub(r"(?s)<(style|script|title)>.*?</\1>", "", text)
    text = re.sub(r"</?(?:td|tr|p|div|br|table)\b[^<>]*>", "\n", text)
    text = re.sub(r"</span>\s+<span>", "\n", text)
    return unescape(re.sub(r"<[^<>]*>", "", text))


def visible_in_word(data):
    """Return the text of a Word document: what is inserted, and not what is deleted or hidden."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        text = package.read("word/document.xml").decode("utf-8")
    text = re.sub(r"<w:(del|moveFrom) .*?</w:\1>", "", text)
    text = re.sub(r"<w:r><w:rPr><w:(?:vanish|strike|vertAlign)\b.*?</w:r>|<w:instrText>.*?</w:instrText>", "", text)
    text = re.sub(r"</w:(?:tc|p)>", "\n", text)
    return unescape(re.sub(r"<[^<>]*>", "", text))


def visible_in_pdf(data):
    """Return the words of a PDF file's pages, in the order they are drawn."""
    streams = re.findall(rb"stream\n(.*?)\nendstream", data, re.DOTALL)
    codes = [code for stream in streams for code in re.findall(rb"<([0-9a-f]+)> Tj", zlib.decompress(stream))]
    return "\n".join(bytes.fromhex(code.decode()).decode("utf-16-be") for code in codes)


def visible_in_workbook(data):
    """Return the texts of a workbook's cells, without hidden rows and the hidden sheet, which is the last."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = sorted(name for name in package.namelist() if name.startswith("xl/worksheets/sheet"))
        text = "".join(package.read(name).decode("utf-8") for name in names[:-1])
    text = re.sub(r'<row r="\d+" hidden.*?</row>|<f>.*?</f>', "", text)
    return unescape(re.sub(r"<[^<>]*>", "", text.replace("</c>", "\n")))


@pytest.mark.parametrize(("layout", "damage"), PAIRS, ids=str)
def test_every_pair_renders_with_the_truth_of_every_cell(layout, damage):
    for seed in (1, 2):
        found = sample(seed, layout=layout, damage=damage)
        edition = EDITIONS[found.report.edition]
        assert tuple(cell.key for cell in found.report.cells) == edition.keys
        assert found.touched <= set(edition.keys)
        assert found.name.endswith(
            {"html": ".html", "docx": ".docx", "xlsx": ".xlsx", "pdf_": ".pdf"}.get(layout[:4], ".txt")
        )
        assert found.hard == (layout in ("one_line_glued", "one_line_mixed"))
        assert found == sample(seed, layout=layout, damage=damage)


@given(any_sample())
@settings(max_examples=60)
def test_a_cell_has_a_value_exactly_when_it_is_printed(found):
    for cell in found.report.cells:
        assert (cell.state is State.PRINTED) == (cell.value is not None)
        assert cell.text or cell.state is not State.PRINTED


@given(any_sample())
@settings(max_examples=60)
def test_what_a_damage_did_not_touch_is_what_the_author_printed(found):
    for cell, original in zip(found.report.cells, found.original.cells, strict=True):
        if cell.key not in found.touched:
            assert cell == original


@given(any_sample(layouts=DRAWN, damages=[None, *(name for name in DAMAGES if name != "remnants")]))
@settings(max_examples=60)
def test_every_printed_value_stands_in_the_text_in_order(found):
    text, at = visible(found), 0
    for cell in found.report.cells:
        if cell.state is State.PRINTED and cell.key not in found.touched:
            at = text.find(cell.text, at)
            assert at >= 0, cell
            at += len(cell.text)


@given(any_sample(damages=[None]))
@settings(max_examples=40)
def test_an_undamaged_sample_is_lawful_and_fully_printed(found):
    values = {cell.key: cell.value for cell in found.report.cells}
    assert None not in values.values()
    assert not broken_identities(found.report.edition, values)
    assert not found.touched


def test_a_wrong_total_breaks_an_identity_and_is_the_truth():
    for seed in range(10):
        found = sample(seed, layout="lines", damage="wrong_total", size="medium")
        values = {cell.key: cell.value for cell in found.report.cells}
        assert broken_identities(found.report.edition, values)


def test_thousands_show_in_large_reports():
    found = sample(3, layout="tabs", damage="thousands")
    assert any("," in cell.text for cell in found.report.cells)


@pytest.mark.parametrize(("layout", "damage"), PAIRS[:: len(PAIRS) // 60], ids=str)
def test_a_sample_is_its_own_twin(layout, damage):
    for seed in range(3):
        found = sample(seed, layout=layout, damage=damage)
        own = {cell.key: cell.value for cell in found.report.cells if cell.state is State.PRINTED}
        assert twin(found, {})
        assert twin(found, own)
        assert render(found, own).data == found.data


def test_glued_digits_have_another_lawful_reading():
    found = sample(4, layout="one_line_glued", edition="2021", size="medium")
    columns = ("made", "repealed", "in_force")
    keys = [("2", "20.1.normative_documents", column) for column in columns]
    digits = "".join(found.report.cell(*key).text for key in keys)
    other = dict(zip(keys, (int(digits[:1]), int(digits[1:2]), int(digits[2:])), strict=True))
    assert digits[2] != "0"
    assert other != {key: found.report.cell(*key).value for key in keys}
    assert twin(found, other)
    assert not twin(sample(4, layout="lines", edition="2021", size="medium"), other)


def test_unlawful_figures_are_no_twin():
    found = sample(4, layout="one_line_glued", size="zero")
    key = ("3", "3.1", "natural")
    assert not twin(found, {key: found.report.cell(*key).value + 1})


def test_a_twin_may_move_a_dropped_blank():
    for seed in range(200):
        found = sample(seed, layout="one_line_glued", damage="blanks_dropped", size="small")
        cells = {cell.key: cell for cell in found.report.cells}
        fees = ("2", "20.1.normative_documents", "made"), ("2", "20.1.normative_documents", "repealed")
        if found.report.edition == "2021" and cells[fees[0]].value and cells[fees[1]].state is State.BLANK:
            assert twin(found, {fees[0]: None, fees[1]: cells[fees[0]].value})
            return
    raise AssertionError("no seed has a blank beside a printed cell")


def test_every_cell_that_lost_a_digit_is_unreadable_and_touched():
    lost = 0
    for seed in range(10):
        found = sample(seed, layout="one_line_glued", damage="codepage")
        for cell in found.report.cells:
            if cell.state is State.UNREADABLE:
                lost += 1
                assert cell.key in found.touched
                assert found.original.cell(*cell.key).value is not None
    assert lost


def test_bars_keep_cells_apart_through_lost_characters():
    found = sample(1, layout="bars_after", damage="codepage_source")
    assert not found.touched


def test_missing_rows_are_absent_and_lost_to_the_reader_only():
    found = sample(5, layout="lines", damage="rows_missing", size="medium")
    absent = {cell.key for cell in found.report.cells if cell.state is State.ABSENT}
    assert absent == found.touched
    assert all(found.original.cell(*key).state is State.PRINTED for key in absent)


def test_samples_go_round_all_pairs():
    found = list(samples(len(PAIRS) + 3, seed=7, size="small"))
    assert {(one.layout, one.damage) for one in found} == set(PAIRS)
    assert len({one.name for one in found}) == len(found)


def test_a_damage_that_cannot_happen_is_refused():
    with pytest.raises(ValueError, match="blanks_as_line_ends"):
        sample(1, layout="html_spans", damage="blanks_as_line_ends")


@pytest.mark.parametrize("size", SIZES)
def test_names_of_organs_stand_in_title_or_signature(size):
    for seed in range(5):
        found = sample(seed, layout="lines", size=size)
        assert found.report.organ
        assert found.report.organ in visible(found)
        assert EDITIONS[found.report.edition].first_year <= found.report.year


def test_a_sample_can_be_kept_as_json():
    found = sample(1, layout="lines", damage="signs")
    assert msgspec.json.encode(found.report)
