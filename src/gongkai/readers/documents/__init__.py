"""Documents: bytes → blocks in reading order, whatever kind of file they are."""
