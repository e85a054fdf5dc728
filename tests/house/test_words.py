"""Words that must stand nowhere in the project: paths of one machine, addresses of registries."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.tree import ROOT, SETTINGS, WRITTEN_HERE, name_of

# Put together from pieces, so that this file does not hold what it forbids.
MACHINE_PATH = re.compile(r"(?<!\w)/(" + "|".join(["wo" + "rk", "fa" + "rm"]) + ")/[a-z.]")
REGISTRY = re.compile("|".join(["pypi" + r"\.org", "python" + "hosted", "npm" + r"js\.", "deb" + r"ian\.org"]))
HAN_ONLY = re.compile("[^\u4e00-\u9fff]+")
# The form itself prints labels of up to 40 characters, and everybody may.
TELLING = 45
TEXTS = [*WRITTEN_HERE, *(file for file in (ROOT / "examples").rglob("*") if file.is_file())]


@pytest.mark.parametrize("forbidden", [MACHINE_PATH, REGISTRY], ids=["machine path", "registry address"])
def test_no_file_names_a_place_that_only_one_machine_has(forbidden: re.Pattern[str]) -> None:
    found = [
        f"{name_of(file)}:{number} {line.strip()}"
        for file in WRITTEN_HERE
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if forbidden.search(line)
    ]
    assert found == []


def test_settings_and_lock_hold_no_address() -> None:
    assert [name_of(file) for file in SETTINGS if "://" in file.read_text(encoding="utf-8")] == []


def test_no_sentence_of_a_real_report_stands_in_the_project(shared_reports: Path) -> None:
    ours = "".join(HAN_ONLY.sub("", file.read_text(encoding="utf-8", errors="replace")) for file in TEXTS)
    theirs = [file for file in shared_reports.iterdir() if file.suffix in {".txt", ".html"}]
    copied = []
    for file in theirs:
        sentences = re.split("[\u3002\uff1b;\n]", file.read_text(encoding="utf-8", errors="replace"))
        told = {HAN_ONLY.sub("", sentence) for sentence in sentences}
        copied += [f"{file.name}: {words}" for words in told if len(words) >= TELLING and words in ours]
    assert copied == []
