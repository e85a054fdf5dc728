"""Pages of local conventions (本地口径): what holds for an organ, where it comes from, how to change it."""
