"""The annual report as frozen values: the form's editions, cells, places, sections."""

from gongkai.report.annual_report import AnnualReport, Damage, Leftover, Scope, Section
from gongkai.report.cells import Cell, CellKey, Method, Repair, State, Value
from gongkai.report.editions import EDITION_2019, EDITION_2021, EDITIONS, Column, Edition, Row, Table
from gongkai.report.identities import Identity, identities
from gongkai.report.places import BlockPlace, PagePlace, Place, SheetPlace, TablePlace, TextPlace

__all__ = [
    "EDITIONS",
    "EDITION_2019",
    "EDITION_2021",
    "AnnualReport",
    "BlockPlace",
    "Cell",
    "CellKey",
    "Column",
    "Damage",
    "Edition",
    "Identity",
    "Leftover",
    "Method",
    "PagePlace",
    "Place",
    "Repair",
    "Row",
    "Scope",
    "Section",
    "SheetPlace",
    "State",
    "Table",
    "TablePlace",
    "TextPlace",
    "Value",
    "identities",
]
