"""The page of an official document (公文版面) as numbers: lengths in millimetres, sizes of type in points.

Source: GB/T 9704-2012, 5.1 (paper), 5.2 (margins, type, lines), 7.3.4 (levels), 7.5 (page numbers).
"""

# Of a millimetre.
POINTS = 72 / 25.4

# A4.
PAGE_WIDTH, PAGE_HEIGHT = 210, 297
MARGIN_TOP, MARGIN_BOTTOM, MARGIN_LEFT, MARGIN_RIGHT = 37, 35, 28, 26
TEXT_WIDTH = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT
TEXT_HEIGHT = PAGE_HEIGHT - MARGIN_TOP - MARGIN_BOTTOM

# 22 lines of 28 characters fill the text block.
LINES, CHARACTERS = 22, 28

# 二号, 三号, 小四号 and 四号.
TITLE_SIZE, BODY_SIZE, ASIDE_SIZE, NUMBER_SIZE = 22, 16, 12, 14
# From the foot of one line to that of the next, in points.
LINE_PITCH = 28.9
TITLE_PITCH, ASIDE_PITCH = 33, 20
# 小五号. Tables are not measured by the standard: 15 columns of figures must stand in the text's width.
TABLE_SIZE = 9
# 五号, for a table whose columns are wider.
WIDE_TABLE_SIZE = 10.5
# In points: the lines between a table's boxes, and from such a line to the text beside it.
RULE, CELL_PADDING = 0.5, 1.5

# No figure is set smaller, unless it alone is too long.
LEAST_SIZE = 7
# From the line above a text to the text, in points: the first of these at which a table fits on its page.
INSETS = (7, 6, 5, 4, 3, 2)

# In characters of the text they stand in.
INDENT = 2
SIGNATURE_INDENT, DATE_INDENT = 2, 4
# The number stands so far below the text block, a character from its outer edge.
NUMBER_DROP, NUMBER_INDENT = 7, 1
