"""The annual report as frozen values: the form's editions, cells, places, sections."""

from gongkai.report.annual_report import AnnualReport, Damage, Leftover, Scope, Section
from gongkai.report.cells import Cell, CellKey, Method, Repair, State, Value, plain
from gongkai.report.editions import EDITION_2019, EDITION_2021, EDITIONS, Column, Edition, Row, Table
from gongkai.report.findings import Finding, Severity
from gongkai.report.identities import Identity, identities
from gongkai.report.places import BlockPlace, PagePlace, Place, SheetPlace, TablePlace, TextPlace
from gongkai.report.prose import CLOSING, PREFACE, Paragraph, Passage, Quote

__all__ = [
    "CLOSING",
    "EDITIONS",
    "EDITION_2019",
    "EDITION_2021",
    "PREFACE",
    "AnnualReport",
    "BlockPlace",
    "Cell",
    "CellKey",
    "Column",
    "Damage",
    "Edition",
    "Finding",
    "Identity",
    "Leftover",
    "Method",
    "PagePlace",
    "Paragraph",
    "Passage",
    "Place",
    "Quote",
    "Repair",
    "Row",
    "Scope",
    "Section",
    "Severity",
    "SheetPlace",
    "State",
    "Table",
    "TablePlace",
    "TextPlace",
    "Value",
    "identities",
    "plain",
]
