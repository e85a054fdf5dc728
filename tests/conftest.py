"""What every test may use, and what continuous integration demands of them all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from gongkai.errors import NoFont

ROOT = Path(__file__).resolve().parents[1]
IN_CI = bool(os.environ.get("CI"))
SKIPPED = pytest.StashKey[list[str]]()

# The machines are shared and slow by turns: a deadline would report their load.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("ci" if IN_CI else "local")


@pytest.fixture(scope="session")
def shared_reports() -> Path:
    """The folder of real reports with their truth, which is beside the project and not part of it."""
    shared = Path(os.environ.get("GONGKAI_SHARED") or ROOT.parent / "shared")
    if not (shared / "reports" / "truth").is_dir():
        pytest.skip("the real reports are not there; GONGKAI_SHARED names the folder that holds reports/")
    return shared / "reports"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Skip what wants a Chinese font on a machine without one."""
    try:
        yield
    except NoFont as error:
        if IN_CI:
            raise
        pytest.skip(f"{item.name}: {error.reason}")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[SKIPPED] = []
    config.pluginmanager.register(_Skips(config.stash[SKIPPED]))


class _Skips:
    """A skipped test is a failure in continuous integration: nobody there reads the reason."""

    def __init__(self, skipped: list[str]) -> None:
        self.skipped = skipped

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped and not hasattr(report, "wasxfail"):
            self.skipped.append(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self.skipped.append(report.nodeid)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if IN_CI and self.skipped and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if IN_CI and self.skipped:
            terminalreporter.section("skipped, which is a failure here", red=True)
            for nodeid in self.skipped:
                terminalreporter.line(nodeid)
