"""What tests of files share."""

from __future__ import annotations

import json

import pytest

from gongkai_office.files import inspecting
from gongkai_office.files.inspection.child import _answer


@pytest.fixture
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at files in the test's own process, which is quicker; other tests start the real one for every kind."""

    def asked(data, promised, purpose) -> bytes:
        return json.dumps(_answer(data, f"file.{promised.key}", purpose.kinds)).encode()

    monkeypatch.setattr(inspecting, "_asked", asked)
