"""The chain's head in a file outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gongkai_office.audit.actions import export_head
from gongkai_office.audit.errors import NotWritable, WentBack
from gongkai_office.audit.heads import read_heads
from gongkai_office.audit.models import HEAD, Event, Head
from tests.office.audit.forging import as_values, forged, rewrite_from, write_events

pytestmark = pytest.mark.django_db


def test_each_export_appends_one_line_and_is_recorded(tmp_path: Path) -> None:
    heads = tmp_path / "heads.jsonl"
    export_head(heads, by=None)
    write_events(2)
    export_head(heads, by=None)
    lines = [json.loads(line) for line in heads.read_text().splitlines()]
    assert [(line["number"], line["method"]) for line in lines] == [(0, "sha256"), (3, "sha256")]
    assert lines[1]["digest"] == Event.objects.get(number=3).digest
    assert set(lines[0]) == {"when", "number", "digest", "method"}
    told = Event.objects.filter(verb="audit.export_head").first()
    assert told is not None
    assert told.after == {"number": 3, "digest": lines[1]["digest"]}


def test_an_export_never_covers_a_chain_that_went_back(tmp_path: Path) -> None:
    heads = tmp_path / "heads.jsonl"
    write_events(4)
    export_head(heads, by=None)
    before = heads.read_bytes()
    with forged():
        Event.objects.filter(number__gt=2).delete()
        Head.objects.filter(pk=HEAD).update(number=2, digest=as_values()[-1]["digest"])
        with pytest.raises(WentBack, match="最后导出的链头是第 4 号") as refused:
            export_head(heads, by=None)
        assert (refused.value.exported, refused.value.number) == (4, 2)
    with forged():
        rewrite_from(2)
        with pytest.raises(WentBack):
            export_head(heads, by=None)
    assert heads.read_bytes() == before


def test_a_line_that_was_torn_off_stays_and_the_next_starts_on_its_own(tmp_path: Path) -> None:
    heads = tmp_path / "heads.jsonl"
    write_events(1)
    export_head(heads, by=None)
    with heads.open("ab") as file:
        file.write(b'{"when": "2026-')
    export_head(heads, by=None)
    read = read_heads(heads)
    assert [line.number for line in read.lines] == [1, 2]
    assert [one.number for one in read.unreadable] == [2]


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotWritable, match="GONGKAI_HEADS"):
        export_head(tmp_path / "no such folder" / "heads.jsonl", by=None)
    with pytest.raises(NotWritable):
        export_head(tmp_path, by=None)
    assert not Event.objects.exists()
