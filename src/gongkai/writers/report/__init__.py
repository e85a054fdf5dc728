"""A report, written (报告): in the statutory layout, or as rows of data."""
