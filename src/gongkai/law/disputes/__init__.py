"""Reconsideration and litigation about requests (行政复议、行政诉讼), and table 4."""
