"""What all pages share: their frame, forms, tables, look. It knows no other room."""
