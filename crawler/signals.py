"""Signals of this project, beside Scrapy's own: what happened to a URL that yielded no page."""

# url, site: the server answered 304, what is stored still stands.
page_unchanged = object()

# url, site, refusal: nothing could be stored, and why.
page_refused = object()

# url, site, target: a listed URL led to another one, where the page is stored.
page_moved = object()

# site, column, number, articles, found, new: list page `number` of a column was read; how many article links it
# holds, how many the run sees for the first time, how many the corpus does not know.
list_read = object()

# site, column, refusal: one list page could not be had.
list_refused = object()
