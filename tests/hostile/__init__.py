"""Servers that lie, stall and flood, all in one run of the real crawl: `python -m tests.hostile` prints the table."""
