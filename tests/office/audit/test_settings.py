"""What the environment says of the log."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


def started(**said: str) -> subprocess.CompletedProcess[str]:
    program = "import tests.office.settings as s; print(s.GONGKAI_LOG_MONTHS, s.GONGKAI_HEADS)"
    return subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, **said}, capture_output=True, text=True, check=False
    )


def test_the_log_is_kept_six_months_where_nobody_says_longer() -> None:
    ran = started(GONGKAI_LOG_MONTHS="", GONGKAI_DATA="/tmp/somewhere", GONGKAI_HEADS="")
    assert ran.stdout == "6 /tmp/somewhere/heads.jsonl\n", ran.stderr
    assert (
        started(GONGKAI_LOG_MONTHS="36", GONGKAI_HEADS="/mnt/audit/heads.jsonl").stdout
        == "36 /mnt/audit/heads.jsonl\n"
    )


@pytest.mark.parametrize("months", ["5", "0"])
def test_less_than_the_law_asks_for_is_refused(months: str) -> None:
    ran = started(GONGKAI_LOG_MONTHS=months)
    assert ran.returncode != 0
    assert "不能少于 6" in ran.stderr
