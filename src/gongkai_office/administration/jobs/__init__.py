"""Pages of background work (任务): the queue, one job with its progress, what runs by itself."""
