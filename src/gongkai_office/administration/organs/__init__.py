"""Pages of organs (机关)."""
