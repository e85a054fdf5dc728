"""Files of data that this program or a spreadsheet wrote (数据文件) → the reports in them."""
