"""Consolidations, written (汇总结果): sums with their addends, as text, form and workbook."""
