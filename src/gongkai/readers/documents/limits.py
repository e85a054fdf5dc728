"""The bounds every input must keep, and why each is far above a real report.

The largest real report seen is a page of 0.4 MB with 400 table cells.
"""

MAX_BYTES = 24 * 1024 * 1024
# Scans are large for what they say.
MAX_SCAN_BYTES = 120 * 1024 * 1024
# Of one part of a package, unpacked, and how many parts are looked at.
MAX_PART_BYTES = 64 * 1024 * 1024
MAX_SHEET_BYTES = 8 * 1024 * 1024
MAX_PARTS = 2_000
MAX_PAGES = 300
MAX_PAGE_OBJECTS = 40_000
MAX_PICTURES = 60
MAX_PIXELS = 80_000_000
MAX_TAGS = 400_000
MAX_TABLE_CELLS = 60_000
MAX_DEPTH = 5_000
MAX_SPAN = 200
MAX_COLUMNS = 400
MAX_TEXT_LINES = 400_000
# Of reports as data, many in a file.
MAX_DATA_BYTES = 120 * 1024 * 1024
MAX_DATA_ROWS = 4_000_000
MAX_DATA_REPORTS = 20_000
MAX_DATA_CHARACTERS = 1024 * 1024 * 1024
