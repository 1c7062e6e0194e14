"""The plumbing spiders and pipelines stand on: settings, items, registry, database, commands."""

__version__ = "0.1.0"

# Raised whenever a pipeline reads a page differently; stored with each page, so that old readings can be told apart.
EXTRACTOR_VERSION = 1
