"""How the installation fares (运行状况): checks with advice, for a page, for probes, for a monitoring system."""
