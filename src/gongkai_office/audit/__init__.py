"""The hash-chained log (日志): what was done, by whom, for which organ, when. It can only be added to."""
