"""What is done to organs (机构变更): renamed, moved, merged, abolished, and the way back."""
