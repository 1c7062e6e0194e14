"""The plumbing spiders and pipelines stand on: settings, items, registry, database, commands."""

__version__ = "0.1.0"

EXTRACTOR_VERSION = 1
"""Which reading a stored page is of. Raise it by one in every release in which a pure step reads some page differently:
`scrapy replay` then reads every page of an older number again, and a crawl asks for it without its validators."""
