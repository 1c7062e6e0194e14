"""What is exported: one file a table, with its SQL and an explanation of every column."""
