"""The information-processing fee (信息处理费)."""
