"""Uploaded files (文件): bounded, recognised by content, opened in a limited process of their own."""
