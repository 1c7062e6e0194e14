"""The plumbing spiders and pipelines stand on: settings, items, registry, database, commands."""

__version__ = "0.1.0"
