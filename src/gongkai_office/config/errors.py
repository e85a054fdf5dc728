"""What keeps the site from running."""

from __future__ import annotations


class Trouble(Exception):
    """Something outside the program is missing or wrong; the message says what, where, and what to do."""
