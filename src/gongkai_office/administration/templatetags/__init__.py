"""Tags of the administration pages."""
