"""People, their roles, and the one gate that says who may do what to which organ."""
