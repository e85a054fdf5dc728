"""Reminders (通知) to a person or an organ: on the page, by e-mail, by a gateway of the city."""
