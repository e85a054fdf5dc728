"""What an office chose where the law leaves it open, as a file it fills in (本地口径文件)."""
