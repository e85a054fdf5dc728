"""Codes and numbers (代码、文号) with what can be checked in them."""
