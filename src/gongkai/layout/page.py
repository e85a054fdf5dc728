"""The page of an official document (公文版面) as numbers: lengths in millimetres, sizes of type in points.

Source: GB/T 9704-2012, 5.1 (paper), 5.2 (margins, type, lines), 7.3.4 (levels), 7.3.5 (signature, seal), 7.5 (page
numbers), 10.1 (letters).
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
# 五号, for a table whose columns are wider; 小四号, for a form that is filled in.
WIDE_TABLE_SIZE, FORM_SIZE = 10.5, 12
# In points: the lines between a table's boxes, and from such a line to the text beside it.
RULE, CELL_PADDING = 0.5, 1.5
# The same in a form, and in one with a column of a unit, in which two characters have room.
FORM_PADDING, NARROW_FORM_PADDING = 5, 2.5

# No figure is set smaller, unless it alone is too long.
LEAST_SIZE = 7
# From the line above a text to the text, in points: the first of these at which a table fits on its page.
INSETS = (7, 6, 5, 4, 3, 2)

# In characters of the text they stand in.
INDENT = 2
SIGNATURE_INDENT, DATE_INDENT = 2, 4
# The number stands so far below the text block, a character from its outer edge.
NUMBER_DROP, NUMBER_INDENT = 7, 1

# A letter: the organ's name begins so far below the paper's upper edge, and a double line is so far below the name;
# another ends so far above the paper's lower edge. The thick line is the outer one. All
# of them stand in the middle of the paper.
ORGAN_TOP, RED_LINE_DROP, RED_LINE_FOOT, RED_LINE_WIDTH = 30, 4, 20, 170
RED_LINE_LEFT = (PAGE_WIDTH - RED_LINE_WIDTH) / 2
# Not measured by the standard, in points: the lines and what is between them; 初号 and 一号 for the name, which is
# as large as a line holds, or two where it would be smaller than that.
THICK_LINE, RED_GAP, THIN_LINE = 2, 1, 0.75
DOUBLE_LINE = THICK_LINE + RED_GAP + THIN_LINE
ORGAN_SIZE, LEAST_ORGAN_SIZE, ORGAN_PITCH = 42, 26, 1.25
RED = "FF0000"
# Of a Chinese character's size: how far its ink reaches above the feet of Latin letters, and below them.
INK_ABOVE, INK_BELOW = 0.85, 0.09
# From the line to the letter's number: 7/8 of a character's height, in points.
LETTER_NUMBER_DROP = BODY_SIZE * 7 / 8
# In lines: from the letter's number, or the line, to the title; from the text to the signature under a seal, whose
# upper edge (42 mm across, its middle on the signature) is then less than a line below the text.
LETTER_TITLE_DROP, SEAL_LINES = 2, 2
# In characters: a longer signature is two lines.
LONGEST_SIGNATURE = 20
