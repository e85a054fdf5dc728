"""Tables: the three tables of the form on a tape → their cells."""
