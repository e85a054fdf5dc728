"""Background work (任务): queued in the acting transaction, run by workers, always to be seen."""
