"""Pages of the log (日志): search, one event, export, the state of the chain."""
