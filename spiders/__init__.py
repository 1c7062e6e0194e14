"""Turn the registry into requests, and responses into raw pages."""
