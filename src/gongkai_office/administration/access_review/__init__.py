"""Pages of the access review (账号及权限复核)."""
