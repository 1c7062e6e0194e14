"""`scrapy export`: the corpus as files: what they hold (tables), how they are written (formats), what describes them (manifests)."""
