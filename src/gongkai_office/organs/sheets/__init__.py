"""Lists of organs as files (机关名录): XLSX and CSV, read and written; what reading one would change."""
