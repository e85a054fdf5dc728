"""Findings, written (检查结果): the report with marks as a page, a workbook, comments in the Word document."""
