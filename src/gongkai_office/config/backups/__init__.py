"""Backups (备份): one file with the database, the uploaded files and a manifest; restored, and tried, from it."""
