"""Findings → bytes (写出): JSON, a marked page, a workbook, a Word document with comments."""
