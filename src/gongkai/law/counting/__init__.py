"""How requests are counted in table 3 of the annual report (表三计数)."""
