"""Pages of people: their accounts and roles."""
