"""An app with jobs that do what jobs should not: sleep, crash, take all memory, fail at first."""
