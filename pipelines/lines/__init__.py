"""Which lines of a page are its text: what stands above and below it, what is printed twice, what is junk."""
