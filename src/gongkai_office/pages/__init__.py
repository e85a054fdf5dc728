"""What all pages share: their frame, forms, tables, look, and files to be saved. It knows no other room."""
