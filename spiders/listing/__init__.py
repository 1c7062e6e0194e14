"""How any list page is read: its rows, the link, title and day of each, whatever the content system."""
