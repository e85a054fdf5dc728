"""Pages and frames on paper (版面): blocks of text and tables, the official page, and its fonts."""
