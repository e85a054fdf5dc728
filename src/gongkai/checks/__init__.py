"""Report → findings (检查): one function a rule, yielded, never raised."""
