"""What stands behind a command's name, and argparse's own words in Chinese."""

from __future__ import annotations

import argparse

from gongkai_office.config import words_arguments as words


class Arguments(argparse.ArgumentParser):
    """The arguments of a command of ours."""

    def __init__(self, command: str, description: str) -> None:
        super().__init__(f"gongkai-office {command}", description=description)


def speak_chinese() -> None:
    """Let argparse find its words among ours; it asks gettext, which brings no catalogue for it."""
    argparse._ = lambda said: words.ARGPARSE.get(said, said)  # type: ignore[attr-defined]  # its hook for translators
