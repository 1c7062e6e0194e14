"""The project's commands: `scrapy NAME`."""
