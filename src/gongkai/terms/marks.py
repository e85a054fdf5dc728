"""What stands in a cell of a form that shows no sure figure (单元格标记), where we print it and where we read it.

A blank stands for itself. `BETWEEN` and `AT_LEAST` tell what bounds an open figure.
"""

from __future__ import annotations

# A keyword of every file that this program writes.
WRITTEN_HERE = "gongkai"
# The sheet of a workbook that holds the form; what stands on others is made of it.
FORM_SHEET = "年度报告"

NOT_APPLICABLE = "/"
ABSENT = "缺"
OPEN = "待核"
UNREADABLE = "×"
BETWEEN = "{low}～{high}"
AT_LEAST = "≥{low}"
