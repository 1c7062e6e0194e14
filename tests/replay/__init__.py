"""A replay of the mirrors: notices of our own making, what mirrors do to them, and what only looks like them."""
