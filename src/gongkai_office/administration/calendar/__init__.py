"""Pages of the working calendar (工作日历): a year, the notices behind it, taking one in."""
