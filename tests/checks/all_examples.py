"""The examples of all kinds of findings, from every module of tests here, for the house and the reference page."""

from __future__ import annotations

import importlib
from functools import cache
from pathlib import Path

from tests.checks.examples import Example

FOLDER = Path(__file__).parent


@cache
def all_examples() -> dict[str, Example]:
    """Return every example by its code; a code that two modules show is a mistake."""
    found: dict[str, Example] = {}
    for file in sorted(FOLDER.glob("test_*.py")):
        own = getattr(importlib.import_module(f"tests.checks.{file.stem}"), "EXAMPLES", {})
        twice = sorted(found.keys() & own.keys())
        if twice:
            raise ValueError(f"{file.name} shows again: {', '.join(twice)}")
        found |= own
    return found
