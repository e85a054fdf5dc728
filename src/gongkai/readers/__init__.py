"""Readers: bytes → document → tape → cells → report."""

from gongkai.readers.documents.document import Document, Grid, GridCell, Line
from gongkai.readers.read import read, read_all, report_of

__all__ = ["Document", "Grid", "GridCell", "Line", "read", "read_all", "report_of"]
