"""Reports of the organs of a region → the region's consolidated report (汇总), with all it is made of."""
