"""Sample sites on loopback, shared by `scrapy demo` and the tests."""
