"""Every official Chinese term, once, with its article."""
