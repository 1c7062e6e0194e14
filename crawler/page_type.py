"""Which answers can be pages: by their Content-Type header."""

HTML_TYPES = ("text/html", "application/xhtml+xml")


def bare_type(header: str | None) -> str:
    """Return the media type of a Content-Type header without parameters; an answer without one counts as HTML."""
    return (header or "text/html").partition(";")[0].strip().lower()


def page_type(header: str | None) -> str | None:
    """Return `Page.content_type` for an answer with this Content-Type header, None for what is no page."""
    bare = bare_type(header)
    return "text/html" if bare in HTML_TYPES else bare if bare == "text/plain" else None
