"""The words of the clock (时限用语)."""
