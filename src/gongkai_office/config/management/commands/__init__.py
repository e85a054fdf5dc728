"""Commands of running the site."""
