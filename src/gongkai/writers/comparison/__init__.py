"""Comparisons, written (比较结果): years or organs side by side, as text, page, workbook and charts."""
