"""Pages of uploaded files (文件)."""
