"""How a table becomes a file: one file a format."""
