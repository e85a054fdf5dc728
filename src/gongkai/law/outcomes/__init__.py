"""Outcomes of requests (办理结果), their rows in table 3, letters and remedies."""
