"""Which pages are copies of one notice, and which copy speaks for it."""
