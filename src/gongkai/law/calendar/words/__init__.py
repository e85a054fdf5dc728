"""The words of the calendar (日历用语)."""
