"""Pages for organs, people, the log, jobs, files, notices, the calendar, local conventions and health."""
