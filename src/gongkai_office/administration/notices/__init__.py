"""Pages of reminders (通知): what one got, what one sent, how one wants to be reached."""
